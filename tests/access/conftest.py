"""Makes the world of the access tests known to them."""

from tests.access.world import fresh, world  # noqa: F401 - fixtures
