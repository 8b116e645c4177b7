"""Every table that names a customer or a person is accounted for by exports and erasures."""

from desktop.services.store.shared import holdings

BY_CUSTOMER = {*holdings.OF_CUSTOMER, *holdings.TRACES_OF_CUSTOMER}
BY_PERSON = {*holdings.OF_PERSON, *holdings.WORK_OF_PERSON, *holdings.GIVEN_BY_LEAD}
DERIVED = {"feed", "waiting_check_ins"}
"""What triggers keep: ids only, and gone with the rows that it is about."""


def tables_with(database, *columns):
    return {
        row[0]
        for row in database.run(
            """select distinct table_name::text from information_schema.columns
            where table_schema = 'vav' and column_name = any(%s)""",
            list(columns),
        )
    }


def test_no_table_is_forgotten(shared):
    assert tables_with(shared, "customer_id") - DERIVED <= BY_CUSTOMER
    assert tables_with(shared, "person_id", "lead_id", "author_id") - DERIVED <= BY_PERSON
    known = tables_with(shared, "id") | {"devices", "opened", "ops", "audit"}
    assert known >= BY_CUSTOMER | BY_PERSON
