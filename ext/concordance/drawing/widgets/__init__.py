"""One module for each generated part of a page, which draws it."""
