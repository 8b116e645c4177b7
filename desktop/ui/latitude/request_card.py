"""One request as a lead sees it, and the two answers."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.latitude.requests import Asked
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.avatar import Avatar
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.latitude import words
from desktop.ui.latitude.requests_viewmodel import RequestsViewModel


class RequestCard(Card):
    """Granting needs no word, declining does."""

    def __init__(
        self,
        asked: Asked,
        viewmodel: RequestsViewModel,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", None, parent)
        request = asked.request
        what = words.of_kind(viewmodel.label(request.kind), request.cents)
        self.setAccessibleName(f"{asked.person_name}, {what}")
        avatar = Avatar("", 36)
        avatar.set_person(asked.person_name)
        when = dates.moment(request.at.astimezone(now.tzinfo), now)
        about = " · ".join(part for part in (when, asked.customer_name) if part)
        head = boxes.row(avatar, spacing=Space.M)
        head.addLayout(
            boxes.column(
                ElidedLabel(asked.person_name, "strong"),
                ElidedLabel(about, "secondary"),
                spacing=2,
            ),
            1,
        )
        head.addWidget(Text(what, "section"))
        self.body.addLayout(head)
        said = Panel("quote")
        said.add(WrapLabel(request.words, "reading"))
        self.add(said)
        self._add_answer(asked, viewmodel)

    def ask_for_a_word(self) -> None:
        """Say that declining needs a word, and lead to it."""
        self.word.setAccessibleDescription(self.hint.text())
        self.hint.show()
        self.word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_answer(self, asked: Asked, viewmodel: RequestsViewModel) -> None:
        request_id = asked.request.id
        name = QCoreApplication.translate("Latitude", "Votre mot à {name}")
        self.word = TextArea(
            name.format(name=asked.person_name),
            QCoreApplication.translate(
                "Latitude", "Un mot, si vous voulez\u202f; il en faut un pour décliner"
            ),
            lines=1,
        )
        self.word.set_text(viewmodel.typed(request_id))
        self.word.edited.connect(lambda text: self._typed(viewmodel, request_id, text))
        self.hint = Text(
            QCoreApplication.translate(
                "Latitude", "Dites en un mot pourquoi, ou ce qui est possible."
            ),
            "caption",
            "warning",
        )
        self.hint.hide()
        decline = QCoreApplication.translate("Latitude", "Décliner avec ce mot")
        self.decline = Button(decline, None, "outline")
        self.decline.clicked.connect(lambda: viewmodel.answer(request_id, granted=False))
        self.grant = Button(QCoreApplication.translate("Latitude", "Accorder"), "check", "primary")
        self.grant.clicked.connect(lambda: viewmodel.answer(request_id, granted=True))
        self.add(self.word)
        self.body.addLayout(boxes.row(self.hint, None, self.decline, self.grant, spacing=Space.S))

    def _typed(self, viewmodel: RequestsViewModel, request_id: str, text: str) -> None:
        viewmodel.type(request_id, text)
        self.word.setAccessibleDescription("")
        self.hint.hide()


class AnsweredRow(Panel):
    """One that was answered, on two lines."""

    def __init__(self, asked: Asked, viewmodel: RequestsViewModel, now: datetime) -> None:
        super().__init__("sunken")
        request = asked.request
        what = words.of_kind(viewmodel.label(request.kind), request.cents)
        head = boxes.row(spacing=Space.S)
        head.addWidget(ElidedLabel(f"{asked.person_name} · {what}", "strong"), 1)
        head.addWidget(Chip(*words.state_to_lead(asked)))
        self.body.addLayout(head)
        answer = asked.answer
        if answer is not None:
            when = dates.moment(answer.at.astimezone(now.tzinfo), now)
            self.add(
                ElidedLabel(" · ".join(part for part in (when, answer.words) if part), "secondary")
            )
