"""An advisor's contact, from signing in to closing, then the lead's first look."""

from desktop.app import pages
from desktop.app.desk import Desk
from desktop.app.session import Session
from desktop.app.tour.driver import Driver, StepFailed
from desktop.domain.contacts import Resolution
from desktop.ui.contacts.state import Stage
from desktop.ui.kit.saving import Saving


async def story(hands: Driver, session: Session) -> None:
    """The whole tour."""
    await _sign_in(hands, session, "Léa")
    await _check_in(hands, _desk(session))
    await _find(hands, _desk(session))
    await _follow_guide(hands, _desk(session))
    await _step_off(hands, _desk(session))
    await _report(hands, _desk(session))
    await _wrap_up(hands, _desk(session))
    await _undo_and_close(hands, _desk(session))
    await _create(hands, _desk(session))
    await _look_around(hands, _desk(session))
    await _be_the_lead(hands, session)


def _desk(session: Session) -> Desk:
    if session.desk is None:
        raise StepFailed("personne n’est connecté")
    return session.desk


async def _sign_in(hands: Driver, session: Session, name: str) -> None:
    hands.say(f"Se connecter\u00a0: {name}")
    await hands.until(lambda: session.offered, "les personnes")
    await hands.shoot("connexion")
    await hands.type(name)
    await hands.press("Return")
    await hands.until(lambda: session.desk is not None, "le bureau")


async def _check_in(hands: Driver, desk: Desk) -> None:
    hands.say("Dire comment ça va, en sept touches")
    form = desk.views.check_in
    await hands.until(form.isVisible, "le formulaire")
    await hands.press("4", "3", "2")
    await hands.shoot("ca-va")
    await hands.press("2", "Ctrl+Return")
    await hands.until(lambda: not form.isVisible(), "l’enregistrement")
    await hands.until(lambda: desk.models.check_in.state.today is not None, "la trace du jour")
    hands.say("Regarder sa journée")
    await hands.until(lambda: desk.models.day.day is not None, "la journée")
    await hands.shoot("ma-journee")


async def _find(hands: Driver, desk: Desk) -> None:
    hands.say("Chercher « moro claire », avec sa faute")
    await hands.press("F2")
    await hands.type("moro claire")
    search = desk.models.search
    await hands.until(lambda: _names(desk)[:1] == ["Claire Moreau"], "Claire Moreau en tête")
    await hands.shoot("recherche")
    await hands.press("Return")
    await hands.until(lambda: desk.models.customers.state.file is not None, "la fiche")
    await hands.until(lambda: desk.models.contact.state.stage is Stage.OPEN, "le contact")
    await hands.until(lambda: not search.state.text, "la fin de la recherche")


def _names(desk: Desk) -> list[str]:
    return [match.name for match in desk.models.search.state.matches]


async def _follow_guide(hands: Driver, desk: Desk) -> None:
    hands.say("Ouvrir le guide proposé, avancer, répondre")
    guide = desk.models.guide
    await hands.press("Ctrl+1")
    await hands.until(lambda: guide.state.suggested or guide.state.others, "les guides")
    await hands.press("1")
    await hands.until(lambda: guide.state.run is not None, "le guide")
    await hands.press("F3")
    await hands.until(lambda: guide.state.can_back, "l’étape suivante")
    here = guide.state.run.step_id if guide.state.run else ""
    await hands.press("1")
    await hands.until(lambda: guide.state.run and guide.state.run.answers, "la réponse")
    await hands.shoot("client")
    await hands.press("F3")
    await hands.until(lambda: guide.state.run and guide.state.run.step_id != here, "la suite")


async def _step_off(hands: Driver, desk: Desk) -> None:
    hands.say("S’écarter, en deux touches")
    await hands.press("F4")
    await hands.until(lambda: desk.views.guide.step_off_overlay() is not None, "les raisons")
    await hands.shoot("ecart")
    await hands.press("2")
    await hands.until(lambda: desk.models.guide.state.step_offs, "l’écart noté")


async def _report(hands: Driver, desk: Desk) -> None:
    hands.say("Signaler une incivilité")
    reported: list[object] = []
    desk.models.contact.incivility_reported.connect(reported.append)
    await hands.press("F7")
    await hands.until(desk.views.incivility.isVisible, "le signalement")
    await hands.press("1", "1")
    await hands.type("A haussé le ton, puis s’est excusée.")
    await hands.shoot("incivilite")
    await hands.press("Ctrl+Return")
    await hands.until(lambda: reported, "l’enregistrement")
    await hands.shoot("apres-incivilite")
    await hands.press("Escape")
    await hands.until(lambda: not desk.views.incivility.isVisible(), "la fin")


async def _wrap_up(hands: Driver, desk: Desk) -> None:
    hands.say("Noter, puis clore\u00a0: F8, 1, 4, Ctrl+Entrée")
    contact = desk.models.contact
    await hands.press("Ctrl+2")
    desk.views.wrap_up.take_focus()
    await hands.type("Geste de 5 € sur 3 mois, accepté.")
    await hands.until(lambda: contact.state.saving is Saving.SAVED, "le brouillon enregistré")
    await hands.press("F8", "1", "4")
    draft = contact.state.draft
    if draft is None or draft.resolution is not Resolution.RESOLVED or draft.estimate != 4:
        raise StepFailed("F8 n’a pas pris la résolution et l’estimation")
    await hands.shoot("cloture")
    await hands.press("Ctrl+Return")
    await hands.until(lambda: contact.state.stage is Stage.CLOSED, "la clôture")


async def _undo_and_close(hands: Driver, desk: Desk) -> None:
    hands.say("Reprendre la clôture, puis clore de nouveau")
    contact = desk.models.contact
    await hands.press("Ctrl+Z")
    await hands.until(lambda: contact.state.stage is Stage.OPEN, "le contact repris")
    if contact.state.draft is None or contact.state.draft.estimate != 4:
        raise StepFailed("le contact repris a perdu ce qui était saisi")
    await hands.press("Ctrl+Return")
    await hands.until(lambda: contact.state.stage is Stage.CLOSED, "la clôture")
    # Not before it is taken back: pictures would use up the seconds in which that can be done.
    await hands.shoot("clos")


async def _create(hands: Driver, desk: Desk) -> None:
    hands.say("Recevoir un appel d’un numéro inconnu")
    desk.pop.open("tel:+33199000001")
    await hands.until(desk.views.is_creating, "la nouvelle fiche")
    await hands.shoot("nouvel-appel")
    await hands.press("Escape")


async def _look_around(hands: Driver, desk: Desk) -> None:
    hands.say("Parcourir le reste")
    await hands.press("Ctrl+K")
    await hands.type("ecart")
    await hands.shoot("palette")
    await hands.press("Escape", "F1")
    await hands.shoot("touches")
    await hands.press("Escape")
    for page, name in (
        (pages.PROMISES, "promesses"),
        (pages.MINE, "et-moi"),
        (pages.SETTINGS, "reglages"),
    ):
        await _reach(hands, desk, page)
        await hands.shoot(name)


async def _reach(hands: Driver, desk: Desk, page: str) -> None:
    await hands.press(pages.KEYS[page])
    await hands.until(lambda: desk.window.page() == page, f"la page « {page} »")


async def _be_the_lead(hands: Driver, session: Session) -> None:
    hands.say("Se déconnecter, et se connecter comme responsable")
    before = _desk(session)
    before.window.sign_out_asked.emit()
    await hands.until(lambda: session.desk is not before, "la déconnexion")
    await hands.until(lambda: session.offered, "les personnes")
    await hands.type("Camille")
    await hands.press("Return")
    await hands.until(lambda: session.desk is not None, "le bureau")
    desk = _desk(session)
    if desk.views.check_in.isVisible():
        await hands.press("Escape")
    hands.say("Lire un point partagé, et y répondre")
    await _reach(hands, desk, pages.SHARED)
    shared = desk.models.shared
    if shared is None:
        raise StepFailed("la responsable n’a pas de page d’équipe")
    await hands.until(lambda: shared.state.waiting, "un point partagé")
    await hands.press("Return")
    await hands.until(lambda: shared.state.opened, "le point ouvert")
    await hands.type("Merci de me l’avoir dit. On se voit à 14 h\u202f?")
    await hands.shoot("equipe")
    waiting = len(shared.state.waiting)
    await hands.press("Ctrl+Return")
    await hands.until(lambda: len(shared.state.waiting) < waiting, "la réponse")
