"""The advisor's own page of a guide, shown to who writes it: the same widgets, fed by the draft."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.contacts import GuideRun
from desktop.domain.ids import ContactId
from desktop.domain.people import Person
from desktop.domain.scripts import EarlierStepOff, Script
from desktop.domain.wording import Wording
from desktop.services.clock import Clock
from desktop.services.scripts import Library, Scripts
from desktop.services.store.local import LocalStore
from desktop.ui.authoring.editor.ports import TriedOn
from desktop.ui.authoring.editor.problem_words import step_title
from desktop.ui.kit.later import Once
from desktop.ui.scripts.state import GuideContext
from desktop.ui.scripts.viewmodel import GuideViewModel
from desktop.ui.scripts.walk import Walk

_NO_CONTACT = ContactId("preview")


class OneScript(Scripts):
    """A shelf with the draft alone on it: nothing is read, and no step-off told."""

    def __init__(self, store: LocalStore, clock: Clock) -> None:
        super().__init__(Path(), store, clock)
        self.shown = Library()

    async def library(self, *, again: bool = False) -> Library:  # noqa: ARG002 - it is at hand
        """The draft, as it was put last."""
        return self.shown

    async def at(self, script_id: str, version: int) -> Library:  # noqa: ARG002 - there is one only
        """The draft, whatever its number."""
        return self.shown

    async def earlier(self, script_id: str, step_id: str) -> tuple[EarlierStepOff, ...]:  # noqa: ARG002 - none in any place
        """None: what advisors did is no part of what is written."""
        return ()


class GuidePreview(QObject):
    """`walked` gives the id of the step that the person went to in the preview itself."""

    walked = Signal(str)

    def __init__(self, store: LocalStore, clock: Clock, person: Person, parent: QObject) -> None:
        super().__init__(parent)
        self._person = person
        self._shelf = OneScript(store, clock)
        self._model = GuideViewModel(self._shelf, self)
        self._walk = Once(self._make_walk)
        self._shown: tuple[str, str] = ("", "")
        self._model.run_changed.connect(self._follow)

    def set_wording(self, wording: Wording) -> None:
        """Fill with the company's words from now on."""
        self._shelf.shown = replace(self._shelf.shown, wording=wording)
        self._model.reload()

    def widget(self) -> QWidget:
        """Return what shows it."""
        return self._walk()

    def _make_walk(self) -> Walk:
        walk = Walk(self._model)
        for button in (walk.header.change, walk.header.off):
            button.hide()
        for button in (walk.foot.next, walk.foot.previous):
            button.set_key(None)
        self._model.changed.connect(lambda: walk.set_state(self._model.state))
        return walk

    def show(self, script: Script, step_id: str, customer: TriedOn) -> None:
        """Show the guide at that step as it looks for this customer."""
        step_id = step_id or script.steps[0].id
        script = replace(script, title=step_title(script.title))
        self._shelf.shown = replace(self._shelf.shown, scripts=(script,))
        run = self._run(script, step_id)
        self._model.show(
            GuideContext(
                contact_id=_NO_CONTACT,
                customer=customer.customer,
                contracts=customer.contracts,
                advisor=self._person.name,
                guide=run,
            )
        )
        self._model.reload()

    def _run(self, script: Script, step_id: str) -> GuideRun:
        """Where one stands: what was answered or ticked in the preview stays while one writes on."""
        known = self._model.state.run
        if known is not None and (known.script_id, known.step_id) == (script.id, step_id):
            return replace(known, version=script.version)
        return GuideRun(
            script_id=script.id, version=script.version, step_id=step_id, path=(step_id,)
        )

    def _follow(self, run: GuideRun | None) -> None:
        if run is not None:
            self.walked.emit(run.step_id)
