"""Build many editions that link to each other, with Snakemake: `concordance many FOLDER`.

FOLDER has a file `many.yaml` that names the editions, with the folder of each. Each is built by jobs of its own, the
copies of the others' inventories are refreshed in between, and links between editions are checked at the end. The sites
stand in FOLDER/sites, with an `index.html` over all of them. What is up to date is not built again, and what was cut
off is resumed. An edition that cannot be built keeps the site that it had.

Whatever else is given goes to Snakemake, such as `--cores 4`, `--dry-run`, or `--executor slurm --jobs 50`.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from concordance.cli.arguments import PARENT_ROOT, command_parser

if TYPE_CHECKING:
    from collections.abc import Sequence

SNAKEFILE = Path(__file__).parent / "Snakefile"
SETTINGS = "many.yaml"
# Editions do not wait for one that is broken, and what was cut off is made again.
ALWAYS = ("--keep-going", "--rerun-incomplete")
# How much may run at a time: one of these has to be said, and if none is, all cores are used.
AMOUNTS = ("--cores", "-c", "--jobs", "-j", "--executor", "-e", "--profile", "--workflow-profile", "--unlock")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status, which is that of Snakemake."""
    parser = command_parser("many", __doc__, PARENT_ROOT)
    parser.add_argument("folder", type=Path, help=f"the folder with {SETTINGS}")
    given, options = parser.parse_known_args(arguments)
    folder: Path = (given.root / given.folder).resolve()
    if not (folder / SETTINGS).is_file():
        print(f"There is no file {SETTINGS} in {folder}, which names the editions.", file=sys.stderr)
        return 2
    if importlib.util.find_spec("snakemake") is None:
        print("Snakemake is not installed: pip install 'concordance-edition[many]'", file=sys.stderr)
        return 2
    if not any(option.startswith(AMOUNTS) for option in options):
        options += ["--cores", "all"]
    # What a killed run leaves there would stop every later one (findings/snakemake-update-directory.sh).
    shutil.rmtree(folder / ".snakemake" / "backups", ignore_errors=True)
    where = ["--snakefile", str(SNAKEFILE), "--directory", str(folder)]
    command = [sys.executable, "-m", "snakemake", *where, *ALWAYS, *options]
    return subprocess.run(command, check=False).returncode
