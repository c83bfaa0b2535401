"""The program `concordance`: one command for each task of an editor.

A command is imported when it is called: a check is done before Sphinx, which only a build needs, would be loaded.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import io
import os
import signal
import sys
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

import concordance
from concordance.cli.kept_code import code_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the program."""

    module: str
    """The module below `concordance.cli` that has its `main`."""
    summary: str
    """What it does, for the list of commands."""
    cut_off: int = 1
    """The exit status if its output is not read to the end.

    Whoever has seen enough of a list may stop reading, and that is no error; a check that was cut off has not passed.
    """


COMMANDS = {
    "build": Command("build", "build the site and publish it in build/html"),
    "downloads": Command("downloads", "build the site with books and documents to take away"),
    "check": Command("check", "check everything editorial in a second, without building"),
    "serve": Command("serve", "serve the site that was built, on this machine only"),
    "verify": Command("verify", "build the site once more and compare it with one that was published"),
    "live": Command("live.watch", "show the edition in the browser while it is edited"),
    "changes": Command("changes", "say what changes in the edition since a branch", cut_off=0),
    "suggest": Command("suggest", "print links that might be made, with the evidence", cut_off=0),
    "coverage": Command("coverage", "print what each paragraph has and lacks", cut_off=0),
    "annotation": Command("annotation", "write a new annotation to fill in", cut_off=0),
    "import": Command("importer.command", "write the pages of a text from a file as it was found"),
    "inventory": Command("inventory", "copy what another edition has, for links to its entries"),
    "links-to-us": Command("links_to_us", "show the links that other editions make to entries here"),
    "many": Command("many.command", "build many editions that link to each other"),
    "new": Command("new", "write a new edition, ready to build"),
}
EXIT_STATUS = """\
Exit status: 0 if all is well, 1 if something is wrong with the edition or the command failed on the way,
2 if it could not do its work at all: the call was wrong, or something that it needs is missing."""


def main(arguments: Sequence[str] | None = None, on_loaded: Callable[[], object] = lambda: None) -> int:
    """Run the command that the arguments begin with; return its exit status: 0, 1 or 2, as explained in `EXIT_STATUS`.

    `on_loaded` is called when the command is loaded, before it is run.
    """
    call = _parse(arguments)
    command = COMMANDS[call.command]
    try:
        module = importlib.import_module(f"concordance.cli.{command.module}")
        on_loaded()
        status: int = module.main(call.arguments)
        print(end="", flush=True)
    except KeyboardInterrupt:
        print(f"concordance {call.command} was stopped.", file=sys.stderr)
        # As shells have it: 128 and the number of the signal.
        return 128 + signal.SIGINT
    except BrokenPipeError:
        # Python would try again when it ends (https://docs.python.org/3/library/signal.html#note-on-sigpipe).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return command.cut_off
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        print(f"concordance {call.command} cannot go on: {error.strerror or error}{where}.", file=sys.stderr)
        return 1
    except Exception as error:
        from concordance.cli.faults import fault_line  # noqa: PLC0415 - hardly ever needed

        print(f"concordance {call.command} cannot go on: {fault_line(error)}", file=sys.stderr)
        return 1
    return status


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:{width}}  {command.summary}" for name, command in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="concordance",
        description=f"Build, check and edit an annotated edition of a legal text.\n\ncommands:\n{commands}",
        epilog=f"{EXIT_STATUS}\n\n`concordance COMMAND --help` says more of a command.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=concordance.__version__)
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help="one of the commands above")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="…", help="what the command is given")
    return parser.parse_args(arguments)


def _end_in_order() -> None:
    """Have whatever ends this process, such as a terminal that is closed, stop it as Ctrl-C does.

    A build would leave its other processes behind, which wait for more to do.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    ends = [each for each in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(each) is signal.SIG_DFL]
    for each in ends:
        signal.signal(each, signal.default_int_handler)

    def end_at_once() -> None:
        for each in ends:
            signal.signal(each, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ends)
        threading.Thread(target=_end_with, args=(this_process,), daemon=True).start()

    this_process = os.getpid()
    # What ends a new process must wait until it is one that ends, or it would be lost.
    os.register_at_fork(
        before=lambda: signal.pthread_sigmask(signal.SIG_BLOCK, ends),
        after_in_parent=lambda: signal.pthread_sigmask(signal.SIG_UNBLOCK, ends),
        after_in_child=end_at_once,
    )


def _end_with(parent: int) -> None:
    """End this process when its parent has ended, which may have had no time to end it (SIGKILL).

    It would wait for more to do, and keep the next build waiting.
    """
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def run() -> NoReturn:
    """Run the command that this process was started for, and exit with its status."""
    # Not every terminal can show every character of a text: a question mark stands for those it lacks.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    with code_kept():
        status = main(on_loaded=_end_in_order)
    # Python would look through all that is left before it ends; the system takes it back at once.
    gc.freeze()
    sys.exit(status)
