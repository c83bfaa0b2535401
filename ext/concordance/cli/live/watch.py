"""Show an edition while it is edited: `concordance live`.

Whatever is saved is built and shown in the browser, on this machine only. As long as there are problems, they are
printed, and the site stays as it was. New ids are not added to the lock: only what is published is for ever.
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
from concordance.cli.arguments import add_port_argument, command_parser, edition_folder
from concordance.cli.live.server import LIVE, LiveSite, serve
from concordance.cli.site_server import port_problem
from concordance.cli.workplace import BUILD, OccupiedError, check_workplace, exclusive_lock
from concordance.model.layout import ANNOTATIONS, INVENTORIES, LOCALES, LOCK, SOURCE

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGINE = Path(concordance.__file__).parent
# In milliseconds: files that are saved so shortly after each other are built together, but no build waits for longer
# than a while.
TOGETHER, A_WHILE = 40, 400
# If nothing was saved for so many milliseconds, the watcher of files says so; from then on, it is sure to be watching.
STARTING = 500
DEAD = "The engine does not start: the terminal says why.\n"


class BuilderProcess:
    """A process that builds the edition at `root`; it is started when a build is requested and none is running.

    `lock` is an open file that keeps others from building where it builds.
    """

    def __init__(self, root: Path, site: LiveSite, lock: int) -> None:
        self._root = root
        self._site = site
        # It works on for a while if this process had no time to stop it.
        self._lock = lock
        self._process: subprocess.Popen[str] | None = None
        self._listener = threading.Thread()

    def request_build(self) -> None:
        """Request a build without waiting for it: its outcome is shown in browsers and on the terminal."""
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "concordance.cli.live.builder", "--root", self._root],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                # Ctrl-C in the terminal stops only this process, which then stops the other.
                start_new_session=True,
                pass_fds=[self._lock],
            )
            self._listener = threading.Thread(target=self._listen, args=(self._process,), daemon=True)
            self._listener.start()
        self._site.note_building()
        with suppress(BrokenPipeError):
            print(json.dumps(self._site.seen()), file=self._process.stdin, flush=True)

    def stop(self) -> None:
        """Stop the process, even during a build: the next build goes on from the last that succeeded."""
        process, self._process = self._process, None
        if process is None:
            return
        with process:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait()
            # Those that it started may still be ending, in the middle of writing a file; until then they hold its
            # standard output, to which this thread listens.
            self._listener.join()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self._report(json.loads(line))
        if self._process is process:
            self._process = None
            self._site.update(problems=DEAD)
            print(DEAD, end="", file=sys.stderr, flush=True)

    def _report(self, answer: dict[str, Any]) -> None:
        passed = f"{answer['seconds']:.1f} s"
        if "building" in answer:
            # Of what was saved during a build, the request is long past when the next one begins.
            self._site.note_building()
            return
        if problems := answer.get("done"):
            self._site.update(problems=problems)
            print(f"{problems}Not built ({passed}): the site is as it was before.", file=sys.stderr, flush=True)
        elif "done" in answer:
            print(f"Complete after {passed}.", flush=True)
        elif early := answer.get("early"):
            self._site.update(problems="", early=early, changed=True)
            print(f"{', '.join(early)}: shown after {passed}.", flush=True)
        else:
            self._site.update(problems="", changed=answer["shown"])
            print(f"All pages shown after {passed}.", flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command until it is stopped; return its exit status."""
    parser = command_parser("live", __doc__)
    add_port_argument(parser)
    options = parser.parse_args(arguments)
    root = edition_folder(options)
    if root is None:
        return 2
    if unfit := check_workplace(root):
        print(unfit, file=sys.stderr)
        return 2
    folder = root / BUILD / LIVE
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with exclusive_lock(folder, wait=False) as lock:
            return _show(root, options.port, lock)
    except OccupiedError:
        refusal = f"`concordance live` is at work in {root} already. Look at what that one shows, or stop it first."
        print(refusal, file=sys.stderr)
        return 1


def _show(root: Path, port: int, lock: int) -> int:
    """Serve the site of an edition and build it whenever anything is saved; return the exit status."""
    site = LiveSite(root)
    builder = BuilderProcess(root, site, lock)
    try:
        server = serve(site, port)
    except OSError as error:
        print(port_problem("live", port, error), file=sys.stderr)
        return 1
    edited = [root / name for name in (ANNOTATIONS, SOURCE, INVENTORIES, LOCALES) if (root / name).is_dir()]
    try:
        # A command that a script starts in the background would ignore SIGINT.
        for signal_number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(signal_number, signal.default_int_handler)
        print(f"Serving on http://127.0.0.1:{server.server_port} (stop with Ctrl-C)", flush=True)
        while True:
            _build_on_changes(builder, edited, root / LOCK, [root / "conf.py", ENGINE])
    except KeyboardInterrupt:
        return 0
    finally:
        builder.stop()
        server.shutdown()


def _build_on_changes(builder: BuilderProcess, edited: list[Path], lock: Path, engine: list[Path]) -> None:
    """Request a build now, and whenever something is saved, until that is a part of the engine."""
    lock_state = _file_state(lock)
    saves = watch(*edited, *engine, debounce=A_WHILE, step=TOGETHER, rust_timeout=STARTING, yield_on_timeout=True)
    requested = False
    for changes in saves:
        if any(Path(path).is_relative_to(part) for _change, path in changes for part in engine):
            builder.stop()
            return
        # The lock may not be there yet, and a watcher of a single file loses sight of it when another takes its place.
        before, lock_state = lock_state, _file_state(lock)
        if changes or lock_state != before or not requested:
            builder.request_build()
        requested = True


def _file_state(file: Path) -> tuple[int, int] | None:
    """Return what is different after a file was saved again: its inode and its date; None while there is no file."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns
