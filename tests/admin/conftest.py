"""Fixtures of the administrator's tests."""

from tests.admin.world import world

__all__ = ["world"]
