"""What does this file say, where, and what is wrong with it.

The strict reader and its quick way through ordinary files, problems with their texts and causes,
and the line of a problem with its mark. The standard library and PyYAML only.
"""
