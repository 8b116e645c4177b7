"""Publishing a draft: the version that came of it, or what kept it from that."""

from dataclasses import dataclass, replace

from desktop.domain.authoring import naming
from desktop.domain.authoring.checking import Problem
from desktop.domain.authoring.drafts import ScriptDraft
from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.errors import Incomplete, Invalid, StoreUnavailable
from desktop.ui.authoring.editor.ports import Authoring
from desktop.ui.authoring.editor.saving import DraftSaver
from desktop.ui.authoring.editor.state import EditorState, refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What came of it."""

    version: ScriptVersion | None = None
    refused: Problem | None = None
    """What kept the guide from being published, where the checks had found nothing."""
    failed: bool = False
    """The version could not be written to the disk."""

    def over(self, state: EditorState) -> EditorState:
        """What the editor shows once it is over."""
        return replace(state, publishing=False, refused=self.refused, failed=self.failed)


async def publish(
    authoring: Authoring, saver: DraftSaver, draft: ScriptDraft, note: str
) -> Published:
    """Write what waits, then publish; the steps get their last names."""
    named = replace(draft, script=naming.named(draft.script))
    try:
        await saver.flush()
        return Published(version=await authoring.publish(named, note))
    except Incomplete as error:
        return Published(refused=refusal(draft.script, error.field))
    except Invalid as error:
        return Published(refused=refusal(draft.script, error.field, error.why))
    except StoreUnavailable:
        return Published(failed=True)
