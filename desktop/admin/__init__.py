"""The administrator’s command line, one module a family of commands."""
