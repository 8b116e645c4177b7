"""The gate's words: whatever the server says has a sentence of its own on the screen."""

import pytest

from desktop.domain.errors import WrongSignIn
from desktop.ui.shell.connect_state import Hindrance
from desktop.ui.shell.connect_words import sentence


@pytest.mark.parametrize("why", WrongSignIn)
def test_every_reason_of_the_server_has_its_sentence(why):
    words = sentence(Hindrance(why.value), "postgresql://base.example/vav")
    assert words
    assert words != sentence(Hindrance.OTHER, "")
