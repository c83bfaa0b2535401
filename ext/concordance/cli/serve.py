"""Serve the site in `build/html` on this machine only: `concordance serve`."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from concordance.cli.arguments import add_port_argument, command_parser, edition_folder
from concordance.cli.site_server import SiteHandler, SiteServer, port_problem

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command until it is stopped; return its exit status."""
    parser = command_parser("serve", __doc__)
    add_port_argument(parser)
    options = parser.parse_args(arguments)
    root = edition_folder(options)
    if root is None:
        return 2
    site = root / "build" / "html"
    if not site.is_dir():
        print(f"There is no site in {site}. Build it first: `concordance build`.", file=sys.stderr)
        return 2
    try:
        server = SiteServer(options.port, partial(SiteHandler, directory=str(site)))
    except OSError as error:
        print(port_problem("serve", options.port, error), file=sys.stderr)
        return 1
    print(f"Serving on http://127.0.0.1:{server.server_port} (stop with Ctrl-C)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        return 0
    finally:
        server.server_close()
    return 0
