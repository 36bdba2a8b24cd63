"""Decks as PowerPoint files: native charts and tables, and reading their claim codes back.

`reading` needs neither pandas nor python-pptx, so that verifying is light.
"""
