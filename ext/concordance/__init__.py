"""An annotated edition of a legal text: typed entries, reasoned links both ways, commentary beside every provision."""

from __future__ import annotations

# `typing`, which has this too, would take most of the time until a command can be stopped without a word.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything; do nothing else."""
    # Commands that build nothing need nothing of Sphinx, and are done before it would be loaded.
    from concordance.sphinx_ext.setup import register  # noqa: PLC0415

    register(app)
    return {"version": __version__, "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
