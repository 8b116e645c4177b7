"""`python -m desktop.admin`: the administrator's command line."""

import json
import sys
from typing import Any

from desktop.admin.command import app
from desktop.admin.screen import OK, Screen


def main() -> None:
    """Run a command; a program that asked for JSON gets an object however the command ends."""
    try:
        app(prog_name="desktop.admin")
    except SystemExit as ended:
        ok = ended.code in {None, OK}
        _answer({"ok": ok} | ({} if ok else {"code": "usage"}))
        raise
    except Exception:
        _answer({"ok": False, "code": "unexpected"})
        raise


def _answer(told: dict[str, Any]) -> None:
    """The one object, where the command did not come to telling it."""
    if "--json" in sys.argv and "--help" not in sys.argv and not Screen.answered:
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
