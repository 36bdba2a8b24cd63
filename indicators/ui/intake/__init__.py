"""The page on which a document is entered: its head, the desk with text and figures, what it changes."""
