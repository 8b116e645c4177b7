"""Logs of calls, for the laws that hold for all of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from desktop.domain.video.happenings import Delivery, EndReason, Happening, Source, Via, What

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
