"""Show an edition while it is edited: `concordance live`.

What is saved is built and shown in the browser, on this machine only. As long as something is wrong, that is told, and
the site stays as it was. Ids that are new are not added to the lock: only what is published is for ever.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watchfiles import watch

import concordance
from concordance.cli.arguments import command_parser, edition_folder
from concordance.cli.live.server import LiveSite, serve
from concordance.model.layout import ANNOTATIONS, LOCK, SOURCE

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGINE = Path(concordance.__file__).parent
# In milliseconds: what is saved so shortly after something else is built with it, but not for longer than a while.
TOGETHER, A_WHILE = 40, 400
# After so many milliseconds in which nothing was saved, whoever watches files says so; it watches from then on, surely.
STARTING = 500
DEAD = "The engine does not start: the terminal says why.\n"


class Builder:
    """A process that builds; it is started when it is first needed, and anew when the engine has changed."""

    def __init__(self, root: Path, site: LiveSite) -> None:
        self._root = root
        self._site = site
        self._process: subprocess.Popen[str] | None = None

    def ask(self) -> None:
        """Ask for a build, and do not wait: browsers and the terminal are told what becomes of it."""
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "concordance.cli.live.builder", "--root", self._root],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                # Whoever stops this command from the terminal stops only this process, which ends the other.
                start_new_session=True,
            )
            threading.Thread(target=self._listen, args=(self._process,), daemon=True).start()
        with suppress(BrokenPipeError):
            print("build", file=self._process.stdin, flush=True)

    def end(self) -> None:
        """End the process, in the middle of a build if need be: the next begins where the last good one ended."""
        process, self._process = self._process, None
        if process is not None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self._tell(json.loads(line))
        if self._process is process:
            self._process = None
            self._site.note(problems=DEAD)
            print(DEAD, end="", file=sys.stderr, flush=True)

    def _tell(self, answer: dict[str, Any]) -> None:
        passed = f"{answer['seconds']:.1f} s"
        if problems := answer.get("done"):
            self._site.note(problems=problems)
            print(f"{problems}Not built ({passed}): the site is as it was before.", file=sys.stderr, flush=True)
        elif "done" in answer:
            print(f"Complete after {passed}.", flush=True)
        elif early := answer.get("early"):
            self._site.note(problems="", early=early, changed=True)
            print(f"{', '.join(early)}: shown after {passed}.", flush=True)
        else:
            self._site.note(problems="", changed=answer["shown"])
            print(f"All pages shown after {passed}.", flush=True)


def _stop(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command until it is stopped; return its exit status."""
    parser = command_parser("live", __doc__)
    parser.add_argument("--port", type=int, default=8000, help="where to serve the site (default: 8000)")
    given = parser.parse_args(arguments)
    root = edition_folder(given)
    if root is None:
        return 2
    site = LiveSite(root)
    builder = Builder(root, site)
    try:
        server = serve(site, given.port)
    except OSError as error:
        another = f"Give another: make live PORT={given.port + 1}"
        print(f"Port {given.port} cannot be used: {error.strerror}. {another}", file=sys.stderr)
        return 1
    edited = [root / ANNOTATIONS, root / SOURCE]
    try:
        # Started in the background by a script, it would pass over SIGINT.
        for how in (signal.SIGINT, signal.SIGTERM):
            signal.signal(how, _stop)
        print(f"Serving on http://127.0.0.1:{server.server_port} (stop with Ctrl-C)", flush=True)
        while True:
            _ask_on_changes(builder, edited, root / LOCK, [root / "conf.py", ENGINE])
    except KeyboardInterrupt:
        return 0
    finally:
        builder.end()
        server.shutdown()


def _ask_on_changes(builder: Builder, edited: list[Path], lock: Path, engine: list[Path]) -> None:
    """Ask for a build now, and whenever something is saved, until that is a part of the engine."""
    locked = _saved(lock)
    found = watch(*edited, *engine, debounce=A_WHILE, step=TOGETHER, rust_timeout=STARTING, yield_on_timeout=True)
    asked = False
    for changes in found:
        if any(Path(path).is_relative_to(part) for _change, path in changes for part in engine):
            builder.end()
            return
        # It may not be there yet, and whoever watches a single file loses sight of it when another takes its place.
        before, locked = locked, _saved(lock)
        if changes or locked != before or not asked:
            builder.ask()
        asked = True


def _saved(file: Path) -> tuple[int, int] | None:
    """Return what tells whether a file was saved again, None while there is none."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns
