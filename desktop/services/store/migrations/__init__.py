"""Migrations of the local store; alembic is imported only when a store is behind."""
