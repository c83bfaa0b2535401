"""The program `concordance`, as the system starts it: `python -m concordance.cli`.

Loading is most of what a short command does. Whoever stops it meanwhile would be shown where Python was in which module
of which library: until a command is loaded, it ends at once, and in silence.
"""

# What `signal` is made of, and part of Python itself: nothing has to be loaded for it.
import _signal  # type: ignore[import-not-found]

# Where whoever started this has it ignored, it stays so.
if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)

from concordance.cli.main import run

if __name__ == "__main__":
    run()
