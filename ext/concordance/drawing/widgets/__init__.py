"""One module for each widget, which draws it."""
