"""Every node that takes the focus, in every specimen, has a name that is read aloud."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from desktop.ui.kit.textfield import TextField
from tests.ui.kit.pictures import framed
from tests.ui.kit.specimens_over import SPECIMENS


def nodes(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield root
    for place in range(root.childCount()):
        child = root.child(place)
        if child is not None:
            yield from nodes(child)


def nameless(root: QAccessibleInterface) -> list[str]:
    return [
        f"{node.role()} {node.object()}"
        for node in nodes(root)
        if node.state().focusable
        and not node.state().invisible
        and node.object() is not None
        and not node.text(QAccessible.Text.Name).strip()
    ]


@pytest.mark.parametrize("name", SPECIMENS)
def test_every_focusable_node_is_named(qapp, name):
    ground = framed(name)
    root = QAccessible.queryAccessibleInterface(ground)
    assert root is not None
    assert nameless(root) == []
    ground.close()
    ground.deleteLater()


def test_the_walk_finds_a_nameless_one(qapp):
    ground = framed("fields")
    for field in ground.findChildren(TextField):
        field.setAccessibleName("")
        field.setPlaceholderText("")
    root = QAccessible.queryAccessibleInterface(ground)
    assert root is not None
    assert len(nameless(root)) >= 3
    ground.close()
    ground.deleteLater()
