"""Which observations? The table's columns, selections, search and claim codes.

`frame` alone needs pandas, so that light commands can use the rest.
"""
