"""Small choices are kept, a person each, over a restart."""

from desktop.domain.ids import PersonId
from desktop.services.preferences import Preferences

ANNE, LEO = PersonId("anne"), PersonId("leo")


async def test_a_choice_is_kept_for_its_person_alone(store):
    preferences = Preferences(store)
    await preferences.put(ANNE, "channel", "email")
    await preferences.put(ANNE, "channel", "chat")
    assert await preferences.get(ANNE, "channel") == "chat"
    assert await preferences.get(LEO, "channel", "call_in") == "call_in"
