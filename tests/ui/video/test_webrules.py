"""What the advisor's page may reach, decided without a web engine."""

import pytest
from PySide6.QtCore import QUrl

from desktop.ui.video import webrules

HOME = QUrl("https://video.exemple.example/a")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://video.exemple.example/a", "https://video.exemple.example/v", True),
        ("https://video.exemple.example/a", "https://VIDEO.exemple.example:443/", True),
        ("http://localhost:8000/a", "http://localhost:8000/", True),
        ("http://localhost:8000/a", "http://localhost:8001/a", False),
        ("http://localhost:8000/a", "http://127.0.0.1:8000/a", False),
        ("https://video.exemple.example/a", "http://video.exemple.example/a", False),
        ("https://video.exemple.example/a", "https://video.exemple.example.evil.example/a", False),
        ("https://video.exemple.example/a", "https://video.exemple.example:8443/a", False),
        ("about:blank", "about:blank", False),
        ("", "", False),
    ],
)
def test_an_origin_is_scheme_name_and_port(one, other, same):
    assert webrules.same_origin(QUrl(one), QUrl(other)) is same


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://video.exemple.example/a", True),
        ("https://video.exemple.example/a?theme=dark#token", True),
        ("https://video.exemple.example/v", False),
        ("https://video.exemple.example/", False),
        ("https://exemple.example/a", False),
        ("https://video.exemple.example@evil.example/a", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("about:blank", True),
        ("about:about", False),
        ("chrome://kill", False),
        ("view-source:https://video.exemple.example/a", False),
    ],
)
def test_the_view_goes_to_its_own_page_alone(url, may):
    assert webrules.may_open(QUrl(url), HOME) is may
