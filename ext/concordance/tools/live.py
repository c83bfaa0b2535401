"""Show an edition while it is edited: `python -m concordance.tools.live`.

What is saved is built and shown in the browser, on this machine only. As long as something is wrong, that is told, and
the site stays as it was. Ids that are new are not added to the lock: only what is published is for ever.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watchfiles import watch

import concordance
from concordance.tools.edition import command
from concordance.tools.live_builder import GOOD
from concordance.tools.live_server import LiveSite, serve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENGINE = Path(concordance.__file__).parent
# In milliseconds: what is saved so shortly after something else is built with it, but not for longer than a while.
TOGETHER, A_WHILE = 40, 400
# After so many milliseconds in which nothing was saved, whoever watches files says so; it watches from then on, surely.
STARTING = 500
DEAD = "The engine does not start: the terminal says why.\n"


class Builder:
    """A process that builds; it is started when it is first needed, and anew when the engine has changed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._process: subprocess.Popen[str] | None = None

    def build(self) -> Iterator[dict[str, Any]]:
        """Ask for a build; yield what is answered, the end last."""
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "concordance.tools.live_builder", "--root", self._root],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                # Whoever stops this command from the terminal stops only this process, which ends the other.
                start_new_session=True,
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            print("build", file=self._process.stdin, flush=True)
            for line in self._process.stdout:
                answer: dict[str, Any] = json.loads(line)
                yield answer
                if "done" in answer:
                    return
        except BrokenPipeError:
            pass
        self.end()
        yield {"done": True, "problems": DEAD}

    def end(self) -> None:
        """End the process, in the middle of a build if need be: the next begins where the last good one ended."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGTERM)
            self._process.communicate()
            self._process = None


def _build(builder: Builder, site: LiveSite) -> None:
    began = time.monotonic()
    for answer in builder.build():
        passed = f"{time.monotonic() - began:.1f} s"
        if "shown" in answer:
            site.note_problems("")
            site.note_change()
            print(f"Shown after {passed}.", flush=True)
        elif problems := answer["problems"]:
            site.note_problems(problems)
            print(problems, end="", file=sys.stderr)
            print(f"Not built ({passed}): the site is as it was before.", file=sys.stderr, flush=True)
        else:
            site.note_problems("")
            print(f"Complete after {passed}.", flush=True)


def _stop(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command until it is stopped; return its exit status."""
    parser = command("live", __doc__)
    parser.add_argument("--port", type=int, default=8000, help="where to serve the site (default: 8000)")
    given = parser.parse_args(arguments)
    root = given.root.resolve()
    site, builder = LiveSite(root / "build" / GOOD / "html"), Builder(root)
    try:
        server = serve(site, given.port)
    except OSError as error:
        print(f"Port {given.port} cannot be used: {error.strerror}. Give another with --port.", file=sys.stderr)
        return 1
    edited = [root / "annotations", root / "source"]
    try:
        signal.signal(signal.SIGTERM, _stop)
        print(f"Serving on http://127.0.0.1:{server.server_port} (stop with Ctrl-C)", flush=True)
        while True:
            _build_on_changes(builder, site, edited, [root / "conf.py", ENGINE])
    except KeyboardInterrupt:
        return 0
    finally:
        builder.end()
        server.shutdown()


def _build_on_changes(builder: Builder, site: LiveSite, edited: list[Path], engine: list[Path]) -> None:
    """Build now, and whenever something is saved, until that is a part of the engine.

    What is saved during a build is kept for the next.
    """
    found = watch(*edited, *engine, debounce=A_WHILE, step=TOGETHER, rust_timeout=STARTING, yield_on_timeout=True)
    built = False
    for changes in found:
        if any(Path(path).is_relative_to(part) for _change, path in changes for part in engine):
            builder.end()
            return
        if changes or not built:
            _build(builder, site)
        built = True


if __name__ == "__main__":
    sys.exit(main())
