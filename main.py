"""Open the application: `uv run main.py`."""

import sys

from desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
