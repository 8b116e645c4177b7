"""« Et vous, ça va ? »: seven keys, a line of the outbox, and for the lead only what was shared."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.app import pages
from desktop.app.desk import Desk
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.wellbeing import Audience
from tests.journeys.hands import arrive, rows

SECRET = "Mal dormi, et ce n’est pas l’affaire de l’équipe"
SHARED = "J’aimerais en parler"
REPLY = "Merci de me l’avoir dit."


async def _sign_in(hands: Driver, session: Session, name: str) -> Desk:
    await hands.until(lambda: session.offered, "les personnes")
    await hands.type(name)
    await hands.press("Return")
    return await arrive(hands, session)


async def _say(hands: Driver, desk: Desk, words: str, audience: Audience) -> None:
    """Mood 4, energy 3, load 2, a word, and who may see it."""
    form, model = desk.views.check_in, desk.models.check_in
    before = model.state.today
    await hands.press("F12")
    await hands.until(form.isVisible, "le formulaire")
    await hands.press("4", "3", "2")
    await hands.press(str(list(Audience).index(audience) + 1))
    assert (model.state.mood, model.state.energy, model.state.load) == (4, 3, 2)
    assert model.state.audience is audience
    model.set_words(words)
    await hands.press("Ctrl+Return")
    await hands.until(lambda: not form.isVisible(), "l’enregistrement")
    await hands.until(lambda: model.state.today is not before, "la trace du jour")


def _seen(window: QWidget) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel))


def test_it_is_kept_with_its_line_and_the_lead_sees_what_is_shared_only(
    play, settings, store_file: Path
) -> None:
    [(lea,)] = rows(store_file, "SELECT id FROM people WHERE sign_in = 'lea'")

    async def story(hands: Driver, session: Session) -> None:
        desk = await _sign_in(hands, session, "Léa")
        await _say(hands, desk, SECRET, Audience.NOBODY)
        await _say(hands, desk, SHARED, Audience.LEAD)
        kept = rows(
            store_file,
            "SELECT c.words, c.audience, o.state FROM check_ins c JOIN outbox o"
            " ON o.fact_id = c.id WHERE c.person_id = ? ORDER BY o.line",
            lea,
        )
        assert kept == [(SECRET, "nobody", "waiting"), (SHARED, "lead", "waiting")]
        assert pages.SHARED not in pages.of_role(desk.person.role)
        desk.window.sign_out_asked.emit()

        lead = await _sign_in(hands, session, "Camille")
        await _read_and_answer(hands, lead)
        lead.window.sign_out_asked.emit()

        again = await _sign_in(hands, session, "Léa")
        await hands.until(hands.window.toasts.toasts, "que Camille a dit quelque chose")
        (toast,) = hands.window.toasts.toasts()
        # Nobody beside her reads there of what it is.
        assert toast.text() == "Du nouveau de Camille Roy dans «\u202fEt moi\u202f»."
        toast.button.click()
        await hands.until(lambda: again.window.page() == pages.MINE, "la page")
        mine = again.models.mine
        await hands.until(
            lambda: REPLY in [reply.words for own in mine.state.items for reply in own.replies],
            "la réponse",
        )
        await hands.until(lambda: REPLY in _seen(again.views.mine), "la réponse sur l’écran")

    play(story, replace(settings, sign_in_as=""))


async def _read_and_answer(hands: Driver, lead: Desk) -> None:
    shared = lead.models.shared
    assert shared is not None
    await hands.press(pages.KEYS[pages.SHARED])
    await hands.until(lambda: shared.state.waiting, "ce qui est partagé")
    read: list[str] = []
    for line in shared.state.waiting + shared.state.answered:
        shared.open(line.id)
        await hands.until(partial(_is_open, lead, line.id), "le point ouvert")
        assert shared.state.opened is not None
        assert shared.state.opened.check_in.audience is Audience.LEAD
        assert shared.state.opened.check_in.addressed_to == lead.person.id
        read.append(shared.state.opened.check_in.words)
    assert SHARED in read
    assert SECRET not in read
    assert SECRET not in _seen(lead.window)
    [mine] = [line for line in shared.state.waiting if line.author.name.startswith("Léa")][-1:]
    shared.open(mine.id)
    await hands.until(partial(_is_open, lead, mine.id), "le point de Léa")
    shared.write(REPLY)
    waiting = len(shared.state.waiting)
    shared.send()
    await hands.until(lambda: len(shared.state.waiting) < waiting, "la réponse partie")
    talk = lead.models.talk
    assert talk is not None
    talk.look(mine.id)
    talk.hold()
    await hands.until(lambda: talk.state.talk, "l’échange tenu")
    assert QApplication.focusWidget() is not None


def _is_open(lead: Desk, check_in_id: str) -> bool:
    shared = lead.models.shared
    return bool(shared and shared.state.opened and shared.state.opened.check_in.id == check_in_id)
