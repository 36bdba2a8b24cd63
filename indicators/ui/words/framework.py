"""Words that Streamlit itself writes, in English only, and what they are in Chinese.

They are put right in the browser, see :mod:`indicators.ui.framework.speaking`. What isn't here
isn't met in this dashboard, or is a name.
"""

from __future__ import annotations

from typing import Final

WHOLE: Final[dict[str, str]] = {
    "Skip to main content": "跳到正文",
    "Sidebar": "侧栏",
    "Collapse sidebar": "收起侧栏",
    "Expand sidebar": "展开侧栏",
    "App pages": "页面",
    "Main menu": "菜单",
    "Notifications": "通知",
    "Open": "打开",
    "Close": "关闭",
    "Clear": "清除",
    "Clear all": "全部清除",
    "Clear value": "清除",
    "Clear entry": "清除",
    "Clear selection": "清除所选",
    "Clear search": "清除",
    "Selected values": "已选内容",
    "Select all": "全选",
    "Deselect all": "全不选",
    "No results": "没有匹配的内容",
    "Choose options": "请选择",
    "Choose an option": "请选择",
    "Press Enter to apply": "按回车键确定",
    "Fullscreen": "全屏",
    "Close fullscreen": "退出全屏",
    "Toggle fullscreen": "切换全屏",
    "Scroll tabs left": "向左滚动",
    "Scroll tabs right": "向右滚动",
    "Running...": "正在运行",
    "Stop": "停止",
    "Stop script": "停止",
    "Rerun": "重新运行",
    "Print": "打印",
    "Connecting": "正在连接",
    "Connection error": "连接中断",
    "Try again": "重试",
    "Download failed": "下载失败",
    "Link to heading": "本节链接",
    "Markdown content": "文字内容",
    "Learn more": "了解更多",
    "Dismiss": "关闭",
    "Copy to clipboard": "复制",
    "Copied": "已复制",
    "Upload": "选择文件",
    "file upload": "选择文件",
    "Browse files": "选择文件",
}
"""Whole texts."""
PATTERNS: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("^Fullscreen: (.+)$", "全屏：$1", "^全屏：(.+)$", "Fullscreen: $1"),
    ("^([0-9]+)MB per file$", "每个文件不超过 $1MB", "^每个文件不超过 ([0-9]+)MB$", "$1MB per file"),
    ("^Remove (.+)$", "移除 $1", "^移除 (.+)$", "Remove $1"),
    (
        "^You can only select up to ([0-9]+) options?. Remove an option first.$",
        "最多选 $1 项，请先移除一项。",
        "^最多选 ([0-9]+) 项，请先移除一项。$",
        "You can only select up to $1 options. Remove an option first.",
    ),
    ("^Select ([0-9]+) matches$", "选中 $1 项匹配", "^选中 ([0-9]+) 项匹配$", "Select $1 matches"),
    ("^([0-9]+) options? available\\.$", "$1 项可选。", "^([0-9]+) 项可选。$", "$1 options available."),
    ("^(.+), selected\\.?$", "$1，已选。", "^(.+)，已选。$", "$1, selected"),
    ("^Add: (.+)$", "添加：$1", "^添加：(.+)$", "Add: $1"),
)
"""Texts with something in them: English pattern, Chinese text, and the same the other way."""
