"""Who to be: a list of colleagues and, in the demonstration, what this world is."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import TeamId
from desktop.domain.people import Person, Role
from desktop.ui.kit import boxes, theme
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.keys import digit_of
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.searchfield import SearchField
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.shell import matching
from desktop.ui.shell.logo import Logo
from desktop.ui.shell.person_delegate import PeopleList, PersonDelegate, PersonLook
from desktop.ui.shell.progress import Progress

_WIDTH: Final = 560


class SignInView(QWidget):
    """`picked` gives the Person. Digits choose from the list; letters filter it.

    `company` is the invented one of the demonstration, "" outside it.
    """

    picked = Signal(object)

    def __init__(self, company: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "window")
        self._people: tuple[Person, ...] = ()
        self._teams: Mapping[TeamId, str] = {}
        name = QCoreApplication.translate("SignIn", "Trouver un nom")
        self.field = SearchField(name, name)
        self.list = PeopleList(QCoreApplication.translate("SignIn", "Qui êtes-vous\u202f?"))
        self._model: RowsModel[Person] = RowsModel(
            key=lambda one: one.id, text=self._spoken, parent=self
        )
        self._none = WrapLabel(
            QCoreApplication.translate("SignIn", "Personne ne porte ce nom ici."), "secondary"
        )
        self._progress = Progress()
        self._who = QWidget()
        self._company = company
        self._lay_out()
        self.list.setItemDelegate(PersonDelegate(self._look, self.list))
        self.list.setModel(self._model)
        self.list.opened.connect(self._pick)
        self.field.textEdited.connect(self._filter)
        for part in (self.field, self.list):
            part.installEventFilter(self)
        self.set_progress(QCoreApplication.translate("SignIn", "Ouverture…"), None)

    def set_people(self, people: Sequence[Person], teams: Mapping[TeamId, str]) -> None:
        """Offer these people; leads first, then by name."""
        self._people = tuple(
            sorted(people, key=lambda one: (one.role is Role.ADVISOR, matching.folded(one.name)))
        )
        self._teams = teams
        self.list.most = len(self._people)
        self.list.updateGeometry()
        self._turn(waiting=False)
        self.field.clear()
        self._filter("")
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_progress(self, words: str, ratio: float | None) -> None:
        """Say how far the making of the world is: 0 to 1, or None while that is not known."""
        self._progress.show_step(words, ratio)
        self._turn(waiting=True)

    def shown(self) -> tuple[Person, ...]:
        """Return the people listed."""
        return self._model.rows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose by digit from the list, move and choose from the field, write from either."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self.list:
            return self._list_key(event)
        return self._field_key(event)

    def _turn(self, *, waiting: bool) -> None:
        self._progress.setVisible(waiting)
        self._who.setVisible(not waiting)

    def _list_key(self, event: QKeyEvent) -> bool:
        digit = digit_of(event)
        if digit is not None:
            self._pick_at(digit - 1)
            return True
        writes = event.text().isprintable() and event.text().strip()
        if writes and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.insert(event.text())
            self._filter(self.field.text())
            return True
        return False

    def _field_key(self, event: QKeyEvent) -> bool:
        # No name has a figure; é, è, ç and à lie on the digits row and are letters here.
        if event.text().isdigit():
            self._pick_at(int(event.text()) - 1)
        elif event.key() == Qt.Key.Key_Down:
            self.list.step(1)
        elif event.key() == Qt.Key.Key_Up:
            self.list.step(-1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.list.current_row())
        else:
            return False
        return True

    def _pick_at(self, place: int) -> None:
        if 0 <= place < min(self._model.rowCount(), 9):
            self._pick(self._model.row(place))

    def _pick(self, person: object) -> None:
        if isinstance(person, Person):
            self.picked.emit(person)

    def _filter(self, text: str) -> None:
        found = [one for one in self._people if matching.match(text, self._spoken(one))]
        # « Léa » is a name before it is letters of "Team lead".
        found.sort(key=lambda one: matching.match(text, one.name) is None)
        self._model.set_rows(found)
        self._none.setVisible(not found)
        self.list.setVisible(bool(found))
        self.list.setCurrentIndex(self._model.index(0))

    def _look(self, person: object) -> PersonLook:
        if not isinstance(person, Person):
            return PersonLook("", "")
        return PersonLook(person.name, self._what(person), person.role is not Role.ADVISOR)

    def _what(self, person: Person) -> str:
        team = self._teams.get(person.team_id, "") if person.team_id else ""
        return " · ".join(part for part in (_role(person.role), team) if part)

    def _spoken(self, person: Person) -> str:
        return f"{person.name}, {self._what(person)}"

    def _lay_out(self) -> None:
        card = Card()
        card.setMaximumWidth(theme.px(_WIDTH))
        title = Text(QCoreApplication.translate("SignIn", "Qui êtes-vous\u202f?"), "section")
        inner = QVBoxLayout(self._who)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.S)
        for part in (title, self.field, self._none):
            inner.addWidget(part)
        inner.addWidget(self.list)
        card.body.addLayout(_greeting(self._company))
        card.body.addSpacing(Space.S)
        card.add(self._who)
        card.add(self._progress)
        across = boxes.row(None, spacing=0)
        across.addWidget(card, 100)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        whole.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(1)
        self.setFocusProxy(self.list)
        self.setTabOrder(self.field, self.list)


def _greeting(company: str) -> QVBoxLayout:
    if not company:
        name = Text(QCoreApplication.translate("Window", "Vis-à-Vis"), "title")
        return boxes.column(boxes.row(Logo(48), name, None, spacing=Space.M))
    chip = Chip(QCoreApplication.translate("SignIn", "Démonstration"), "accent", "sparkles")
    names = boxes.column(Text(company, "title"), boxes.row(chip, None), spacing=Space.XS)
    what = QCoreApplication.translate(
        "SignIn",
        "Cette entreprise, ses clients et ses équipes sont inventés. Choisissez qui vous êtes pour la journée\u00a0: ce que vous écrirez sera gardé sur ce poste, et ne partira nulle part.",
    )
    head = boxes.row(Logo(48), names, None, spacing=Space.M)
    return boxes.column(head, WrapLabel(what, "secondary"), spacing=Space.M)


def _role(role: Role) -> str:
    match role:
        case Role.ADVISOR:
            return QCoreApplication.translate("SignIn", "Conseil")
        case Role.LEAD:
            return QCoreApplication.translate("SignIn", "Responsable d’équipe")
        case Role.ADMIN:
            return QCoreApplication.translate("SignIn", "Administration")
