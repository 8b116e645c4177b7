"""A team's totals at the desk of who leads it."""

from desktop.app.services import Services
from desktop.domain.people import Person
from desktop.services.team_totals import ConnectedTotals, Totals
from desktop.ui.wellbeing.totals_viewmodel import TotalsViewModel

TAB = "totals"


def totals_of(services: Services, lead: Person) -> TotalsViewModel:
    """The view-model: over the server where there is one, which alone publishes then."""
    store, clock = services.store, services.clock
    shared = services.shared
    totals = Totals(store, clock) if shared is None else ConnectedTotals(store, clock, shared.ask)
    return TotalsViewModel(totals, lead)
