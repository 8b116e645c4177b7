"""What one left behind in contacts of this session: guides put aside, words without a guide."""

from desktop.domain import scripts
from desktop.domain.contacts import GuideRun
from desktop.domain.ids import ContactId
from desktop.domain.scripts import Script


class Memory:
    """Kept by contact, so that nothing crosses from one customer to another."""

    def __init__(self) -> None:
        self._runs: dict[tuple[ContactId, str], GuideRun] = {}
        self.words: dict[ContactId, str] = {}

    def leave(self, contact_id: ContactId, run: GuideRun | None) -> None:
        """Remember where one stood in a guide that is put aside."""
        if run is not None:
            self._runs[contact_id, run.script_id] = run

    def enter(self, contact_id: ContactId, script: Script) -> GuideRun:
        """Where one stood in that guide, else its start."""
        left = self._runs.get((contact_id, script.id))
        return scripts.settle(script, left) if left else scripts.start(script)
