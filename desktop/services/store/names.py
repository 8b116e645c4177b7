"""What customers are called in lists: the columns to read, and the name of a row."""

from sqlalchemy import RowMapping

from desktop.services.store.tables import customers

NAME = (customers.c.given_name, customers.c.family_name, customers.c.number)


def name_of(row: RowMapping) -> str:
    """Given then family name, else the number; empty where the join found nobody."""
    return f"{row['given_name'] or ''} {row['family_name'] or ''}".strip() or row["number"] or ""
