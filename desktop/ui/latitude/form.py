"""Kind and amount on digits, another amount, words: two digits make a usual gesture."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.latitude.amounts import cents_of
from desktop.domain.latitude.policy import GestureKind
from desktop.domain.latitude.wishes import Wish
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.choices import Option
from desktop.ui.kit.digitchoices import DigitChoices
from desktop.ui.kit.text import Text
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.latitude.begun import Begun

_LONGEST = 500
_OTHER = -1


class GestureForm(QWidget):
    """`changed` at each answer; `struck` once a digit, or Enter, said all that is needed."""

    changed = Signal()
    struck = Signal()

    def __init__(self, label: Callable[[str], str]) -> None:
        super().__init__()
        self._label = label
        self._offered: dict[str, GestureKind] = {}
        self._shown = ""
        self.kinds = DigitChoices(QCoreApplication.translate("Latitude", "Quel geste\u202f?"), 2)
        self.usual = DigitChoices(QCoreApplication.translate("Latitude", "Montant"), 4)
        self.amount = TextField(
            QCoreApplication.translate("Latitude", "Autre montant, en euros"),
            QCoreApplication.translate("Latitude", "Autre montant, par exemple 7,50"),
        )
        self.words = TextArea(
            QCoreApplication.translate("Latitude", "Pourquoi, en quelques mots"),
            QCoreApplication.translate("Latitude", "Ce qui rend ce geste juste…"),
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self._sum = boxes.holder(
            boxes.column(
                Text(self.usual.accessibleName(), "secondary"),
                self.usual,
                self.amount,
                spacing=Space.XS,
            )
        )
        self.setLayout(
            boxes.column(
                boxes.column(
                    Text(self.kinds.accessibleName(), "secondary"), self.kinds, spacing=Space.XS
                ),
                self._sum,
                boxes.column(
                    Text(self.words.accessibleName(), "secondary"), self.words, spacing=Space.XS
                ),
                spacing=Space.M,
            )
        )

    def offer(self, kinds: Sequence[GestureKind]) -> None:
        """Offer these kinds, in the order of their digits."""
        self._offered = {kind.code: kind for kind in kinds}
        self.kinds.set_options([Option(one.code, self._label(one.code)) for one in kinds])

    def show_begun(self, begun: Begun) -> None:
        """Show what had been filled in, with the keyboard on the kinds."""
        self.kinds.set_value(begun.kind or None)
        self._show_amounts()
        self.amount.setText(begun.amount)
        self.words.set_text(begun.words)
        self._mark()

    def begun(self) -> Begun:
        """Return what is filled in."""
        return Begun(
            kind=self.kinds.value or "", amount=self.amount.text(), words=self.words.text()
        )

    def kind(self) -> GestureKind | None:
        """Return the kind chosen."""
        return self._offered.get(self.kinds.value or "")

    def wish(self) -> Wish | None:
        """Return what is wished; None while a kind, or the amount that it needs, is missing."""
        kind = self.kind()
        if kind is None:
            return None
        cents = cents_of(self.amount.text()) if kind.costs else 0
        if cents is None:
            return None
        return Wish(kind=kind.code, cents=cents, words=self.words.text())

    def ask_for_what_lacks(self) -> None:
        """Lead to the answer that is missing, and say what it may be."""
        if self.kind() is None:
            _give(self.kinds)
            return
        problem = QCoreApplication.translate(
            "Latitude", "Un montant en euros, par exemple 5 ou 7,50"
        )
        self.amount.set_problem(problem)
        _give(self.amount)
        self.amount.selectAll()

    def ask_for_words(self) -> None:
        """Lead to the words."""
        _give(self.words)

    def _connect(self) -> None:
        self.kinds.picked.connect(self._choose_kind)
        self.kinds.struck.connect(self._lead)
        self.usual.picked.connect(self._choose_amount)
        self.usual.struck.connect(self._strike)
        self.amount.setMaxLength(20)
        self.amount.textEdited.connect(self._typed)
        self.amount.returnPressed.connect(self.struck)
        self.words.edited.connect(lambda _words: self.changed.emit())

    def _choose_kind(self, _code: object) -> None:
        self._show_amounts()
        self.changed.emit()

    def _lead(self, _code: object) -> None:
        kind = self.kind()
        if kind is None or not kind.costs:
            # A card or a note is its words: Ctrl+Enter offers it, with or without them.
            self.ask_for_words()
        else:
            _give(self.usual if kind.usual else self.amount)

    def _choose_amount(self, cents: int | None) -> None:
        if cents is not None and cents != _OTHER:
            self.amount.setText(dates.money(cents))
            self.amount.set_problem("")
            self.changed.emit()

    def _strike(self, cents: int | None) -> None:
        if cents == _OTHER:
            self.usual.set_value(None)
            _give(self.amount)
            self.amount.selectAll()
        else:
            self.struck.emit()

    def _typed(self) -> None:
        self.amount.set_problem("")
        self._mark()
        self.changed.emit()

    def _show_amounts(self) -> None:
        kind = self.kind()
        self._sum.setVisible(kind is not None and kind.costs)
        if kind is None or kind.code == self._shown:
            return
        self._shown = kind.code
        options = [Option(cents, dates.money(cents)) for cents in kind.usual]
        other = QCoreApplication.translate("Latitude", "Autre")
        self.usual.set_options((*options, Option(_OTHER, other)) if options else ())
        self.usual.setVisible(bool(options))
        self._mark()

    def _mark(self) -> None:
        """A usual amount that was typed is the one chosen."""
        self.usual.set_value(cents_of(self.amount.text()))


def _give(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
