"""The one list model: right rows, kept selection, the fewest signals, and Qt's own checks."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt

from desktop.ui.kit.rows import ROW, RowsModel

Row = tuple[int, str]


def model_of(*rows: Row) -> RowsModel[Row]:
    model: RowsModel[Row] = RowsModel(lambda row: row[0], lambda row: row[1])
    model.set_rows(rows)
    return model


def signals_of(model: RowsModel[Row]) -> list[str]:
    heard: list[str] = []
    model.rowsInserted.connect(lambda _p, a, b: heard.append(f"+{a}-{b}"))
    model.rowsRemoved.connect(lambda _p, a, b: heard.append(f"-{a}-{b}"))
    model.rowsMoved.connect(lambda _p, a, _b, _q, to: heard.append(f"{a}>{to}"))
    model.dataChanged.connect(lambda a, _b, _r: heard.append(f"~{a.row()}"))
    model.modelReset.connect(lambda: heard.append("reset"))
    return heard


def test_qt_finds_no_fault(qapp, qtmodeltester):
    model = model_of((1, "un"), (2, "deux"))
    qtmodeltester.check(model)
    model.set_rows([(3, "trois"), (2, "deux"), (1, "un")])
    model.append_rows([(4, "quatre")])
    model.set_rows([(4, "quatre")])
    qtmodeltester.check(model)


def test_objects_and_words_are_under_their_roles(qapp):
    model = model_of((1, "un"))
    index = model.index(0)
    assert index.data(ROW) == (1, "un")
    assert index.data() == "un"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "un"
    assert model.index_of(1) == index
    assert not model.index_of(9).isValid()


def test_only_what_changed_is_told(qapp):
    model = model_of((1, "a"), (2, "b"), (3, "c"), (4, "d"))
    heard = signals_of(model)
    model.set_rows([(1, "a"), (2, "b"), (3, "c"), (4, "d")])
    assert heard == []
    model.set_rows([(1, "a"), (2, "B"), (3, "c"), (4, "d"), (5, "e"), (6, "f")])
    assert heard == ["~1", "+4-5"]
    heard.clear()
    model.set_rows([(6, "f"), (1, "a"), (4, "d")])
    assert heard == ["-4-4", "-1-2", "2>0"]


def test_a_page_comes_in_one_signal(qapp):
    model = model_of((1, "a"))
    heard = signals_of(model)
    model.append_rows([(2, "b"), (3, "c")])
    model.append_rows([])
    assert heard == ["+1-2"]


def test_the_selection_stays_on_its_row(qapp):
    model = model_of((1, "a"), (2, "b"), (3, "c"))
    selection = QItemSelectionModel(model)
    selection.setCurrentIndex(model.index(1), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    model.set_rows([(9, "z"), (3, "c"), (2, "b")])
    assert selection.currentIndex().data(ROW) == (2, "b")
    assert [index.row() for index in selection.selectedIndexes()] == [2]


@given(st.lists(st.integers(0, 12), unique=True), st.lists(st.integers(0, 12), unique=True))
def test_any_rows_become_any_others(before, after):
    model = model_of(*((key, "x") for key in before))
    held = {key: QPersistentModelIndex(model.index_of(key)) for key in before}
    model.set_rows([(key, "y") for key in after])
    assert model.rows() == tuple((key, "y") for key in after)
    for key, index in held.items():
        if key in after:
            assert index.data(ROW) == (key, "y")
        else:
            assert not index.isValid()
