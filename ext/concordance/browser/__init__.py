"""The scripts for readers: `pages` for the site, `linker` for other sites, `worker` and `live`."""

from __future__ import annotations

from pathlib import Path

BROWSER = Path(__file__).parent
