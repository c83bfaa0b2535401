"""The program `concordance`, and what all of its commands have in common."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import concordance
import pytest
from concordance.cli import check
from concordance.cli.main import COMMANDS, EXIT_STATUS, main
from edition import TINY, Edition

PROGRAM = [sys.executable, "-m", "concordance.cli"]
NEEDED = {"annotation": ["rules-2"], "inventory": ["south"], "links-to-us": ["south.json"]}
# The importer may write the first text of an edition; many editions stand in folders of their own.
ON_EDITIONS = sorted(COMMANDS.keys() - {"import", "many", "new"})
# What a command takes a second to load, and only a build needs.
HEAVY = ("sphinx", "docutils.writers", "PIL")


@pytest.mark.parametrize("folders", [(), ("source",), ("annotations",)])
@pytest.mark.parametrize("name", ON_EDITIONS)
def test_where_no_edition_stands_a_command_says_so_and_leaves_nothing(
    name: str, folders: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in folders:
        (tmp_path / folder).mkdir()
    assert main([name, "--root", str(tmp_path), *NEEDED.get(name, [])]) == 2
    out, err = capsys.readouterr()
    assert f"There is no edition at {tmp_path}: it has no folder" in err
    assert "--root" in err
    assert out == ""
    assert sorted(path.name for path in tmp_path.rglob("*")) == sorted(folders)


def test_a_command_explains_itself_where_what_it_needs_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("concordance.cli.downloads.MODULES", ("nosuch",))
    with pytest.raises(SystemExit) as end:
        main(["downloads", "--help"])
    assert (end.value.code, capsys.readouterr().err) == (0, "")
    assert main(["downloads", "--root", str(TINY)]) == 2
    err = capsys.readouterr().err
    assert "not installed: nosuch." in err
    assert "pip install 'concordance-edition[downloads]'" in err


def test_no_message_asks_for_make_where_there_may_be_no_makefile() -> None:
    for path in Path(concordance.__file__).parent.rglob("*.py"):
        assert "`make " not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_says_what_it_does_and_where_it_does_it(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    help_shown = capsys.readouterr().out
    assert end.value.code == 0
    assert help_shown.startswith(f"usage: concordance {name} ")
    assert f"`concordance {name}" in " ".join(help_shown.split())
    is_on_edition = name not in {"many", "new"}
    root = "the folder of the edition" if is_on_edition else "the folder that a relative FOLDER starts from"
    assert f"{root} (default: the current folder)" in " ".join(help_shown.split())
    assert EXIT_STATUS in help_shown


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    help_shown = capsys.readouterr().out
    for name, command in COMMANDS.items():
        assert f"  {name} " in help_shown
        assert command.summary in help_shown
    assert EXIT_STATUS in help_shown


@pytest.mark.parametrize("command", ["coverage", "suggest"])
def test_a_list_made_of_a_broken_edition_is_printed_and_fails(
    command: str, tiny: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--root", str(tiny.root)]) == 0
    printed, err = capsys.readouterr()
    assert err == ""
    broken = "---\nannotates: rules-3\nlinks:\n  - needs: boards\n    reason: Because.\n---\n"
    tiny.write("annotations/rules/3.md", broken)
    assert main([command, "--root", str(tiny.root)]) == 1
    out, err = capsys.readouterr()
    assert out == printed
    assert err == "Problems with the edition: 1. `concordance check` lists them.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["checks"],
        ["check", "--rot", "."],
        ["import"],
        *([name, "--port", port] for name in ("serve", "live") for port in ("65536", "-1", "²")),
    ],
)
def test_a_wrong_call_has_a_status_of_its_own(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    err = capsys.readouterr().err
    assert "usage: concordance" in err
    if "--port" in arguments:
        assert f"{arguments[-1]!r} is not a port: write a number up to 65535" in err


# A check that nobody followed to its end has not passed.
@pytest.mark.parametrize(("command", "status"), [("suggest", 0), ("coverage", 0), ("check", 1)])
def test_whoever_reads_what_a_command_says_may_stop(command: str, status: int, tiny: Edition) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*PROGRAM, command, "--root", str(tiny.root)],
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (status, "")


def test_a_terminal_that_lacks_a_character_is_given_another(tiny: Edition) -> None:
    tiny.change("annotations/vocabulary.yaml", "name: Harbour rules", "name: Règles du port")
    done = subprocess.run(
        [*PROGRAM, "coverage", "--root", str(tiny.root)],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"R?gles du port: " in done.stdout


@pytest.mark.parametrize("command", ["check", "coverage", "suggest"])
def test_what_only_a_build_needs_is_not_loaded_for_less(command: str) -> None:
    loads = (
        "import sys; from concordance.cli.main import main; main(sys.argv[1:]);"
        f"sys.exit(', '.join(name for name in {HEAVY!r} if name in sys.modules))"
    )
    call = [sys.executable, "-c", loads, command, "--root", str(TINY)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    # A process that is ended with words says them on standard error.
    assert done.stderr.strip() == ""


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (KeyboardInterrupt(), 130, "concordance check was stopped."),
        (OSError(13, "Permission denied", "conf.py"), 1, "concordance check cannot go on: Permission denied: conf.py."),
    ],
)
def test_a_command_that_is_cut_off_says_so_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, message: str
) -> None:
    def cut_off(_arguments: object) -> None:
        raise error

    monkeypatch.setattr(check, "main", cut_off)
    assert main(["check"]) == status
    assert capsys.readouterr().err == f"{message}\n"


ENDED = """
import os, signal, sys, types
from concordance.cli import main

# What runs the tests may have them ignored, as `nohup` has one of them.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

def work(arguments):
    if child := os.fork():
        os.kill(child, signal.SIGTERM)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
        os.kill(os.getpid(), int(arguments[0]))
    signal.pause()

sys.modules["concordance.cli.endless"] = types.SimpleNamespace(main=work)
main.COMMANDS["check"] = main.Command("endless", "works without end")
main.run()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_whatever_ends_a_command_gets_one_line_and_its_other_processes_end_at_once(number: signal.Signals) -> None:
    call = [sys.executable, "-c", ENDED, "check", str(int(number))]
    ended = subprocess.run(call, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stderr) == (128 + signal.SIGINT, "concordance check was stopped.\n")
    assert ended.stdout == f"{-signal.SIGTERM}\n"


STOPPED = """
import os, signal, sys

class Stop:
    def find_spec(name, *_):
        if name == stop_at:
            os.kill(os.getpid(), signal.SIGINT)

stop_at, ignored = sys.argv.pop(1), sys.argv.pop(1)
# What runs the tests may have it ignored.
signal.signal(signal.SIGINT, signal.SIG_IGN if ignored else signal.default_int_handler)
sys.meta_path.insert(0, Stop)
from concordance.cli.__main__ import run
run()
"""


@pytest.mark.parametrize("loading", ["argparse", "concordance.cli.kept_code", "concordance.cli.check"])
@pytest.mark.parametrize(("ignored", "status"), [("", -signal.SIGINT), ("ignored", 0)])
def test_a_command_that_is_stopped_while_it_loads_says_nothing(loading: str, ignored: str, status: int) -> None:
    call = [sys.executable, "-c", STOPPED, loading, ignored, "check", "--root", str(TINY)]
    ended = subprocess.run(call, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stderr) == (status, "")


ORPHANED = """
import os, signal, sys, types
from concordance.cli import main

def work(arguments):
    if os.fork():
        os.kill(os.getpid(), signal.SIGKILL)
    signal.pause()

sys.modules["concordance.cli.endless"] = types.SimpleNamespace(main=work)
main.COMMANDS["check"] = main.Command("endless", "works without end")
main.run()
"""


def test_no_process_outlives_a_command_that_had_no_time_to_end_it() -> None:
    # As long as any of them runs, its output has no end.
    ended = subprocess.run([sys.executable, "-c", ORPHANED, "check"], capture_output=True, timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL
