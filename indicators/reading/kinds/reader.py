"""The texts of what the reader refuses: message and hint, Chinese and English."""

from __future__ import annotations

from typing import Final

READER_PROBLEMS: Final[dict[str, tuple[str, str, str, str]]] = {
    "missing-file": (
        "找不到文件", "the file doesn't exist",
        "核对文件名，或从备份中取回", "check its name, or restore it",
    ),
    "unreadable-file": (
        "文件打不开：{reason}", "the file can't be read: {reason}",
        "核对文件的权限，并关闭占用它的程序", "check its permissions, and close what holds it open",
    ),
    "not-a-file": (
        "这里应是文件，现为{reason}", "this should be a file, found {reason}",
        "移走它，放入 YAML 文件", "move it away and put the YAML file in its place",
    ),
    "dangling-link": (
        "链接指向的 {found} 不存在", "the link points to {found}, which doesn't exist",
        "用文件本身代替链接", "put the file itself in the link's place",
    ),
    "file-too-big": (
        "文件有 {found} 字节，超过上限 {expected} 字节",
        "the file has {found} bytes, more than the {expected} allowed",
        "拆成几个文件，或核对是否放错了文件", "split it, or check that it is the right file",
    ),
    "empty-file": (
        "文件里没有数据", "the file holds no data",
        "写入内容，或从备份取回；多余的来源文件可以删去",
        "fill it in or restore it; a document that isn't needed may be deleted",
    ),
    "not-utf-8": (
        "文件不是 UTF-8 编码，看来是 {found}", "the file isn't UTF-8 but probably {found}",
        "在编辑器中以 {found} 打开，再另存为 UTF-8",
        "open it as {found} in the editor and save it as UTF-8",
    ),
    "damaged-utf-8": (
        "这里的字节 {found} 不是有效的 UTF-8", "the byte {found} here isn't valid UTF-8",
        "文件可能被截断或混用了编码：重新输入此处文字，存为 UTF-8",
        "the file may be cut or mix encodings: type this place again and save as UTF-8",
    ),
    "byte-order-mark": (
        "文件开头有不可见的 BOM(U+FEFF)", "the file begins with an invisible BOM (U+FEFF)",
        "另存为“UTF-8”，不要选“带 BOM 的 UTF-8”", "save it as UTF-8 without BOM",
    ),
    "control-character": (
        "有控制字符 {found}", "there is a control character, {found}",
        "删去它，重新输入此处文字", "delete it and type this place again",
    ),
    "invisible-character": (
        "有不可见或特殊空白字符 {found}",
        "there is an invisible character or special space, {found}",
        "删去它；需要空格时用普通空格", "delete it; where a space is needed, use an ordinary one",
    ),
    "replacement-character": (
        "有乱码字符 {found}", "there is a replacement character, {found}: text was lost here",
        "照原文重新输入此处文字", "type this place again from the document",
    ),
    "tab-indentation": (
        "用制表符缩进", "a tab is used for indentation",
        "改用 {expected} 个空格缩进", "indent with spaces, {expected} of them",
    ),
    "tab": (
        "文字中有制表符", "there is a tab in the text",
        "改为普通空格", "use an ordinary space",
    ),
    "duplicate-key": (
        "字段 {found} 写了两次，前一次在 {other}", "the key {found} stands twice, first at {other}",
        "删去其中一个；若是新的一条，前面加短横线",
        "delete one of the two; if a new entry begins here, give it a dash",
    ),
    "anchor": (
        "不能使用锚点 {found}", "anchors are not allowed: {found}",
        "若是文字，加引号；若要重复内容，请照写一遍",
        "quote it if it is text; write repeated content out",
    ),
    "alias": (
        "不能使用引用 {found}", "aliases are not allowed: {found}",
        "若是文字，加引号；若要重复内容，请照写一遍",
        "quote it if it is text; write repeated content out",
    ),
    "tag": (
        "不能使用类型标记 {found}", "tags are not allowed: {found}",
        "若是文字，加引号；否则删去标记", "quote it if it is text, else delete the tag",
    ),
    "directive": (
        "不能使用 % 指令", "directives (%) are not allowed",
        "删去这一行；若是文字，加引号", "delete the line, or quote it if it is text",
    ),
    "second-document": (
        "一个文件只能有一份 YAML，这里开始了第二份",
        "a file holds one YAML document, a second begins here",
        "删去分隔行 ---，或拆成两个文件", "delete the line ---, or split the file",
    ),
    "complex-key": (
        "字段名应为文字，现为{found_zh}", "a key must be text, found {found}",
        "字段名写成一个词；含 [ 或 {{ 的文字加引号",
        "use a word as the key; quote text with [ or {{",
    ),
    "empty-key": (
        "冒号前没有字段名", "there is no key before the colon",
        "补上字段名", "write the key",
    ),
    "too-deep": (
        "嵌套超过 {expected} 层", "nested more than {expected} deep",
        "核对缩进和括号", "look at the indentation and the brackets",
    ),
    "scalar-too-long": (
        "文字有 {found} 个字符，超过上限 {expected}",
        "this text has {found} characters, more than the {expected} allowed",
        "核对引号是否没有关上，或缩短文字",
        "look for a quote that isn't closed, or shorten the text",
    ),
    "too-many-nodes": (
        "内容超过 {expected} 项", "the file has more than {expected} items",
        "拆成几个文件", "split the file",
    ),
    "full-width-colon": (
        "{found} 后用了全角冒号", "a full-width colon follows {found}",
        "改为半角冒号加空格：{expected}", "use a plain colon and a space: {expected}",
    ),
    "missing-space": (
        "{found} 的冒号后没有空格", "there is no space after the colon of {found}",
        "冒号后加一个空格：{expected}", "put a space after the colon: {expected}",
    ),
    "missing-colon": (
        "{found} 后没有冒号", "no colon follows {found}",
        "写成 {expected}；若接续上一行的文字，增加缩进",
        "write {expected}; indent it further if it goes on with the line before",
    ),
    "unclosed-quote": (
        "引号 {found} 没有关上", "the quote {found} isn't closed",
        "在这段文字末尾补上 {found}", "put {found} at the end of this text",
    ),
    "unquoted-braces": (
        "文字以 {found} 开头，会被当作列表或一组字段",
        "a text begins with {found}, which is taken for a list or for keys",
        "整段文字加单引号：{expected}", "put single quotes around the text: {expected}",
    ),
    "conflict-marker": (
        "合并时留下的冲突标记，到第 {last} 行为止",
        "merging left the marks of a conflict here, down to line {last}",
        "两种写法只留一种：第 {ours} 行，或第 {theirs} 行；标记和另一种都删去",
        "keep one of the two versions, lines {ours} or {theirs}, and delete the marks and the other",
    ),
    "lone-conflict-mark": (
        "合并时留下的一行标记", "merging left this line, a mark of a conflict",
        "删去这一行，并核对上下文是否有一处内容写了两遍",
        "delete the line, and see whether something stands twice around it",
    ),
    "full-width-quote": (
        "全角引号 {found} 不能代替半角引号", "the full-width quote {found} doesn't quote in YAML",
        "删去引号；引号本是文字时，在整段外面再加半角单引号 '…'",
        "delete the quotes; if they are part of the text, put plain single quotes '…' around it all",
    ),
    "text-after-quote": (
        "引号关上之后还有文字 {found}", "there is more text after the closing quote: {found}",
        "把整段文字放进一对单引号，其中的单引号写两次",
        "put all of it into one pair of single quotes, doubling single quotes within",
    ),
    "colon-in-value": (
        "一行里有两个“字段: ”，或文字含冒号加空格", "a second colon and space on one line",
        "文字含冒号时，整段加单引号{quoted}；两个字段分两行写",
        "quote the text if the colon is part of it{quoted}; write two keys on two lines",
    ),
    "reserved-character": (
        "文字不能以 {found} 开头", "text can't begin with {found}",
        "整段文字加单引号", "put single quotes around the text",
    ),
    "unclosed-bracket": (
        "括号 {found} 没有关上，或其中缺逗号",
        "the bracket {found} isn't closed, or a comma is missing in it",
        "补上 {expected} 或逗号；若括号是文字，整段加引号",
        "add {expected} or the comma; quote the text if the bracket is part of it",
    ),
    "stray-bracket": (
        "多了一个括号 {found}", "there is one {found} too many",
        "删去它；括号是文字时，整段加单引号",
        "delete it; put single quotes around the text if the bracket is part of it",
    ),
    "full-width-comma": (
        "括号里用了全角逗号", "a full-width comma stands within brackets",
        "改为半角逗号加空格", "use a plain comma and a space",
    ),
    "escaped-character": (
        "引号里用反斜杠写进了看不见的字符 {found}",
        "a character that nobody can see, {found}, is written with a backslash in quotes",
        "删去反斜杠和它后面的代号", "delete the backslash and the code after it",
    ),
    "bad-escape": (
        "双引号中的 {found} 不是有效的转义", "{found} is no escape within double quotes",
        "改用单引号，或把 \\ 写成 \\\\", "use single quotes, or double the \\",
    ),
    "bad-indentation": (
        "{these}的缩进与上文不齐{spaces}", "the indentation of {these} fits none above{spaces}",
        "与同级的行对齐，只用空格{align}", "align with the lines of the same level, with spaces alone{align}",
    ),
    "missing-dash": (
        "{found} 前缺短横线，看不出是新的一条",
        "the dash before {found} is missing, so that no new entry begins",
        "写成 {expected}", "write {expected}",
    ),
    "dash-without-space": (
        "短横线后没有空格", "there is no space after the dash",
        "短横线后加一个空格：{expected}", "put a space after the dash: {expected}",
    ),
    "wrong-dash": (
        "{found} 不是键盘上的短横线，不能开头一条",
        "{found} isn't the plain dash that begins an entry",
        "改为半角短横线加空格：{expected}", "use a plain dash and a space: {expected}",
    ),
    "full-width-bracket": (
        "用了全角括号 {found}", "a full-width bracket, {found}, is used",
        "改为半角括号 {expected}", "use plain brackets, {expected}",
    ),
    "hash-in-text": (
        "空格后的 {found} 会被当作注释丢掉", "{found} after a space would be lost as a comment",
        "若是文字，整段加单引号；若是注释,# 后加一个空格",
        "if it is text, put single quotes around the whole; if a comment, put a space after #",
    ),
    "syntax": (
        "不是有效的 YAML:{reason}", "this isn't valid YAML: {reason}",
        "核对这一行及上一行的缩进、冒号、引号和括号",
        "look at indentation, colons, quotes and brackets of this line and the one before",
    ),
}
