"""The gateway that stands alone, with less patience: `python -m tests.video.alone SECONDS --config FILE`."""

import sys

from desktop.services.video.gateway import __main__, rooms


def main() -> int:
    setattr(rooms, "PATIENCE", float(sys.argv.pop(1)))  # noqa: B010 - a constant to all others
    return __main__.main()


if __name__ == "__main__":
    sys.exit(main())
