"""Every widget of the kit in its states, each under a name: what the gallery and the pictures show."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.avatar import Avatar, initials_of
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.charts import Point, TrendChart, TrendTable
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.choices import Option
from desktop.ui.kit.dates import day
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.flow import Flow
from desktop.ui.kit.form import field
from desktop.ui.kit.gauge import Meter, Ring
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.iconlabel import Glyph, IconLabel, Tile
from desktop.ui.kit.keycap import KeyCap
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.loading import Loading, Skeleton
from desktop.ui.kit.panel import Divider, Panel
from desktop.ui.kit.picker import Picker
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.scale import Scale
from desktop.ui.kit.searchfield import SearchField
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.spark import Spark
from desktop.ui.kit.stepper import Step, Stepper
from desktop.ui.kit.tabs import Tabs
from desktop.ui.kit.text import Text
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import TONES
from desktop.ui.kit.wraplabel import WrapLabel

RESOLUTIONS = [Option("r", "Résolu"), Option("p", "Partiel"), Option("s", "À suivre")]
CHANNELS = [
    Option("phone", "Téléphone", "phone"),
    Option("mail", "E-mail", "mail"),
    Option("branch", "Boutique", "store"),
]
REASONS = [
    Option(
        "bill",
        "Facturation",
        "receipt",
        children=(Option("gap", "Écart"), Option("late", "Retard de paiement")),
    ),
    Option("fault", "Panne", "router", children=(Option("net", "Internet"), Option("tv", "Télé"))),
    Option("move", "Déménagement", "house"),
]
WEEKS = [
    Point(f"S{week}", value, count)
    for week, value, count in (
        (36, 4.2, 31),
        (37, 4.4, 28),
        (38, 4.1, 40),
        (39, None, 0),
        (40, 3.9, 22),
        (41, 3.6, 35),
        (42, 3.8, 30),
        (43, 4.3, 33),
    )
]
SENTENCE = (
    "« Je vois votre facture d’octobre : 44,99 € au lieu de 39,99 €. La remise de bienvenue "
    "s’est terminée le 30 septembre, et personne ne vous l’a annoncé clairement. »"
)


@dataclass(frozen=True)
class Event:
    """A row of the specimen list."""

    title: str
    text: str
    when: str
    icon: str
    tone: str


EVENTS = [
    Event("Appel entrant", "Facture plus élevée que prévu", "10:46", "phone-incoming", "success"),
    Event("E-mail", "« C’est la deuxième fois que j’explique… »", "mer. 18 nov.", "mail", "info"),
    Event("Boutique", "Changement d’adresse, résolu", "sam. 3 oct.", "store", "accent"),
]


def texts() -> QWidget:
    roles = ("title", "value", "section", "heading", "reading", "strong", "body", "secondary")
    words = [Text(f"{role} : 39,99 € à régler", role) for role in (*roles, "caption", "eyebrow")]
    tones = [Text(f"ton {tone}", "strong", tone) for tone in ("success", "warning", "danger")]
    return boxes.holder(boxes.column(*words, *tones))


def long_texts() -> QWidget:
    cut = ElidedLabel("Contestation de la facture d’octobre, deux relances, échéance demain")
    wrapped = WrapLabel(SENTENCE, "reading")
    holder = boxes.holder(boxes.column(cut, wrapped, None))
    holder.setFixedWidth(300)
    return holder


def buttons() -> QWidget:
    roles = ("primary", "secondary", "outline", "ghost", "danger", "soft", "video")
    first = [Button(role.capitalize(), "check", role) for role in roles]
    off = [Button("Clore", "check", role) for role in ("primary", "secondary", "ghost")]
    for button in off:
        button.setEnabled(False)
    keyed = [
        Button("Clore", "check", "primary", key_symbol("Ctrl+Return")),
        Button("M’écarter", "split", "secondary", "F4"),
        Button("Continuer", None, "primary", "Entrée"),
    ]
    chosen = Button("Oui", "thumbs-up", "outline")
    chosen.setCheckable(True)
    chosen.setChecked(True)
    return boxes.holder(
        boxes.column(
            boxes.row(*first[:4], None),
            boxes.row(*first[4:], None),
            boxes.row(*off, None),
            boxes.row(*keyed, chosen, None),
        )
    )


def icon_buttons() -> QWidget:
    badge = IconButton("calendar-clock", "Rappels", size=34)
    badge.set_badge(3)
    return boxes.holder(
        boxes.row(
            IconButton("pencil", "Modifier", "secondary", 34),
            IconButton("settings", "Réglages"),
            badge,
            None,
        )
    )


def chips() -> QWidget:
    flow = Flow()
    for tone in TONES:
        flow.add(Chip(tone.capitalize(), tone))
    flow.add(Chip("Fidèle depuis 2016", "accent", "badge-check"))
    flow.add(Chip("Effort en hausse", "warning", "trending-up"))
    flow.add(Chip("Brouillon enregistré", "success", "check"))
    for key in ("F2", "Ctrl+K", "Ctrl+Return", "Alt+Left"):
        flow.add(KeyCap(key_symbol(key)))
    flow.setFixedWidth(420)
    return flow


def people() -> QWidget:
    names = ("Claire Moreau", "Luc Bernard", "Jean-Paul Sartre-Diaz", "Zoé")
    avatars = [Avatar(initials_of(name), 40) for name in names]
    for avatar, name in zip(avatars, names, strict=True):
        avatar.set_person(name)
    tiles = [Tile(icon, tone) for icon, tone in (("router", "accent"), ("split", "warning"))]
    line = IconLabel("phone", "06 39 98 12 34")
    return boxes.holder(
        boxes.column(
            boxes.row(*avatars, None),
            boxes.row(*tiles, Tile("mail", "info", round_=True), Glyph("frown", "warning"), None),
            boxes.row(line, IconLabel("mail", "claire.moreau@courriel.example"), None),
        )
    )


def wrapup() -> QWidget:
    channel = Picker("Canal", CHANNELS)
    channel.set_value("phone")
    reason = Picker("Motif", REASONS, "Choisir un motif", "tag")
    reason.set_value("gap")
    resolution = Segmented("Résolution", RESOLUTIONS)
    resolution.set_value("r")
    effort = Scale("Effort", 7, ("Très facile", "Très difficile"))
    effort.set_value(5)
    guess = Scale("Satisfaction", 5, faces=True)
    guess.set_value(4)
    note = TextArea("Note", "Écrire une note…")
    note.set_text("Geste de 5 € × 3 mois proposé, accepté. Rappel de contrôle le 2 décembre.")
    card = Card("Contact en cours", Chip("Brouillon enregistré", "success", "check"))
    card.body.addLayout(boxes.row(field("Canal", channel), field("Motif", reason)))
    card.add(field("Résolution", resolution))
    card.add(field("Effort demandé à la cliente", effort, "CES"))
    card.add(field("À votre avis, sa satisfaction ?", guess))
    card.add(note)
    close = Button("Clore", "check", "primary", key_symbol("Ctrl+Return"))
    card.body.addLayout(boxes.row(Button("Incivilité", "shield-alert", "ghost"), None, close))
    card.setFixedWidth(372)
    return card


def empty_choices() -> QWidget:
    off = Segmented("Résolution", RESOLUTIONS)
    off.setEnabled(False)
    holder = boxes.holder(
        boxes.column(
            Segmented("Résolution", RESOLUTIONS),
            off,
            Scale("Effort", 7),
            Scale("Humeur", 5, ("Pas bien", "Très bien"), faces=True),
            Picker("Motif", REASONS, "Choisir un motif", "tag"),
            None,
        )
    )
    holder.setFixedWidth(340)
    return holder


def fields() -> QWidget:
    wrong = TextField("E-mail")
    wrong.setText("claire@")
    wrong.set_problem("L’adresse n’est pas complète.")
    off = TextField("Nom")
    off.setText("Moreau")
    off.setEnabled(False)
    holder = boxes.holder(
        boxes.column(
            SearchField("Rechercher", "Rechercher un client, un contrat…", ("Ctrl", "K")),
            TextField("Nom", "Nom"),
            wrong,
            off,
            TextArea("Note", "Écrire une note…"),
            None,
        )
    )
    holder.setFixedWidth(360)
    return holder


def panels() -> QWidget:
    case = Panel("sunken")
    case.body.addLayout(
        boxes.row(Text("D-58 214", "secondary"), None, Chip("Échéance demain", "warning"))
    )
    case.add(Text("Contestation facture d’octobre", "strong"))
    case.add(Text(f"Ouvert {day(date(2026, 11, 13), date(2026, 11, 23))}", "secondary"))
    quote = Panel("quote")
    quote.add(WrapLabel(SENTENCE, "reading"))
    stepped = Panel("warning")
    stepped.add(WrapLabel("Écart noté à 10:42 : je reformule moi-même.", "strong"))
    holder = boxes.holder(boxes.column(case, Divider(), quote, stepped, None))
    holder.setFixedWidth(420)
    return holder


def banners() -> QWidget:
    kinds = [Banner(tone, f"Ton {tone} : tout reste enregistré sur ce poste.") for tone in TONES]
    acting = Banner("warning", "Hors ligne. 2 faits à envoyer.", "Voir")
    holder = boxes.holder(boxes.column(*kinds, acting, None))
    holder.setFixedWidth(420)
    return holder


def steps() -> QWidget:
    stepper = Stepper("Étapes")
    stepper.set_steps(
        [
            Step("Accueillir", "done"),
            Step("Comprendre", "skipped"),
            Step("Expliquer", "current"),
            Step("Proposer"),
            Step("Conclure"),
        ]
    )
    tabs = Tabs("Vues", ["Guide", "Dossiers", "Notes"])
    narrow = Stepper("Étapes, à l’étroit")
    narrow.set_steps(
        [
            *(Step("Accueillir", "done"), Step("Comprendre", "done"), Step("Vérifier", "skipped")),
            *(Step("Expliquer", "current"), Step("Proposer"), Step("Conclure")),
        ]
    )
    narrow.setFixedWidth(340)
    holder = boxes.holder(boxes.column(tabs, stepper, narrow, None))
    holder.setFixedWidth(720)
    return holder


def figures() -> QWidget:
    meter = Meter("Latitude")
    meter.set_value(0.36)
    card = Card("Satisfaction")
    chart = TrendChart("Satisfaction")
    chart.set_points(WEEKS, 1, 5)
    card.body.addLayout(
        boxes.row(Text("4,1", "value"), Spark([3.1, 3.4, 3.0, 4.2, 4.1]), Ring(0.84), meter)
    )
    card.add(chart)
    table = TrendTable("Satisfaction, en table")
    table.set_points(WEEKS[:3])
    table.setFixedHeight(130)
    card.add(table)
    card.setFixedWidth(420)
    return card


def look(row: object) -> RowLook:
    assert isinstance(row, Event)
    return RowLook(
        row.title,
        row.text,
        row.when,
        icon=row.icon,
        tone=row.tone,
        chip="promesse" if row.icon == "mail" else "",
        chip_tone="warning",
        spans=((0, 3),),
        trailing="smile",
        trailing_tone="success",
    )


def lists() -> QWidget:
    model = RowsModel[Event](lambda event: event.title, lambda event: event.title)
    model.set_rows(EVENTS)
    view = ListView("Parcours", RowDelegate(look, 2))
    model.setParent(view)
    view.setModel(model)
    view.setCurrentIndex(model.index(1))
    view.setFixedSize(440, 170)
    return view


def nothing() -> QWidget:
    holder = boxes.holder(
        boxes.column(
            EmptyState("search", "Aucun client trouvé", "Vérifiez l’orthographe.", "Créer"),
            Loading("Lecture du parcours…"),
            Skeleton(3),
        )
    )
    holder.setFixedWidth(320)
    return holder


SPECIMENS: dict[str, Callable[[], QWidget]] = {
    made.__name__: made
    for made in (
        texts,
        long_texts,
        buttons,
        icon_buttons,
        chips,
        people,
        wrapup,
        empty_choices,
        fields,
        panels,
        banners,
        steps,
        figures,
        lists,
        nothing,
    )
}
