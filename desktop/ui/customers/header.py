"""The customer's header: who, what to know now, and how their answers go."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.customer_file import CustomerFile
from desktop.domain.trends import Measure, Trend
from desktop.ui.customers.details_overlay import DetailsOverlay
from desktop.ui.customers.identity import Identity
from desktop.ui.customers.measure import MeasureButton, Room
from desktop.ui.customers.trend_overlay import TrendOverlay
from desktop.ui.customers.viewmodel import OpenCustomersViewModel, OpenTrouble
from desktop.ui.customers.words import customer_name
from desktop.ui.kit import boxes, theme
from desktop.ui.kit.avatar import Avatar
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.loading import Skeleton
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.tokens import Height, Space

_AVATAR = 52
_FOR_IDENTITY = (620, 430, 0)
"""Width, at 100 %, that must stay for the identity when measures show so much."""


class CustomerHeader(QFrame):
    """`open_details` shows the whole file over the window."""

    def __init__(self, viewmodel: OpenCustomersViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar-top")
        self.setAccessibleName(QCoreApplication.translate("CustomerHeader", "Client"))
        self._viewmodel = viewmodel
        self._shown: CustomerFile | None = None
        self._trouble = Banner(
            "warning", "", QCoreApplication.translate("CustomerHeader", "Réessayer")
        )
        self._trouble.acted.connect(viewmodel.retry)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._whole())
        self._stack.addWidget(self._waiting())
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        box.addWidget(self._trouble)
        box.addWidget(self._stack, 1)
        viewmodel.changed.connect(self._show)
        theme.instance().changed.connect(self._fit)
        self._show()

    def open_details(self) -> None:
        """Show the whole file, and the fields that one may change."""
        if self._viewmodel.state.file is not None:
            model, label = self._viewmodel.details, self._viewmodel.reason_label
            DetailsOverlay(self.window(), model, label).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the curves out where room is short."""
        super().resizeEvent(event)
        self._fit()

    def _whole(self) -> QWidget:
        self._avatar = Avatar("", _AVATAR)
        self._nameless = Tile("user", "neutral", _AVATAR, round_=True)
        self._nameless.hide()
        self._identity = Identity(self._viewmodel.reason_label)
        self._measures = {measure: MeasureButton(measure) for measure in Measure}
        words = QCoreApplication.translate("CustomerHeader", "Fiche complète")
        self._details = Button(words, "user", role="outline")
        self._details.setMinimumWidth(theme.px(Height.CONTROL))
        self._details.clicked.connect(self.open_details)
        line = boxes.row(self._avatar, self._nameless, self._identity, spacing=Space.M)
        line.setStretch(2, 1)
        for measure, button in self._measures.items():
            if measure is not Measure.SATISFACTION:
                line.addWidget(Divider(upright=True))
            line.addWidget(button)
            button.clicked.connect(lambda _=False, m=measure: self._open_trend(m))
        line.addWidget(self._details)
        return boxes.holder(line)

    @staticmethod
    def _waiting() -> QWidget:
        skeleton = Skeleton(2)
        skeleton.setAccessibleName(
            QCoreApplication.translate("CustomerHeader", "La fiche s’ouvre…")
        )
        return boxes.holder(boxes.row(skeleton))

    def _show(self) -> None:
        state = self._viewmodel.state
        self.setVisible(state.current is not None)
        self._trouble.setVisible(state.trouble is not None)
        if state.trouble is not None:
            self._trouble.set_text(_trouble_words(state.trouble))
        self._stack.setVisible(state.file is not None or state.trouble is None)
        self._stack.setCurrentIndex(1 if state.file is None else 0)
        if state.file is not None and state.file is not self._shown:
            self._show_file(state.file)
        self._shown = state.file

    def _show_file(self, file: CustomerFile) -> None:
        name = customer_name(file.customer)
        self.setAccessibleName(name)
        named = bool(file.customer.given_name or file.customer.family_name)
        self._avatar.setVisible(named)
        self._nameless.setVisible(not named)
        self._avatar.set_person(file.customer.full_name)
        self._identity.show_file(file)
        for trend in file.trends:
            self._measures[trend.measure].set_trend(trend, file.customer.civility)
        self._fit()

    def _fit(self) -> None:
        words = QCoreApplication.translate("CustomerHeader", "Fiche complète")
        for room, kept in zip(Room, _FOR_IDENTITY, strict=True):
            self._details.set_text(words if room is Room.CURVE else "")
            for button in self._measures.values():
                button.set_room(room)
            if self._left_for_identity() >= theme.px(kept):
                break
        self._details.setAccessibleName(words)
        self._details.setToolTip("" if self._details.text() else words)

    def _left_for_identity(self) -> int:
        taken = sum(button.sizeHint().width() for button in self._measures.values())
        taken += self._details.sizeHint().width() + self._avatar.sizeHint().width()
        return self.width() - taken - 2 * Space.XL - 8 * Space.S

    def _open_trend(self, measure: Measure) -> None:
        trend = self._trend(measure)
        if trend is not None and trend.count:
            shown = TrendOverlay(self.window(), trend)
            self._viewmodel.shown.connect(shown.dismiss)
            shown.open()

    def _trend(self, measure: Measure) -> Trend | None:
        file = self._viewmodel.state.file
        trends = file.trends if file is not None else ()
        return next((trend for trend in trends if trend.measure is measure), None)


def _trouble_words(trouble: OpenTrouble) -> str:
    match trouble:
        case OpenTrouble.GONE:
            return QCoreApplication.translate(
                "CustomerHeader", "Cette fiche n’existe plus sur ce poste."
            )
        case OpenTrouble.STORE:
            return QCoreApplication.translate(
                "CustomerHeader",
                "La fiche n’a pas pu être relue. Rien n’est perdu ; votre saisie reste en place.",
            )
