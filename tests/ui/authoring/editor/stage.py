"""An editor in a window of its own, with what it asks of others written by hand."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from desktop.domain.authoring.drafts import ScriptDraft
from desktop.domain.authoring.guides import Origin, TimelineVersion
from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.customers import Customer
from desktop.domain.errors import Gone, StoreUnavailable, Trouble
from desktop.domain.ids import CustomerId, PersonId, ScriptVersionId
from desktop.domain.scripts import Script
from desktop.ui.authoring.editor.ports import TriedOn
from desktop.ui.authoring.editor.state import Rules
from desktop.ui.authoring.editor.view import EditorView
from desktop.ui.authoring.editor.viewmodel import EditorViewModel
from desktop.ui.kit import tasks
from desktop.ui.kit.choices import Option
from tests.domain.authoring.samples import GUIDE

AT = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
REASONS = (
    Option("billing", "Facturation", children=(Option("billing.higher", "Plus élevée"),)),
    Option("move", "Déménagement"),
)
RULES = Rules(
    fallbacks={"client.appel": "", "client.ville": "votre commune"},
    reasons=frozenset({"billing", "billing.higher", "move"}),
)
ANNE = Customer(id=CustomerId("anne"), given_name="Anne", family_name="Moreau")


def draft(script: Script = GUIDE, draft_id: str = "d1") -> ScriptDraft:
    return ScriptDraft(
        id=draft_id, person_id=PersonId("lead"), script=script, based_on="v3", updated_at=AT
    )


async def settled() -> None:
    """Wait until nothing runs any more."""
    while tasks.running():
        await asyncio.gather(*tasks.running(), return_exceptions=True)


class FakeAuthoring:
    """Keeps what it is given; `trouble` and `refusal` make it fail."""

    def __init__(self) -> None:
        self.saved: list[ScriptDraft] = []
        self.published: list[tuple[ScriptDraft, str]] = []
        self.full = False
        self.refusal: Exception | None = None
        self.ahead: tuple[ScriptVersion, ...] = ()
        self.texts: dict[str, Script] = {}

    def now(self) -> datetime:
        return AT

    async def overtaken(self, _one: ScriptDraft) -> tuple[ScriptVersion, ...]:
        await asyncio.sleep(0)
        return self.ahead

    async def versions(self, _script_id: str) -> tuple[TimelineVersion, ...]:
        await asyncio.sleep(0)
        return tuple(
            TimelineVersion(
                id=one.id, version=one.version, origin=Origin.VERSION, at=one.at, name="Sami Roux"
            )
            for one in self.ahead
        )

    async def script_of(self, _script_id: str, version_id: str = "") -> Script | None:
        await asyncio.sleep(0)
        return self.texts.get(version_id)

    async def save(self, one: ScriptDraft) -> None:
        await asyncio.sleep(0)
        if self.full:
            raise StoreUnavailable(Trouble.DISK_FULL, "store")
        self.saved.append(one)

    async def publish(self, one: ScriptDraft, note: str) -> ScriptVersion:
        await asyncio.sleep(0)
        if self.refusal is not None:
            raise self.refusal
        self.published.append((one, note))
        return ScriptVersion(
            id=ScriptVersionId("v4"),
            script_id=one.script.id,
            version=one.script.version,
            person_id=one.person_id,
            at=AT,
            text="",
            note=note,
        )


class FakeCustomers:
    """One invented, one whom the lead opened lately, and one who is gone."""

    def example(self) -> TriedOn:
        somebody = Customer(id=CustomerId("example"), given_name="Client", family_name="Exemple")
        return TriedOn(customer=somebody, invented=True)

    async def recent(self) -> tuple[Customer, ...]:
        return (ANNE, replace(ANNE, id=CustomerId("gone"), given_name="Paul"))

    async def whole(self, customer_id: CustomerId) -> TriedOn:
        if customer_id != ANNE.id:
            raise Gone(customer_id)
        return TriedOn(customer=ANNE)


class FakePreview:
    """Notes what it is to show."""

    def __init__(self) -> None:
        self.shown: list[tuple[Script, str, TriedOn]] = []
        self._widget = QLabel()

    def widget(self) -> QWidget:
        return self._widget

    def show(self, script: Script, step_id: str, customer: TriedOn) -> None:
        self.shown.append((script, step_id, customer))


class Stage:
    """A window with the editor in it, over a guide of four steps."""

    def __init__(self, script: Script = GUIDE, step_id: str = "", width: int = 1500) -> None:
        self.authoring = FakeAuthoring()
        self.preview = FakePreview()
        self.window = QWidget()
        self.window.resize(width, 900)
        self.model = EditorViewModel(self.authoring, FakeCustomers(), self.window)
        self.model.set_rules(RULES)
        self.view = EditorView(self.model, self.preview, REASONS, str)
        QVBoxLayout(self.window).addWidget(self.view)
        self.model.edit(draft(script), step_id)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    @property
    def script(self) -> Script:
        return self.model.state.script

    @property
    def order(self) -> list[str]:
        return [step.id for step in self.script.steps]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()

    def write(self, words: str) -> None:
        """Type ASCII words where the focus is, key by key."""
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        QTest.keyClicks(target, words)
        QApplication.processEvents()

    def leave(self) -> None:
        """Close, and really delete: no Qt loop runs that would."""
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
