"""Where the advisor stands in a guide, and the verbs to walk it; the contact keeps what changes."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain import scripts as guides
from desktop.domain.contacts import GuideRun, Helped, StepOffReason
from desktop.domain.ids import ContactId, StepOffId
from desktop.domain.scripts import EarlierStepOff
from desktop.services.scripts import Library, Scripts
from desktop.ui.kit import tasks
from desktop.ui.scripts.earlier import EarlierStepOffs
from desktop.ui.scripts.filling import picture
from desktop.ui.scripts.memory import Memory
from desktop.ui.scripts.state import GuideContext, GuideState, Stage
from desktop.ui.scripts.versions import KeptVersions


class GuideViewModel(QObject):
    """Saves nothing itself: what it tells goes into the contact's draft.

    `run_changed` gives a GuideRun, or None without a guide; `stepped_off` a StepOffTaken;
    `helped_changed` a StepOffId and a Helped.
    """

    changed = Signal()
    run_changed = Signal(object)
    stepped_off = Signal(object)
    helped_changed = Signal(str, object)

    def __init__(self, scripts: Scripts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scripts = scripts
        self._library: Library | None = None
        self._context: GuideContext | None = None
        self.contact_id: ContactId | None = None
        self._run: GuideRun | None = None
        self._memory = Memory()
        self.earlier = EarlierStepOffs(scripts, self)
        self.earlier.found.connect(self._refresh)
        self._versions = KeptVersions(scripts, self)
        self._versions.found.connect(self._take)
        self._loading = tasks.Latest(self)
        self._failed = False
        self.state = GuideState()

    def show(self, context: GuideContext | None) -> None:
        """Show a contact where its draft says that one stands; None: no contact."""
        known, self._context = self._context, context
        if context and known and context == replace(known, guide=self._run):
            return  # the draft gives back what it was just told
        self.contact_id = context.contact_id if context else None
        self._run = context.guide if context else None
        if context and self._library is None and not self.state.failed:
            self.reload()
        self._refresh()

    def reload(self) -> None:
        """Read the guides again, for instance once a damaged file was mended."""
        self._failed = False
        self._loading.run(self._load(again=self._library is not None), self._fail)

    def choose(self, script_id: str) -> None:
        """Follow this guide, from where one left it in this contact; "" for none."""
        if self._context is None or self._library is None:
            return
        here = self._context.contact_id
        self._memory.leave(here, self._run)
        script = self._library.script(script_id)
        if not script_id:
            self._keep(None)
        elif script and (self._run is None or self._run.script_id != script_id):
            self._keep(self._memory.enter(here, script))

    def go(self, step_id: str) -> None:
        """Go to any step."""
        self._walk(guides.go, step_id)

    def next(self) -> None:
        """Go where the reaction leads, or to the step that follows."""
        self._walk(guides.forward)

    def back(self) -> None:
        """Go back to the step visited before."""
        self._walk(lambda _script, run: guides.back(run))

    def answer(self, reaction_id: str) -> None:
        """Note how the customer reacts; the same reaction twice leads on."""
        run = self.state.run
        if run and (run.step_id, reaction_id) in run.answers:
            self.next()
        elif run:
            self._walk(guides.answer, run.step_id, reaction_id)

    def tick(self, check_id: str) -> None:
        """Tick a check of this step, or take the tick off."""
        if run := self.state.run:
            self._walk(guides.tick, run.step_id, check_id)

    def decline(self, why: str) -> None:
        """Refuse this step, which the law asks for; without a reason the refusal is taken back."""
        run = self.state.run
        if run and why.strip():
            self._walk(guides.decline, run.step_id, why)
        elif run:
            self._keep(guides.resume(run, run.step_id))

    def type_words(self, words: str) -> None:
        """Keep the words begun for a step-off: leaving the list loses none of them."""
        if self._context is None or words == self.state.words:
            return
        self._memory.words[self._context.contact_id] = words
        run = replace(self.state.run, words=words) if self.state.run else None
        self.state = replace(self.state, words=words, run=run)
        if run:
            self._run = run
            self.run_changed.emit(run)

    def step_off(
        self, reason: StepOffReason, words: str = "", earlier_id: StepOffId | None = None
    ) -> None:
        """Step off the guide: told at once, with the step where one stands."""
        if self._context is None:
            return
        taken = guides.step_off(self._run, reason, words, earlier_id)
        self.type_words("")
        self.stepped_off.emit(taken)
        self.changed.emit()

    def try_again(self, earlier: EarlierStepOff) -> None:
        """Step off as somebody did before at this step."""
        self.step_off(earlier.reason, earlier.words, earlier.id)

    def helped(self, step_off_id: StepOffId, helped: Helped) -> None:
        """Say whether a step-off of this contact helped."""
        self.helped_changed.emit(step_off_id, helped)

    def _walk(self, verb: Callable[..., GuideRun], *args: str) -> None:
        if self.state.script and self.state.run:
            self._keep(verb(self.state.script, self.state.run, *args))

    def _keep(self, run: GuideRun | None) -> None:
        if run == self._run:
            return
        self._run = run
        self._refresh()
        self.run_changed.emit(run)

    def _refresh(self) -> None:
        context = self._context
        if context is None:
            self.state = GuideState()
        elif self._library is None or self._versions.awaited(self._library, self._run):
            offs = context.step_offs
            self.state = GuideState(stage=Stage.LOADING, failed=self._failed, step_offs=offs)
        else:
            state = picture(context, self._library, self._run)
            self.earlier.ask(state.run, state.step)
            words = state.words or self._memory.words.get(context.contact_id, "")
            zone, found = self._scripts.zone(), self.earlier
            self.state = found.added(replace(state, words=words, zone=zone))
        self.changed.emit()

    async def _load(self, *, again: bool) -> None:
        self._take(await self._scripts.library(again=again))

    def _take(self, library: Library) -> None:
        self._library = library
        self._refresh()

    def _fail(self, _error: BaseException) -> None:
        self._failed = True
        self._refresh()
