"""``serve``: the dashboard, from a clone or from an installed package."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import webbrowser
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from indicators.reading.folder import ENVIRONMENT_VARIABLE, SITE
from indicators.saving.access import (
    EDIT,
    PASSWORD_FILE,
    PROXIES,
    SHORTEST,
    USER_HEADER,
    access_from,
)

LOOPBACK: Final = "127.0.0.1"
_EVERYWHERE: Final = "0.0.0.0"
_FIRST_PORT: Final = 8501
_TRIED: Final = 50
_PATIENCE: Final = 120.0
"""Seconds in which a server must have answered; a busy machine needs some."""
_STOPPED: Final = {0, -signal.SIGINT, -signal.SIGTERM, 128 + signal.SIGINT, 128 + signal.SIGTERM}

_SAID: Final = {
    "no folder": (
        "{folder} 不是文件夹：用 --data 指明数据文件夹",
        "{folder} is no folder: name the data folder with --data",
    ),
    "port taken": (
        "端口 {port} 已被占用：换一个，或不写 --port，由程序找一个空闲的",
        "port {port} is in use: choose another, or leave out --port and a free one is found",
    ),
    "no port": (
        "从 {port} 起的 {count} 个端口都被占用：用 --port 指明一个",
        "the {count} ports from {port} on are all in use: name one with --port",
    ),
    "no port number": (
        "--port {port}：端口是 1 到 65535 之间的整数", "--port {port}: a port is a whole number from 1 to 65535",
    ),
    "public": (
        "--public 时别人也能连上，而没有什么能说明谁在保存：加 --password-file，或由反向代理登录后用 --user-header 指明用户",
        "with --public others can connect, and nothing tells who saves: add --password-file, or have a reverse proxy "
        "ask them and name the user with --user-header",
    ),
    "no-password-file": ("读不到口令文件 {file}", "the password file {file} can't be read"),
    "short-password": (
        f"{{file}} 的第一行太短：口令至少 {SHORTEST} 个字符",
        f"the first line of {{file}} is too short: a password has at least {SHORTEST} characters",
    ),
    "no start": ("看板没有启动，原因见上", "the dashboard didn't start; the reason stands above"),
    "shown": ("看板：{url}（按 Ctrl+C 停止）", "Dashboard: {url} (Ctrl+C stops it)"),
    "reached": (
        "凡能连到这台机器的人都能看；别人用别的名字访问时，加 --name",
        "Whoever can reach this machine can see it; where others know it by another name, add --name",
    ),
}


def add_command(
    command: Callable[[str, str], argparse.ArgumentParser],
    settings: Callable[[argparse.Namespace], tuple[Path, str]],
) -> None:
    """Add the command to the program's parser, as `indicators.cli.slides.add_commands` does."""
    serve = command("serve", "start the dashboard and print its address")
    serve.add_argument("--port", type=int, help=f"default: the first that is free from {_FIRST_PORT} on")
    serve.add_argument("--public", action="store_true", help="for others too; default: this machine alone")
    serve.add_argument("--name", help="the host's name in the addresses of others, such as data.example.org")
    serve.add_argument(
        "--edit", action="store_true",
        help="let documents be saved into the data folder; others than this machine need --password-file or --user-header",
    )
    serve.add_argument(
        "--password-file", type=Path, help=f"whose first line is asked for before saving, {SHORTEST} characters or more"
    )
    serve.add_argument("--user-header", help="the header in which a proxy names the user, such as X-Remote-User")
    serve.add_argument(
        "--proxy", action="append", default=[], help="a proxy's address, whose header is believed; default: this machine's"
    )
    serve.add_argument("--no-browser", action="store_true", help="open no browser")

    def run(options: argparse.Namespace) -> int:
        folder, lang = settings(options)
        editing = _editing(options)
        access = access_from(editing, _EVERYWHERE if options.public else LOOPBACK)
        if options.edit and access.why:
            return _refuse(_SAID[access.why][lang == "en"].format(file=options.password_file))
        return run_serve(
            folder, options.port, lang, public=options.public, name=options.name,
            browser=not options.no_browser, editing=editing,
        )

    serve.set_defaults(run=run)


def _editing(options: argparse.Namespace) -> dict[str, str]:
    """Return the variables that tell the server who may save."""
    said = {
        EDIT: "1" if options.edit else "",
        PASSWORD_FILE: str(options.password_file.resolve()) if options.password_file else "",
        USER_HEADER: options.user_header or "",
        PROXIES: ",".join(options.proxy),
    }
    return {key: value for key, value in said.items() if value or key == EDIT}


def run_serve(
    folder: Path, port: int | None, lang: str, *, public: bool, name: str | None, browser: bool,
    editing: Mapping[str, str],
) -> int:
    """Start the dashboard, print its one address and wait until it is stopped.

    Args:
        folder: The data folder.
        port: Where it listens; None for the first free one.
        lang: The language of messages.
        public: Whether other machines may reach it.
        name: The host's name that others use; None for what the machine calls itself.
        browser: Whether to open a browser, where there is one.
        editing: The variables that tell the server who may save.

    Returns:
        0 once it was stopped; 1 if it couldn't start or broke off; 2 for wrong use.
    """
    def said(what: str, **values: object) -> str:
        return _SAID[what][lang == "en"].format(**values)

    listening = _EVERYWHERE if public else LOOPBACK
    if not folder.is_dir():
        return _refuse(said("no folder", folder=folder))
    if port is not None and not 1 <= port <= 65_535:
        return _refuse(said("no port number", port=port))
    if port is not None and not _is_free(listening, port):
        return _refuse(said("port taken", port=port))
    if port is None:
        ports = range(_FIRST_PORT, _FIRST_PORT + _TRIED)
        port = next((number for number in ports if _is_free(listening, number)), None)
        if port is None:
            return _refuse(said("no port", port=_FIRST_PORT, count=_TRIED))
    host = name or (socket.gethostname() if public else "localhost")
    command = [
        sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}",
        f"--server.address={listening}", f"--browser.serverAddress={host}", "--server.headless=true",
        "--logger.hideWelcomeMessage=true",  # its list of addresses asks the outside for one of them
    ]
    # The settings lie beside app.py, and Streamlit looks for them where it is started.
    variables = os.environ | {ENVIRONMENT_VARIABLE: str(folder.resolve())} | dict(editing)
    with subprocess.Popen(command, cwd=SITE, env=variables) as server:
        signal.signal(signal.SIGTERM, lambda number, frame: server.terminate())
        try:
            if not _answers(server, port):
                server.terminate()
                print(said("no start"), file=sys.stderr)
                return 1
            url = f"http://{host}:{port}"
            print(said("shown", url=url), flush=True)
            if public:
                print(said("reached"), flush=True)
            if browser and _has_browser():
                webbrowser.open(url)
            return 0 if server.wait() in _STOPPED else 1
        except KeyboardInterrupt:
            server.terminate()
            return 0


def _refuse(text: str) -> int:
    print(text, file=sys.stderr)
    return 2


def _is_free(address: str, port: int) -> bool:
    with socket.socket() as probe:
        if os.name != "nt":  # On Windows this would allow what is in use.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until the server answers; return whether it does."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://{LOOPBACK}:{port}/_stcore/health", timeout=2):
                return True
        except OSError:
            time.sleep(0.1)
    return False


def _has_browser() -> bool:
    """Return whether a window can be opened: a browser in the terminal would take it from the server."""
    shown = sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(shown)
