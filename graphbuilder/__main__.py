"""`python -m graphbuilder`: the command line."""

import sys

from graphbuilder.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
