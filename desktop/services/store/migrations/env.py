"""Alembic asks for this file; `upgrade.py` runs the migrations without it."""
