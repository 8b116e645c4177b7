"""The map of a guide's branches in words, for who does not see it and for its tooltips."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from desktop.ui.authoring.editor.map_plan import Link, Plan
from desktop.ui.authoring.editor.problem_words import step_title


def whole_words(plan: Plan, here: int, wrong: Collection[str]) -> str:
    """All steps and where they lead, the one in front said first."""
    count = QCoreApplication.translate("Editor", "Étapes\u00a0: {0}").format(len(plan.nodes))
    parts = [count, *(node_words(plan, row, wrong) for row in range(len(plan.nodes)))]
    if 0 <= here < len(plan.nodes):
        now = QCoreApplication.translate("Editor", "À l’écran\u00a0: {0}")
        parts.insert(1, now.format(_named(plan, here)))
    return ". ".join(parts)


def node_words(plan: Plan, row: int, wrong: Collection[str]) -> str:
    """« 2, Comprendre. C’est la fin d’une remise : 5, Expliquer. Sinon : 3, Ligne à ligne »."""
    node = plan.nodes[row]
    parts = [_named(plan, row)]
    if node.law:
        parts.append(QCoreApplication.translate("Editor", "demandée par la loi"))
    if not node.reached:
        parts.append(QCoreApplication.translate("Editor", "rien n’y mène"))
    if node.id in wrong:
        parts.append(QCoreApplication.translate("Editor", "à reprendre"))
    head = ", ".join(parts)
    onward = [line for link in plan.links if link.origin == row for line in _lines(plan, link)]
    if node.end:
        onward.append(QCoreApplication.translate("Editor", "on peut finir ici"))
    return "\n".join([head, *onward])


def _lines(plan: Plan, link: Link) -> list[str]:
    target = _named(plan, link.target)
    simply = QCoreApplication.translate("Editor", "ensuite")
    arrow = QCoreApplication.translate("Editor", "{0} → {1}")
    return [arrow.format(label or simply, target) for label in link.labels]


def _named(plan: Plan, row: int) -> str:
    return f"{row + 1}, {step_title(plan.nodes[row].title)}"
