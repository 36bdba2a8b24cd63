"""The former address of the page on which a document is entered."""

from indicators.ui.links import go_to

go_to("intake")
