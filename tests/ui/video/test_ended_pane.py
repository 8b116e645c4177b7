"""What the card says of a call that ended."""

from datetime import timedelta

from desktop.domain.video.clocks import clocks
from desktop.domain.video.happenings import What
from desktop.domain.video.progress import Progress, followed
from desktop.ui.video.ended_pane import reached
from tests.domain.video.logs import at, happening


def test_a_face_that_nobody_saw_has_no_time():
    log = [
        happening(1, What.CREATED, 0, provider="p2p"),
        happening(2, What.OFFERED, 400, by="copy"),
        happening(3, What.OPENED, 1400, lang="fr"),
        happening(4, What.ENDED, 2400, reason="refused"),
    ]
    told = followed(Progress(), log)
    shown = reached(clocks(told, at(9000)), told)
    assert shown.offered_to_opened == timedelta(seconds=1)
    assert shown.opened_to_face is None
    unopened = followed(Progress(), [*log[:2], happening(3, What.ENDED, 2400, reason="no_show")])
    assert reached(clocks(unopened, at(9000)), unopened).offered_to_opened is None
    offered = reached(clocks(unopened, at(9000)), unopened).asked_to_offered
    assert offered == timedelta(milliseconds=400)
