"""Logs of calls, for the laws that hold for all of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from desktop.domain.video.happenings import Delivery, EndReason, Happening, Source, Via, What
from desktop.domain.video.progress import Progress, followed

START = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)

DETAILS: dict[What, st.SearchStrategy[dict[str, Any]]] = {
    What.CREATED: st.just({"provider": "p2p"}),
    What.OFFERED: st.sampled_from(Delivery).map(lambda by: {"by": by.value}),
    What.VIA: st.sampled_from(Via).map(lambda via: {"via": via.value}),
    **dict.fromkeys(
        (What.SHARE, What.UNSHARE, What.PHOTO_ASKED),
        st.sampled_from(Source).map(lambda source: {"source": source.value}),
    ),
    What.PHOTO_CONSENTED: st.sampled_from(["f1", "f2"]).map(lambda id_: {"id": id_}),
    What.PHOTO: st.sampled_from(["f1", "f2"]).map(
        lambda id_: {
            "id": id_,
            "source": "camera",
            "width": 4,
            "height": 3,
            "size": 9,
            "sha256": "0" * 64,
        }
    ),
    **dict.fromkeys(
        (What.THIRD_HERE, What.THIRD_AWAY),
        st.sampled_from(["p2", "p3"]).map(lambda p: {"person": p}),
    ),
    What.ENDED: st.sampled_from(EndReason).map(lambda reason: {"reason": reason.value}),
    What.ANSWER: st.just({"sealed": "x"}),
}
garbage = st.dictionaries(
    st.sampled_from(["by", "reason", "source", "via", "id", "person", "provider", "width"]),
    st.none() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=2),
)


def at(ms: int) -> datetime:
    """So many milliseconds after the call was asked for."""
    return START + timedelta(milliseconds=ms)


def happening(n: int, what: What, ms: int, **detail: Any) -> Happening:
    return Happening(n=n, at=at(ms), what=what, detail=detail)


@st.composite
def logs(draw: st.DrawFn, details: str = "sound") -> list[Happening]:
    """A gateway's log: numbered without gaps; its clock may go back."""
    kinds = draw(st.lists(st.sampled_from(What), max_size=25))
    found = []
    for n, what in enumerate((What.CREATED, *kinds), 1):
        sound = DETAILS.get(what, st.just({}))
        detail = draw(sound if details == "sound" else st.one_of(sound, garbage))
        found.append(
            Happening(n=n, at=at(draw(st.integers(-5000, 90_000))), what=what, detail=detail)
        )
    return found


WHOLE = (
    happening(1, What.CREATED, 0, provider="p2p"),
    happening(2, What.ADVISOR_HERE, 300),
    happening(3, What.OFFERED, 400, by="sms"),
    happening(4, What.OPENED, 3000, lang="fr"),
    happening(5, What.CUSTOMER_HERE, 3001),
    happening(6, What.CONSENTED, 3500),
    happening(7, What.FACE, 4200),
    happening(8, What.VIA, 4300, via="relay"),
    happening(9, What.SHARE, 9000, source="camera"),
    happening(10, What.PHOTO_ASKED, 10_000, source="camera"),
    happening(11, What.PHOTO_CONSENTED, 12_000, id="f1", source="camera"),
    happening(
        12, What.PHOTO, 12_400, id="f1", source="camera", width=4, height=3, size=9, sha256="ab"
    ),
    happening(13, What.LOST, 20_000),
    happening(14, What.BACK, 22_000),
    happening(15, What.THIRD_HERE, 30_000, person="p2"),
    happening(16, What.ENDED, 60_000, reason="done"),
    happening(17, What.ANSWER, 70_000, sealed="c2VhbGVk"),
)


def so_far(n: int) -> Progress:
    """Where that call stands after its first `n` happenings."""
    return followed(Progress(), WHOLE[:n])
