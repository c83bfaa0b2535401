"""The environment that `make` keeps: what makes it anew, and that a working one is never lost."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from edition import ROOT

SCRIPT = Path("ext") / "environment.py"
REQUIREMENTS = "requirements.txt"
# Stands in for Python's `venv`, and does the same, but for pip, which takes seconds to install and compile: it lends
# that of the environment in which these tests run.
VENV = """
import sys
from pathlib import Path

import pip

sys.path.remove(str(Path(__file__).parent))
import venv

def lend_pip(_builder, context):
    [packages] = Path(context.env_dir).glob("lib/python*/site-packages")
    (packages / "pip").symlink_to(Path(pip.__file__).parent)

venv.EnvBuilder._setup_pip = lend_pip
venv.main()
"""


def write_wheel(folder: Path, version: str) -> str:
    """Write a package that has a script, and return the line of requirements that asks for it."""
    files = {
        "thing.py": f'def main():\n    print("{version}")\n',
        f"thing-{version}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: thing\nVersion: {version}\n",
        f"thing-{version}.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"thing-{version}.dist-info/entry_points.txt": "[console_scripts]\nthing = thing:main\n",
    }
    record = f"thing-{version}.dist-info/RECORD"
    checksums = {name: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()) for name, text in files.items()}
    lines = [f"{name},sha256={checksums[name].decode().rstrip('=')},{len(text)}\n" for name, text in files.items()]
    path = folder / f"thing-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in {**files, record: "".join([*lines, f"{record},,\n"])}.items():
            wheel.writestr(name, text)
    return f"thing=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


class Project:
    """A project with the script, an engine and requirements, on a machine without a connection."""

    def __init__(self, root: Path, wheels: Path) -> None:
        self.root, self.wheels = root, wheels

    def require(self, line: str) -> None:
        (self.root / REQUIREMENTS).write_text(line)

    def make(self, *options: str) -> subprocess.CompletedProcess[str]:
        offline = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": str(self.wheels)}
        command = [sys.executable, str(SCRIPT), ".venv", *options, REQUIREMENTS]
        # The stand-in for `venv` lies beside the wheels.
        environment = {**os.environ, **offline, "PYTHONPATH": str(self.wheels)}
        return subprocess.run(command, cwd=self.root, env=environment, capture_output=True, text=True, check=False)

    def run(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [str(self.root / ".venv" / "bin" / script), *arguments]
        return subprocess.run(command, cwd=self.root.parent, capture_output=True, text=True, check=False)

    def identity(self) -> int:
        return (self.root / ".venv").stat().st_ino


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root, wheels = tmp_path_factory.mktemp("made") / "project", tmp_path_factory.mktemp("wheels")
    engine = root / "ext" / "concordance" / "cli"
    engine.mkdir(parents=True)
    shutil.copy(ROOT / SCRIPT, root / SCRIPT)
    (engine / "__main__.py").write_text('import sys\ndef run():\n    print("engine", *sys.argv[1:])\n')
    (wheels / "venv.py").write_text(VENV)
    project = Project(root, wheels)
    project.require(write_wheel(wheels, "1.0"))
    done = project.make()
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Setting up .venv …\n")
    return project


@pytest.fixture
def project(made: Project, tmp_path: Path) -> Project:
    """The project in another folder than that in which its environment was made."""
    root = tmp_path / "moved" / "project"
    shutil.copytree(made.root, root, symlinks=True)
    return Project(root, made.wheels)


def test_it_has_what_is_required_and_the_engine(made: Project) -> None:
    assert made.run("thing").stdout == "1.0\n"
    assert made.run("concordance", "check", "a b").stdout == "engine check a b\n"
    assert sorted(path.name for path in made.root.iterdir()) == [".venv", "ext", REQUIREMENTS]


def test_a_moved_project_goes_on_working_without_the_folder_it_came_from(project: Project, made: Project) -> None:
    before = project.identity()
    assert project.run("concordance", "check").stdout == "engine check\n"
    done = project.make()
    assert (done.returncode, done.stderr) == (0, "")
    assert project.identity() == before
    assert project.run("thing").stdout == "1.0\n"
    # Nothing of it leads to where it was.
    (project.root / "ext" / "concordance" / "cli" / "__main__.py").write_text('def run():\n    print("moved")\n')
    assert project.run("concordance").stdout == "moved\n"
    scripts = [path for path in (project.root / ".venv" / "bin").iterdir() if not path.is_symlink()]
    assert not [path.name for path in scripts if str(made.root).encode() in path.read_bytes()]


def test_dates_say_nothing(project: Project) -> None:
    before = project.identity()
    tomorrow = time.time() + 86_400
    os.utime(project.root / REQUIREMENTS, (tomorrow, tomorrow))
    os.utime(project.root / ".venv" / ".ready", (0, 0))
    assert project.make().stderr == ""
    assert project.identity() == before


def test_what_cannot_be_renewed_goes_on_being_used(project: Project) -> None:
    before = project.identity()
    project.require("thing==3.0 --hash=sha256:" + "0" * 64 + "\n")
    done = project.make()
    assert done.returncode == 0
    first, second = done.stderr.splitlines()
    assert first == "Setting up .venv …"
    assert second.startswith(".venv could not be renewed and is used as it is: ERROR: ")
    assert project.identity() == before
    assert project.run("thing").stdout == "1.0\n"
    assert not (project.root / ".venv.new").exists()


def test_other_requirements_renew_it(project: Project) -> None:
    project.require(write_wheel(project.wheels, "2.0"))
    assert project.make().returncode == 0
    assert project.run("thing").stdout == "2.0\n"
    assert project.run("concordance", "live").stdout == "engine live\n"
    assert sorted(path.name for path in project.root.glob(".venv*")) == [".venv"]


def stand_in_the_way(project: Project) -> None:
    """Let no environment be made, without the seconds that it takes until packages are asked for."""
    (project.root / ".venv.new").write_text("")


def test_another_python_renews_it_only_if_it_was_asked_for(project: Project) -> None:
    stand_in_the_way(project)
    assert project.make("--this-python").stderr == ""
    record = project.root / ".venv" / ".ready"
    record.write_text(json.dumps(json.loads(record.read_text()) | {"python": "3.99.0 in /opt"}))
    assert project.make().stderr == ""
    assert ".venv could not be renewed" in project.make("--this-python").stderr


def test_where_there_was_none_and_none_can_be_made_that_is_an_error(project: Project) -> None:
    shutil.rmtree(project.root / ".venv")
    stand_in_the_way(project)
    done = project.make()
    assert done.returncode == 1
    assert ".venv could not be set up: " in done.stderr


def test_what_was_stopped_between_two_steps_is_put_back(project: Project) -> None:
    (project.root / ".venv").rename(project.root / ".venv.old")
    assert project.make().stderr == ""
    assert project.run("thing").stdout == "1.0\n"


def test_an_environment_that_a_link_leads_to_is_left_as_it_is(project: Project, tmp_path: Path) -> None:
    assert project.make().returncode == 0
    lent = tmp_path / "lent"
    (project.root / ".venv").rename(lent)
    (project.root / ".venv").symlink_to(lent)
    before = {path: path.read_bytes() for path in (lent / "bin").iterdir()}
    assert project.make().stderr == ""
    assert before == {path: path.read_bytes() for path in (lent / "bin").iterdir()}


LOADING = """
import os, runpy, signal, sys

class Stop:
    def find_spec(name, *_):
        if name == "argparse":
            os.kill(os.getpid(), signal.SIGINT)

# What runs the tests may have it ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Stop)
runpy.run_path(sys.argv[1], run_name="__main__")
"""
INSTALLING = """
import os, signal, sys
from pathlib import Path

sys.path.insert(0, str(Path(sys.argv.pop(1)).parent))
import environment

def install(command):
    Path(command[-1]).mkdir()
    os.kill(os.getpid(), signal.SIGTERM)

environment._run = install
sys.exit(environment.main())
"""


@pytest.mark.parametrize(
    ("code", "status", "message"),
    [
        (LOADING, -signal.SIGINT, ""),
        (INSTALLING, 128 + signal.SIGINT, "Setting up .venv …\nSetting up .venv was stopped.\n"),
    ],
)
def test_whoever_stops_it_is_told_so_in_one_line_or_nothing_and_finds_nothing_left(
    code: str, status: int, message: str, tmp_path: Path
) -> None:
    (tmp_path / REQUIREMENTS).touch()
    call = [sys.executable, "-c", code, str(ROOT / SCRIPT), ".venv", REQUIREMENTS]
    ended = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (status, message)
    assert [path.name for path in tmp_path.iterdir()] == [REQUIREMENTS]
