"""The line of a page that says its short address, and, on paper, shows it as a QR code."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.i18n.words import _
from concordance.pages.site import QR_CODES, QR_ERROR_LEVEL

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class short_address(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes so
    """The short address of an entry. Attributes: `path`, `entry`, its id, and `coded`, whether there is a code of it.

    It is written out only when its page is: where the site will be published is no part of what is read.
    """


def _visit(self: HTML5Translator, node: nodes.Element) -> None:
    base = self.config.html_baseurl
    up = "../" * self.builder.current_docname.count("/")
    path = f"{node['path']}/"
    shown = f"{base}{path}" if base else f"/{path}"
    # The link is relative, and so is whole in the browser's menu even where nobody told the build of an address.
    link = f'<a href="{up}{path}">{escape(shown)}</a>'
    label = escape(_("Short address:"))
    self.body.append(f'<p class="short-address">{label} {link}')
    if base and node["coded"]:
        code = f"{up}{QR_CODES}/{node['entry']}"
        told = escape(_("QR code (error level %s):") % QR_ERROR_LEVEL)
        files = " · ".join(f'<a href="{code}.{kind.lower()}">{kind}</a>' for kind in ("SVG", "PNG"))
        seen = escape(_("QR code of the address %s") % shown)
        self.body.append(
            f'<span class="codes">{told} {files}</span>'
            f'<img class="code" src="{code}.svg" alt="{seen}" width="96" height="96" loading="lazy">'
        )
    self.body.append("</p>\n")
    raise nodes.SkipNode


def register(app: Sphinx) -> None:
    """Tell Sphinx of the node."""
    app.add_node(short_address, html=(_visit, None))
