"""Type, and the layout and colours that all charts on a page share."""

from __future__ import annotations

from typing import Any, Final

from indicators.pictures.palette import LIGHT

BLUE: Final = LIGHT.main
BLUE_PART: Final = LIGHT.part
BLUE_PALE: Final = LIGHT.pale
GREY: Final = LIGHT.context
INK: Final = LIGHT.ink
QUIET: Final = LIGHT.quiet
RULE: Final = LIGHT.rule
GROUND: Final = LIGHT.ground

FONT: Final = (
    "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', "
    "'Helvetica Neue', Arial, sans-serif"
)
SIZE_TITLE: Final = 20
SIZE_TEXT: Final = 16
SIZE_SMALL: Final = 14
SIZE_FIGURE: Final = 44


def layout(height: int, right: int = 0) -> dict[str, Any]:
    """Return the layout of a chart whose y axis counts pixels from the top.

    With no top and bottom margin one unit of y is one pixel, so every line of text has a place
    that doesn't move when the width does.

    Args:
        height: Pixels.
        right: Pixels kept free for the labels at the bars' ends.

    Returns:
        Arguments of ``plotly.graph_objects.Layout``.
    """
    bare = {
        "visible": False,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
    }
    return {
        "height": height,
        "autosize": True,
        "margin": {"l": 2, "r": right + 2, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
        "paper_bgcolor": GROUND,
        "plot_bgcolor": GROUND,
        "font": {"family": FONT, "size": SIZE_TEXT, "color": INK},
        "showlegend": False,
        "hoverlabel": {
            "font": {"family": FONT, "size": SIZE_TEXT, "color": INK},
            "bgcolor": GROUND,
            "bordercolor": RULE,
            "align": "left",
        },
        "hovermode": "closest",
        "dragmode": False,
        "bargap": 0,
        "barmode": "overlay",
        "xaxis": {**bare, "range": [0, 1]},
        "yaxis": {**bare, "range": [height, 0]},
    }


CONFIG: Final[dict[str, Any]] = {"displayModeBar": False, "responsive": True}
"""What to give ``st.plotly_chart(config=…)``."""
