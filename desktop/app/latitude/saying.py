"""What an advisor is told of gestures: made, taken back, asked for, answered."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.app.part import Part
from desktop.domain.latitude.facts import Gesture, GestureRequest
from desktop.domain.latitude.requests import Asked
from desktop.domain.sync import Phase
from desktop.services.latitude import ANSWERS_TOLD, UNDO
from desktop.ui.kit import tasks
from desktop.ui.latitude import words
from desktop.ui.latitude.viewmodel import LatitudeViewModel

if TYPE_CHECKING:
    from desktop.ui.kit.toasts import Toast


class Saying(QObject):
    """Speaks through the window; the contact's draft knows of what was made."""

    def __init__(self, part: Part, model: LatitudeViewModel) -> None:
        super().__init__(part)
        self._window = part.window
        self._models = part.models
        self._model = model
        self._undo: Toast | None = None
        model.given.connect(self._given)
        model.asked.connect(self._asked)
        model.taken_back.connect(self._taken_back)
        model.answered.connect(self._answered)

    async def begin(self) -> None:
        """Start with the answers that this person was told of before."""
        preferences, person = self._models.services.preferences, self._models.person
        self._model.begin(await preferences.get(person.id, ANSWERS_TOLD, []))

    def _given(self, gesture: Gesture) -> None:
        self._models.contact.set_made(gesture.contact_id, gesture.id, made=True)
        self._forget()
        told = QCoreApplication.translate("Latitude", "Geste offert\u00a0: {what}.")
        what = words.of_kind(self._model.label(gesture.kind), gesture.cents)
        undo = QCoreApplication.translate("Latitude", "Annuler")
        seconds = round(UNDO.total_seconds())
        toast = self._window.toasts.say(told.format(what=what), "success", undo, seconds)
        toast.acted.connect(lambda: self._model.take_back(gesture))
        toast.closed.connect(self._closed)
        self._undo = toast

    def _taken_back(self, gesture: Gesture, traceless: bool) -> None:  # noqa: FBT001 - a signal's own
        self._forget()
        if traceless:
            self._models.contact.set_made(gesture.contact_id, gesture.id, made=False)
        self._window.toasts.say(
            QCoreApplication.translate("Latitude", "Le geste est annulé."), "info"
        )

    def _asked(self, request: GestureRequest) -> None:
        self._models.contact.set_made(request.contact_id, request.id, made=True)
        lead = self._model.state.lead
        told = QCoreApplication.translate("Latitude", "{name} a votre demande.")
        if self._models.sync.state.status.phase is Phase.OFFLINE:
            told = QCoreApplication.translate(
                "Latitude", "Demande gardée\u00a0: {name} la recevra dès que la ligne reviendra."
            )
        self._window.toasts.say(told.format(name=lead.name if lead else ""), "success")

    def _answered(self, new: Sequence[Asked]) -> None:
        for one in new[:3]:
            granted = one.answer is not None and one.answer.granted
            told = words.told(one, self._model.label(one.request.kind))
            if granted and not one.made:
                offer = words.offer(one.request.cents)
                toast = self._window.toasts.say(told, "success", offer, 30)
                toast.acted.connect(self._making(one))
            else:
                self._window.toasts.say(told, "success" if granted else "info", seconds=15)
        preferences, person = self._models.services.preferences, self._models.person
        tasks.run(preferences.put(person.id, ANSWERS_TOLD, list(self._model.told.kept())), self)

    def _making(self, asked: Asked) -> Callable[[], None]:
        return lambda: self._model.make(asked.request.id)

    def _forget(self) -> None:
        """What the last toast offers is over."""
        toast, self._undo = self._undo, None
        if toast is not None:
            toast.dismiss()

    def _closed(self) -> None:
        if self._undo is self.sender():
            self._undo = None
