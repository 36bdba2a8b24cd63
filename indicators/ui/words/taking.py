"""Words of the menu at figures and pictures, and of the reader's own deck."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "more_of": ("取用：{name}", "Take away: {name}"),
    "to_slide": ("做成幻灯片", "To a slide now"),
    "to_slides": ("演示全部", "Present all of it"),
    "to_deck": ("加入我的演示文稿", "Add to my deck"),
    "out_of_deck": ("移出我的演示文稿", "Take out of my deck"),
    "pictures": ("下载图片", "Picture"),
    "png_1": ("1 ×", "PNG 1 ×"),
    "png_2": ("2 ×", "2 ×"),
    "png_clear": ("透明底", "transparent"),
    "as_svg": ("矢量", "SVG"),
    "copy_sentence": ("复制句子和来源", "Copy sentence with source"),
    "copy_table": ("复制表格", "Copy table"),
    "show_table": ("看数据表", "Show the table"),
    "embed": ("嵌入网页", "Embed in a web page"),
    "embed_lead": (
        "把其中一行放进网页；图中带着来源和核验码。",
        "Put one of these lines into a page; source and codes are in the picture.",
    ),
    "copy_frame": ("复制框架代码", "Copy the frame"),
    "copy_image": ("复制图片代码", "Copy the image"),
    "about_it": ("指标说明", "About this indicator"),
    "take_failed": ("没有取到，请再试一次", "It could not be fetched; please try again"),
    "my_deck": ("我的演示文稿", "My deck"),
    "slides_in_it": ("{count} 页", "{count} slides"),
    "slide_in_it": ("1 页", "1 slide"),
    "edit_deck": ("编辑", "Edit"),
    "empty_it": ("清空", "Empty"),
    "added": ("已加入我的演示文稿", "Added to my deck"),
    "taken_out": ("已移出我的演示文稿", "Taken out of my deck"),
}
"""What the browser's own menu says; all of it is in the page's script."""
