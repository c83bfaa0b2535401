"""The engine as a package, installed where nothing else of this project is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from edition import ROOT, TINY


def install_wheel(wheel: Path, environment: Path) -> Path:
    """Install the engine in an environment of its own; return the folder of its commands.

    What it depends on is taken from the environment of these tests, which does not lend its engine: that is led to by a
    file that only counts in a folder of its own environment.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(environment / "bin" / "python")]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    (packages,) = (environment / "lib").glob("python*/site-packages")
    lent = Path(sys.prefix) / "lib" / packages.parent.name / "site-packages"
    (packages / "lent.pth").write_text(f"{lent}\n")
    return environment / "bin"


def test_a_wheel_is_all_that_another_edition_needs(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    commands = install_wheel(wheel, tmp_path / "venv")
    shutil.copytree(TINY, tmp_path / "edition")
    done = subprocess.run(
        [commands / "concordance", "build", "--root", tmp_path / "edition"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    site = tmp_path / "edition" / "build" / "html"
    page = (site / "index.html").read_text()
    assert 'class="site-search"' in page
    for name in ("edition.css", "find.js", "favicon.svg"):
        assert (site / "_static" / name).is_file(), name
        assert f"_static/{name}" in page
