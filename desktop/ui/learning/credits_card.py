"""« Votre écart est devenu une suggestion »: whether one wants to be named, and the way to change it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.learning.credits import Authored
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.choices import Option
from desktop.ui.kit.focus import focusable, give
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.typography import quoted
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.learning.credits_viewmodel import CreditsViewModel


class CreditsCard(Card):
    """Hidden while none of one's step-offs has become a suggestion."""

    def __init__(self, model: CreditsViewModel) -> None:
        super().__init__(
            QCoreApplication.translate("Learning", "Votre écart est devenu une suggestion")
        )
        self._model = model
        self._rows = boxes.column(spacing=Space.M)
        self.choices: dict[str, Segmented] = {}
        self.later: dict[str, Button] = {}
        self.body.addLayout(self._rows)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        model = self._model
        held = any(one.hasFocus() for one in focusable(self)) if self.isVisible() else False
        # Those put off today leave the card alone until tomorrow.
        asked = {one.suggestion_id for one in model.asked}
        rows = [one for one in model.rows if one.agreed is not None or one.suggestion_id in asked]
        boxes.clear(self._rows)
        self.choices, self.later = {}, {}
        for one in rows:
            self._rows.addLayout(self._row(one))
        self.setVisible(bool(rows))
        stops = focusable(self) if held else []
        if stops:
            give(stops[0])

    def _row(self, one: Authored) -> QVBoxLayout:
        place = QCoreApplication.translate("Learning", "{guide}, étape «\u202f{step}\u202f»")
        quote = Panel("quote")
        quote.add(WrapLabel(quoted(one.words), "body"))
        said = QCoreApplication.translate("Learning", "Vous aviez noté\u00a0: «\u202f{0}\u202f»")
        quote.add(WrapLabel(said.format(one.said), "caption"))
        quote.add(Text(place.format(guide=one.script_title, step=one.step_title), "caption"))
        title = QCoreApplication.translate("Learning", "Mettre votre nom à côté\u202f?")
        choice = Segmented(
            f"{title} {one.words}",
            [
                Option(True, QCoreApplication.translate("Learning", "Oui"), "check"),
                Option(False, QCoreApplication.translate("Learning", "Non")),
            ],
        )
        choice.set_value(one.agreed)
        choice.picked.connect(lambda agreed: self._answer(one, agreed))
        self.choices[one.suggestion_id] = choice
        line = boxes.row(Text(title, "strong"), None, choice, spacing=Space.S)
        if one.agreed is None:
            later = Button(QCoreApplication.translate("Learning", "Plus tard"), None, "ghost")
            later.clicked.connect(lambda: self._model.put_off(one.suggestion_id))
            self.later[one.suggestion_id] = later
            line.addWidget(later)
        return boxes.column(quote, line, WrapLabel(_note(one), "caption"), spacing=Space.XS)

    def _answer(self, one: Authored, agreed: bool | None) -> None:  # noqa: FBT001 - as picked
        if agreed is None or agreed is one.agreed:
            return
        self._model.answer(one, agreed=agreed)
        named = QCoreApplication.translate("Learning", "Votre nom sera à côté.")
        hidden = QCoreApplication.translate("Learning", "Votre nom n’y paraîtra pas.")
        announce(self, named if agreed else hidden)


def _note(one: Authored) -> str:
    if one.agreed is None:
        return QCoreApplication.translate(
            "Learning",
            "Sans réponse, votre nom n’y est pas\u202f; votre responsable ne le voit pas.",
        )
    if one.agreed:
        return QCoreApplication.translate(
            "Learning", "Vos collègues y lisent votre nom. Vous pouvez changer d’avis."
        )
    return QCoreApplication.translate(
        "Learning", "Votre nom n’y est pas. Vous pouvez changer d’avis."
    )
