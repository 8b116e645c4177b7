"""Step-offs noted before in a guide, offered chain by chain: counts, never whose they were."""

from sqlalchemy import Connection

from desktop.domain.learning.useful import offered
from desktop.domain.scripts import EarlierStepOff
from desktop.services.store import learning


def earlier(
    connection: Connection, script_id: str, step_id: str, limit: int
) -> tuple[EarlierStepOff, ...]:
    """Chains of step-offs in this guide, those of this step first, then what surely helped most.

    Step-offs without words are left out: they teach nothing that the reasons do not say.
    """
    if not script_id:
        return ()
    return offered(learning.chains_of(connection, script_id), step_id)[:limit]
