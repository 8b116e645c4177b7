"""Nothing turns unseen, nor when the person asked for stillness."""

import pytest
from PySide6.QtCore import QAbstractAnimation, QVariantAnimation

from desktop.ui.kit import theme
from desktop.ui.kit.loading import Loading, Spinner


@pytest.fixture
def spinner(qtbot):
    loading = Loading("Lecture du parcours…")
    qtbot.addWidget(loading)
    loading.show()
    yield loading.findChild(Spinner)
    loading.close()


def turning(spinner) -> bool:
    (animation,) = spinner.findChildren(QVariantAnimation)
    return animation.state() is QAbstractAnimation.State.Running


def test_it_turns_while_it_is_seen(spinner):
    theme.set_reduced_motion(False)
    assert turning(spinner)
    spinner.hide()
    assert not turning(spinner)


def test_it_stands_still_when_asked(spinner):
    theme.set_reduced_motion(False)
    theme.set_reduced_motion(True)
    assert not turning(spinner)
    spinner.hide()
    spinner.show()
    assert not turning(spinner)
