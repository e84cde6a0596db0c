"""`boligtildeling`: sub-commands for IT and robots; with none, the window."""

import sys

from boligtildeling.cli.main import kjoer
from boligtildeling.loggfil import start_logg


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    start_logg()
    sys.exit(kjoer(sys.argv[1:]))


if __name__ == "__main__":
    main()
