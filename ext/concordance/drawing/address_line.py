"""The line of a page with its short address and, on paper, a QR code of that."""

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
    """The short address of an entry.

    Attributes: `path`; `entry`, its id; `coded`, whether there is a QR code of it. The address is written only when its
    page is, as reading a page does not depend on where the site will be published.
    """


def _visit(self: HTML5Translator, node: nodes.Element) -> None:
    base = self.config.html_baseurl
    up = "../" * self.builder.current_docname.count("/")
    path = f"{node['path']}/"
    shown = f"{base}{path}" if base else f"/{path}"
    # A relative link works, and can be copied in full from a browser, even if the build knows no address of the site.
    link = f'<a href="{up}{path}">{escape(shown)}</a>'
    self.body.append(f'<p class="short-address">{escape(_("Short address:"))} {link}')
    if base and node["coded"]:
        code = f"{up}{QR_CODES}/{node['entry']}"
        label = escape(_("QR code (error level %s):") % QR_ERROR_LEVEL)
        files = " · ".join(f'<a href="{code}.{kind.lower()}">{kind}</a>' for kind in ("SVG", "PNG"))
        alternative = escape(_("QR code of the address %s") % shown)
        self.body.append(
            f'<span class="codes">{label} {files}</span>'
            f'<img class="code" src="{code}.svg" alt="{alternative}" width="96" height="96" loading="lazy">'
        )
    self.body.append("</p>\n")
    raise nodes.SkipNode


def register(app: Sphinx) -> None:
    """Register the node with Sphinx."""
    app.add_node(short_address, html=(_visit, None))
