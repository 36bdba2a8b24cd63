"""``--help`` in the reader's language: the commands say it in English, and here stands what that is in Chinese."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import Final

CHINESE: Final = {
    "Digital-economy indicators": "数字经济指标",
    "show this help message and exit": "显示本帮助",
    "data folder (default: the project's)": "数据文件夹（默认：INDICATORS_DATA 所指的，或项目自带的）",
    "language of messages": "消息用的语言",
    "read the data folder and print every problem": "检查数据文件夹，列出所有问题",
    "refuse drafts too: claims that nobody has checked": "未核对的数据也算问题",
    "print the observations": "输出观测值",
    "write to a file": "写入文件",
    "read figures and print a JSON object a line": "读数字，每个输出一行 JSON",
    "figures; default: one a line on standard input": "数字；默认从标准输入读，一行一个",
    "write the editor's schemas and the handbook's generated pages": "生成编辑器用的 schema 和手册的生成页",
    "write to a new FILE, in UTF-8 on every system": "写入新文件 FILE，在任何系统上都是 UTF-8",
    "hold a document's claims against its text": "把来源文件的数据与原文核对",
    "the document's id, or a YAML file": "文件代码，或 YAML 文件",
    "a document's id, or a YAML file": "文件代码，或 YAML 文件",
    "the document: .docx, .pptx, .pdf with a text layer, .html or .txt; - is standard input":
        "原文：.docx、.pptx、有文字层的 .pdf、.html 或 .txt；- 表示标准输入",
    "the text: .docx, .pptx, .pdf with a text layer, .html or .txt; - is standard input":
        "文稿：.docx、.pptx、有文字层的 .pdf、.html 或 .txt；- 表示标准输入",
    "make a new document's YAML from its text": "由原文拟出新文件的 YAML",
    "the same as FILE": "同 FILE",
    "the new document's id, such as gz-2026101; default: the file's name": "新文件的代码，如 gz-2026101；默认取自文件名",
    "write the definitions that the draft proposes to a new FILE, such as data/definitions/SECTOR.yaml":
        "把草稿拟的定义写成新文件 FILE，如 data/definitions/领域.yaml",
    "say what changed between two documents": "说明两份文件之间变了什么",
    "hold any text against the catalogue, figure by figure": "把任意文稿中的数字逐个与目录核对",
    "begin a data folder for another place": "为另一个地方新建数据文件夹",
    "the new folder": "新文件夹",
    "the place's name in Chinese": "中文地名",
    "the place's name in English; one of the two is enough": "英文地名；两个写一个就行",
    "the place's code, of GB/T 2260 or any other; default: made of its name":
        "地区代码，GB/T 2260 的或别的；默认由地名得出",
    "definitions to begin with: names, all (the default) or none": "先放哪些现成的定义：名字、all 全要（默认）或 none 不要",
    "say what a kind of problem means, with an example and its remedy": "解释一种问题：是什么意思、例子、怎么改",
    "as check prints it; default: list all": "check 印出的代码；不写就列出全部",
    "a document as a spreadsheet to fill in, and back into YAML": "把文件变成可填的表格，再变回 YAML",
    "a document's id or YAML file, which gives a spreadsheet; an .xlsx or .csv, which gives YAML":
        "文件代码或 YAML 文件，得到表格；.xlsx 或 .csv，得到 YAML",
    "the file to write: .xlsx or .csv (default: named after the document); .yaml (default: standard output)":
        "写到哪里：.xlsx 或 .csv（默认以文件代码命名）；.yaml（默认为标准输出）",
    "write over a file that is there": "覆盖已有的文件",
    "start the dashboard and print its address": "启动看板，印出网址",
    "default: the first that is free from 8501 on": "默认：从 8501 起第一个空闲的",
    "for others too; default: this machine alone": "别的机器也能看；默认只限本机",
    "the host's name in the addresses of others, such as data.example.org": "别人网址里的主机名，如 data.example.org",
    "let documents be saved into the data folder; others than this machine need --password-file or --user-header":
        "允许把文件保存进数据文件夹；本机以外还要 --password-file 或 --user-header",
    "whose first line is asked for before saving, 12 characters or more": "保存前要输入它的第一行，至少 12 个字符",
    "the header in which a proxy names the user, such as X-Remote-User": "代理用来传用户名的请求头，如 X-Remote-User",
    "a proxy's address, whose header is believed; default: this machine's": "只信哪个代理的请求头，写它的地址；默认为本机",
    "tell language models figures with bound, date and source (Model Context Protocol, stdio)":
        "供语言模型查询：数字带界限、日期和出处（MCP，标准输入输出）",
    "an edition; default: the data as it is": "一版数据；默认为现在的数据",
    "open no browser": "不打开浏览器",
    "write one page of A4 of the whole reply or of a sector: .pdf, .svg or .html":
        "把整份答复或一个领域写成一页 A4：.pdf、.svg 或 .html",
    "only this sector": "只要这个领域",
    "write the figures as a Word file: sentences, sources and an annex table":
        "把数据写成 Word 文件：文字、来源和附表",
    "write a slide deck (.pptx) of the whole reply or of sectors": "生成整份答复或某些领域的幻灯片（.pptx）",
    "only this sector (repeatable)": "只要这个领域（可重复）",
    "only this slide: connectivity.rank_5g, @base_stations_5g (repeatable)":
        "只要这一页：connectivity.rank_5g、@base_stations_5g（可重复）",
    "an office's .pptx or .potx, whose masters, layouts, colours and faces are kept (default: template.pptx in "
    "the data folder, else our own)":
        "单位自己的 .pptx 或 .potx，母版、版式、配色和字体照用（默认用数据文件夹里的 template.pptx，没有则用自带的）",
    "of the slides (default: the template's)": "幻灯片的大小（默认随模板）",
    "file (default: named after the document)": "文件（默认以来源文件命名）",
    "say of codes, or of all codes in a deck, whether they still hold": "核验码（或幻灯片里的全部核验码）是否仍然有效",
    "print the claims' codes": "列出各条数据的核验码",
    "build an edition of the data: files under one fingerprint, never changed again":
        "做出数据的一版：一个指纹之下的一组文件，此后不再改动",
    "the edition's new folder (default: edition)": "放这一版的新文件夹（默认：edition）",
    "the edition before, from which the changes are told": "上一版，据此说明改了什么",
    "the day the edition speaks of (default: the newest document's)": "这一版的日期（默认：最新文件的日期）",
    "have the workers of this Dask scheduler read the documents, such as tcp://host:8786":
        "让这个 Dask 调度器的各台机器来读文件，如 tcp://host:8786",
    "write an edition, or the data as it is, as a static site": "把一版数据（或现有数据）做成静态网站",
    "an edition; default: one of the data as it is": "一版数据；默认由现有数据当场做出",
    "the site's new folder (default: site)": "放网站的新文件夹（默认：site）",
    "where the site will be, for sitemap, feed and link previews; its pages work anywhere":
        "网站将来的网址，站点地图、订阅源和链接预览要用；网页本身放在哪里都行",
    "put it in the place of the site that is there": "换掉原来的网站",
    "build nothing; say whether an edition is whole and unchanged": "不做新的；核对一版是否完整、没有改过",
    "append new ones to codes.tsv, so that they are known after a correction": "把新的追加进 codes.tsv，更正之后仍查得到",
}
"""What each text of a command's help is in Chinese."""
_GROUPS: Final = {"positional arguments": "参数", "options": "选项"}


class _Formatter(argparse.HelpFormatter):
    """Argparse's own, with its one word in Chinese."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup], prefix: str | None = None,
    ) -> None:
        """Add the usage, as argparse does."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def language_asked(arguments: Iterable[str]) -> str | None:
    """Return the language that ``--lang`` asks for, before anything else is read; else None."""
    words = list(arguments)
    for place, word in enumerate(words):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang" and place + 1 < len(words):
            return words[place + 1]
    return None


def texts(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Give every text of a parser's help and of its commands', as they say it."""
    for one in _with_commands(parser):
        yield one.description or ""
        yield from (action.help or "" for action in one._actions if not _holds_commands(action))


def in_chinese(parser: argparse.ArgumentParser) -> None:
    """Have a parser and its commands say their help in Chinese; what isn't known stays as it is."""
    for one in _with_commands(parser):
        one.formatter_class = _Formatter
        one.description = CHINESE.get(one.description or "", one.description)
        for group in one._action_groups:
            group.title = _GROUPS.get(group.title or "", group.title)
        for action in one._actions:
            action.help = CHINESE.get(action.help or "", action.help)
            if isinstance(action, argparse._SubParsersAction):
                for listed in action._choices_actions:
                    listed.help = CHINESE.get(listed.help or "", listed.help)


def _with_commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.values()


def _holds_commands(action: argparse.Action) -> bool:
    return isinstance(action, argparse._SubParsersAction)
