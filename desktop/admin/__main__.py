"""`python -m desktop.admin`: the administrator's command line."""

import json
import sys

from desktop.admin.command import app
from desktop.admin.screen import OK, Screen


def main() -> None:
    """Run a command; a program that asked for JSON gets an object however the command ends."""
    try:
        app(prog_name="desktop.admin")
    except SystemExit as ended:
        if "--json" in sys.argv and "--help" not in sys.argv and not Screen.answered:
            ok = ended.code in {None, OK}
            sys.stdout.write(json.dumps({"ok": ok} | ({} if ok else {"code": "usage"})) + "\n")
        raise


if __name__ == "__main__":
    main()
