"""The shell: all that subclasses Sphinx or connects to it."""
