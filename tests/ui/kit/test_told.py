"""What was told once is not told again, at this sign-in or a later one."""

from desktop.ui.kit.told import KEPT, Told


def begun(*ids: str) -> Told:
    told = Told()
    told.begin(ids)
    return told


def test_nothing_is_told_before_it_is_known_what_was():
    told = Told()
    assert told.fresh(["a"]) == frozenset()
    told.tell(["a"])
    assert told.kept() == ()
    told.begin(["b"])
    assert told.fresh(["a", "b"]) == {"a"}


def test_each_is_told_once_and_seen_when_it_is_said():
    told = begun()
    assert told.new(["a"]) == told.new(["a"]) == {"a"}
    assert told.fresh(["a"]) == {"a"}
    assert told.fresh(["a", "b"]) == {"b"}
    told.tell(["c"])
    assert told.new(["c"]) == frozenset()


def test_the_last_that_were_told_are_remembered_over_sign_ins():
    ids = [f"{n:03}" for n in range(KEPT + 5)]
    told = begun()
    for one in ids:
        told.fresh([one])
    assert told.kept() == tuple(reversed(ids[5:]))
    again = begun(*told.kept())
    again.tell(["new"])
    assert again.kept() == ("new", *reversed(ids[6:]))
