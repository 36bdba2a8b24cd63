"""Words of saving into the data folder."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "and_then": ("、", ", "),
    "saving": ("保存到数据文件夹", "Save into the data folder"),
    "saving_off": (
        "这个看板只供查看。要直接保存，用 {command} 启动；或者下载上面的文件，放进数据文件夹。",
        "This dashboard is for looking at. To save from here, start it with {command}; or download the "
        "files above and put them into the data folder.",
    ),
    "saving_public": (
        "别人也能打开这个看板，而没有设口令，也没有由反向代理指明用户，所以不能在这里保存。",
        "Others can open this dashboard, and neither a password nor a proxy tells who they are: nothing can be saved here.",
    ),
    "saving_no_password_file": (
        "读不到口令文件，所以不能在这里保存。", "The password file can't be read: nothing can be saved here.",
    ),
    "saving_short_password": ("口令太短，所以不能在这里保存。", "The password is too short: nothing can be saved here."),
    "saving_nobody": ("登录后才能保存：代理没有指明用户。", "Sign in to save: the proxy names no user."),
    "saving_as": ("以 {name} 的名义保存。", "Saved in the name of {name}."),
    "saving_name": ("姓名（记入保存记录）", "Your name, for the record"),
    "saving_email": ("电子邮箱（可不填）", "Your e-mail address (optional)"),
    "saving_password": ("口令", "Password"),
    "saving_sign_in": ("登录", "Sign in"),
    "saving_wrong": ("口令不对。", "That isn't the password."),
    "saving_too_many": ("试错太多，一分钟后再试。", "Too many wrong tries: try again in a minute."),
    "saving_nothing": ("没有要保存的改动。", "There is nothing to save."),
    "saving_files": ("将保存：{files}，并登记核验码。", "To be saved: {files}, and the claims' codes are recorded."),
    "saving_save": ("保存", "Save"),
    "saving_done": ("已保存：{files}", "Saved: {files}"),
    "saving_committed": ("；已提交 {name}", "; committed as {name}"),
    "saving_uncommitted": ("文件已保存，但没有提交到版本库：", "The files are saved, but git didn't take the commit:"),
    "saving_wrong_data": (
        "没有保存：存进去会有 {count} 处错误，所有看板都会停在旧数据上。先改正：",
        "Not saved: the data would have {count:error|errors}, and every dashboard would stay with the old data. Mend first:",
    ),
    "saving_name_refused": ("没有保存：不能写入名为 {name} 的文件。", "Not saved: nothing is written under the name {name}."),
    "saving_refused": (
        "没有保存，数据文件夹和原来一样：{reason}。工作还在这里，可以下载草稿。",
        "Not saved, and the data folder is as it was: {reason}. Your work is still here and can be downloaded as a draft.",
    ),
    "saving_busy": ("没有保存：别人正在保存，稍后再试。", "Not saved: somebody else is saving; try again in a moment."),
    "saving_clash": (
        "没有保存：别人在此期间改了 {files}。下面是两份的差别：",
        "Not saved: somebody else has changed {files} meanwhile. This is how the two differ:",
    ),
    "saving_theirs": ("（文件夹里现在的）", "(in the folder now)"),
    "saving_ours": ("（这里要保存的）", "(to be saved from here)"),
    "saving_clash_ways": (
        "可以下载草稿，重新打开那份文件再改；也可以用这里的代替，对方的一份留在保存记录里，能取回。",
        "Download your draft and take the file up anew; or put yours in its place: theirs stays in the history and can be "
        "brought back.",
    ),
    "saving_over": ("用这里的代替", "Put mine in its place"),
    "saving_history": ("最近的保存", "Last saves"),
    "saving_undo": ("撤销这次保存", "Undo this save"),
    "saving_undone": ("撤销：{message}", "Undo: {message}"),
    "saving_took_back": ("已撤销，恢复了：{files}", "Undone; put back: {files}"),
}
