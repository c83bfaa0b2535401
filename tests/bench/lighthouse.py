"""Lighthouse, fetched with npm when it is first asked for."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

VERSION = "13.5.0"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True, slots=True)
class Scores:
    """What Lighthouse says of a page, in the order of `CATEGORIES`, and what it found wanting."""

    scores: tuple[int, ...]
    wanting: tuple[str, ...]

    def __str__(self) -> str:
        return " / ".join(str(score) for score in self.scores)


def fetched(folder: Path) -> Path | None:
    """Return the program, or None where it cannot be had."""
    program = folder / "node_modules" / ".bin" / "lighthouse"
    npm = shutil.which("npm")
    if not program.exists() and npm is not None:
        folder.mkdir(parents=True, exist_ok=True)
        asked = [
            npm,
            "install",
            "--prefix",
            str(folder),
            "--silent",
            "--no-audit",
            "--no-fund",
            f"lighthouse@{VERSION}",
        ]
        subprocess.run(asked, check=False)
    return program if program.exists() else None


def scores(program: Path, chromium: str, address: str, form: str) -> Scores:
    """Let Lighthouse look at a page as on a phone or a desktop."""
    asked = [str(program), address, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}"]
    asked.append("--chrome-flags=--headless=new --no-sandbox --disable-gpu")
    asked += ["--preset=desktop"] if form == "desktop" else []
    environment = os.environ | {"CHROME_PATH": chromium}
    done = subprocess.run(asked, capture_output=True, text=True, check=True, env=environment)
    report = json.loads(done.stdout)
    rated = tuple(round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES)
    weighed = {
        audit["id"] for name in CATEGORIES for audit in report["categories"][name]["auditRefs"] if audit["weight"] > 0
    }
    wanting = [name for name in sorted(weighed) if (report["audits"][name]["score"] or 0) < 0.9]
    unrated = {"notApplicable", "informative", "manual"}
    return Scores(rated, tuple(name for name in wanting if report["audits"][name]["scoreDisplayMode"] not in unrated))
