"""The table `[video]`: what it takes, and complaints that name the line."""

from pathlib import Path

import pytest

from desktop.app import _bad_setting
from desktop.config import BadSettings, Settings, VideoSettings, read

WHOLE = """\
lang = "fr"

[video]
gateway = "https://visio.banque.example/"
company = "Banque Exemple"
listen = "10.1.2.3"
port = 9443
name = "visio.lyon.banque.example"
certificate = "/etc/vav/lyon.pem"
certificate_key = "/etc/vav/lyon.key"
stun = ["stun:stun.banque.example:3478"]
turn = ["turns:turn.banque.example:443"]
ready = false

[video.sms]
url = "https://sms.example/v1/messages"
method = "PUT"
headers = { Authorization = "Bearer {secret}", "X-Once" = "{key}" }
success = [200, 202]
success_path = "messages.0.status"
success_values = ["queued", 0, true]

[video.sms.template]
recipients = ["{to}"]
message = { text = "{text}", flash = false }

[video.email]
url = "https://mail.example/send"
body = "form"
secret = "mail-2"
template = { to = "{to}", body = "{text}", token = "{secret}" }

[[video.places]]
id = "lyon-1"
team = "Rhône"
title = "Agence de Lyon"

[[video.places]]
id = "lyon-2"
team = "Rhône"
title = "Accueil"
"""


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_nothing_said_is_no_gateway():
    assert read().video == VideoSettings() == Settings().video
    assert (VideoSettings().gateway, VideoSettings().sms, VideoSettings().ready) == ("", None, True)


def test_all_of_it_is_read(written):
    settings = read(file=written(WHOLE))
    video = settings.video
    assert settings.lang == "fr"
    assert (video.gateway, video.company) == ("https://visio.banque.example", "Banque Exemple")
    assert (video.listen, video.port, video.ready) == ("10.1.2.3", 9443, False)
    assert video.certificate_key == Path("/etc/vav/lyon.key")
    assert [place.title for place in video.places] == ["Agence de Lyon", "Accueil"]
    sms, email = video.sms, video.email
    assert (sms.method, sms.body, sms.secret, sms.wants_secret) == ("PUT", "json", "sms", True)
    assert dict(sms.headers) == {"Authorization": "Bearer {secret}", "X-Once": "{key}"}
    assert sms.template == {"recipients": ["{to}"], "message": {"text": "{text}", "flash": False}}
    assert sms.success_values == ("queued", 0, True)
    assert (email.body, email.secret, email.success) == ("form", "mail-2", (200, 201, 202))


SMS = '[video.sms]\nurl = "https://sms.example"\n'


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('[video]\ncompany = "B"\ncolour = "red"\n', 3, "unknown"),
        ('[video]\ngateway = "http://visio.example"\n', 2, "web_address"),
        ('[video]\ngateway = "https://me:pass@visio.example"\n', 2, "web_address"),
        ('[video]\ngateway = "https://visio.example:port"\n', 2, "web_address"),
        ("[video]\n\nport = 70000\n", 3, "number"),
        ("[video]\nport = true\n", 2, "number"),
        ('[video]\nready = "yes"\n', 2, "yes_or_no"),
        ('[video]\nname = "https://visio"\n', 2, "host"),
        ("[video]\ncompany = 4\n", 2, "text"),
        ('[video]\nstun = ["stun.example"]\n', 2, "address"),
        ("[video]\nturn = [4]\n", 2, "list"),
        ('[video]\nprovider = "other"\n', 2, "choice"),
        ('video = "yes"\n', 1, "table"),
        ("[video]\nplaces = 7\n", 2, "table"),
        ('[[video.places]]\nid = "a"\nteam = "R"\ntitle = "T"\n[[video.places]]\nid = "../b"\n', 6, "name"),
        ('[[video.places]]\nid = "a"\ntitle = "T"\n', 1, "missing"),
        ('[video]\n[video.sms]\nmethod = "GET"\n', 3, "choice"),
        ("[video]\n\n[video.sms]\n[video.sms.template]\nto = '{to}'\n", 3, "missing"),
        (SMS, 1, "missing"),
        (SMS + "[video.sms.template]\ntext = '{text}'\n", 3, "no_addressee"),
        (SMS + "[video.sms.template]\nto = '{to}'\nwhat = ['{name}']\n", 3, "placeholder"),
        (SMS + "body = 'form'\n[video.sms.template]\nto = ['{to}']\n", 4, "flat"),
        (SMS + "[video.sms.headers]\n'A B' = 'c'\n", 4, "header"),
        (SMS + '[video.sms.headers]\nA = "b\\r\\nC: d"\n', 4, "header"),
        (SMS + "[video.sms.headers]\nA = '{to}'\n", 4, "placeholder"),
        (SMS + "color = 1\n[video.sms.template]\nto = '{to}'\n", 3, "unknown"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_in_words(written, text, line, why):
    path = written(text)
    with pytest.raises(BadSettings) as told:
        read(file=path)
    assert (told.value.where, told.value.why) == (f"{path}:{line}", why)
    assert f"{path}:{line}" in _bad_setting(told.value)


def test_the_environment_goes_over_the_file_and_a_flag_over_both(written):
    environment = {"VISAVIS_VIDEO_GATEWAY": "https://other.example/", "VISAVIS_VIDEO_PORT": "1"}
    file = written(WHOLE)
    video = read(file=file, environment=environment).video
    assert (video.gateway, video.port, video.company) == (
        *("https://other.example", 1),
        "Banque Exemple",
    )
    flags = {"video_gateway": "http://127.0.0.1:8080"}
    assert (
        read(file=file, environment=environment, flags=flags).video.gateway
        == flags["video_gateway"]
    )


@pytest.mark.parametrize(
    ("variable", "value", "why"),
    [
        ("VISAVIS_VIDEO_GATEWAY", "http://visio.example", "web_address"),
        ("VISAVIS_VIDEO_PORT", "-1", "number"),
        ("VISAVIS_VIDEO_NAME", "a b", "host"),
    ],
)
def test_a_bad_variable_is_named(variable, value, why):
    with pytest.raises(BadSettings) as told:
        read(environment={variable: value})
    assert (told.value.where, told.value.why) == (variable, why)


def test_a_bad_flag_is_named():
    with pytest.raises(BadSettings) as told:
        read(flags={"video_gateway": "visio"})
    assert told.value.where == "--video-gateway"
