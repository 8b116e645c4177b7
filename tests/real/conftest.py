"""The real files, which stand beside the repository on some machines only."""

from pathlib import Path

import pytest

DATA = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture(scope="module")
def real_file():
    """A function that answers a real file's path, or skips the test with its reason."""

    def found(name: str) -> Path:
        path = DATA / name
        if not path.exists():
            pytest.skip(f"../shared/data/{name} is absent: real files are not part of the project")
        return path

    return found
