"""What a store has of a table while another process writes it."""

import sqlite3
from pathlib import Path


def rows_in(store: Path, table: str) -> int:
    """Rows that are committed; none while there is no table."""
    if not store.exists():
        return 0
    reader = sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=5)
    try:
        (count,) = reader.execute(f"SELECT count(*) FROM {table}").fetchone()
    except sqlite3.OperationalError:
        return 0
    else:
        return int(count)
    finally:
        reader.close()
