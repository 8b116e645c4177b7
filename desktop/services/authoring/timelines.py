"""A guide's line in the list, and its versions in a row, made of what the store knows."""

from collections.abc import Iterable, Mapping

from desktop.domain.authoring.guides import Guide, GuideSummary, GuideUse, Origin, TimelineVersion
from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.instants import from_millis


def summary(guide: Guide, use: GuideUse, names: Mapping[str, str]) -> GuideSummary:
    """A guide's line; `names` of people, by id."""
    head, others = guide.standing.in_force, guide.standing.others
    return GuideSummary(
        guide=guide,
        published_name=names.get(head.person_id, "") if head else "",
        use=use,
        other_names=tuple(names.get(one.person_id, "") for one in others),
    )


def timeline(
    guide: Guide, versions: Iterable[ScriptVersion], names: Mapping[str, str]
) -> tuple[TimelineVersion, ...]:
    """The newest first; what came stands where its number is."""
    head, heads = guide.standing.in_force, guide.standing.heads
    found = [
        TimelineVersion(
            id=one.id,
            version=one.version,
            origin=Origin.VERSION,
            at=one.at,
            person_id=one.person_id,
            name=names.get(one.person_id, ""),
            note=one.note,
            retired=one.retired,
            in_force=head is not None and one.id == head.id,
            head=any(one.id == each.id for each in heads),
            based_on=one.based_on,
            settles=one.settles,
        )
        for one in versions
    ]
    if guide.came is not None:
        came = TimelineVersion(
            id="", version=guide.came.version, origin=guide.came_from, in_force=head is None
        )
        found.append(came)
    newest = sorted(found, key=lambda one: (one.version, one.at is not None, one.at or _EPOCH))
    return tuple(reversed(newest))


_EPOCH = from_millis(0)
