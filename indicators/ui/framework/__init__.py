"""What Streamlit's own page needs to be a dashboard: the one room that knows how that page is made.

Its test ids, its page's HTML and files, and what of its sessions isn't documented are named here and
nowhere else, and ``tests/ui/framework`` says with which version all of it was seen. What isn't found
in another version is left as Streamlit shows it; the pages work on.
"""
