"""How much may be handed in, and how long may it take? Every cap, by name, in one place.

What is larger than its cap is refused before it is looked at, in a sentence that says how much may
be; `RefusedError` carries that sentence. `apart` runs what may take long in another process.
"""
