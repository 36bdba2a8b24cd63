"""An edition as a static site: every page an address of its own, which any server, or none, gives out.

Pages are plain data first (`blocks`), filled by the rooms that the live pages ask too, and written by one
template that escapes everything. A little script searches, sorts and copies; all can be read without it.
"""

from indicators.publishing.site import AddressError, publish

__all__ = ["AddressError", "publish"]
