"""`python -m desktop.admin`: the administrator's command line."""

from desktop.admin.command import app

if __name__ == "__main__":
    app(prog_name="desktop.admin")
