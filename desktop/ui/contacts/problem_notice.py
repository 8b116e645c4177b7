"""What did not go through, what to do about it, and the text to take along."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from desktop.domain.contacts import Draft
from desktop.domain.errors import Trouble
from desktop.ui.contacts.front import Front
from desktop.ui.contacts.state import ContactState, Problem
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class ProblemNotice(Panel):
    """Hidden while all goes well; the contact's text stays in its fields meanwhile."""

    def __init__(self, viewmodel: Front) -> None:
        super().__init__("danger")
        self._viewmodel = viewmodel
        self._told: tuple[object, ...] = ()
        self._title = Text("", "strong")
        self._advice = WrapLabel("", "secondary")
        self.copy = Button(
            QCoreApplication.translate("WrapUp", "Copier le texte"), "copy", "outline"
        )
        self.copy.clicked.connect(self._copy)
        dismiss = IconButton("x", QCoreApplication.translate("WrapUp", "Fermer ce message"))
        dismiss.clicked.connect(viewmodel.dismiss_problem)
        glyph = Glyph("circle-alert", "danger", 16)
        self.body.addLayout(boxes.row(glyph, self._title, None, dismiss, spacing=Space.S))
        self.body.addWidget(self._advice)
        self.body.addLayout(boxes.row(self.copy, None))
        self.hide()

    def show_state(self, state: ContactState) -> None:
        """Say what the state says, once."""
        told = (state.problem, state.trouble)
        if state.problem is not None and told != self._told:
            self._title.setText(_title(state.problem))
            self._advice.setText(_advice(state.problem, state.trouble))
            announce(self, f"{self._title.text()}. {self._advice.text()}")
        self._told = told
        self.copy.setVisible(state.draft is not None)
        self.setVisible(state.problem is not None)

    def text(self) -> str:
        """Return what it says."""
        return f"{self._title.text()} {self._advice.text()}"

    def _copy(self) -> None:
        draft = self._viewmodel.state.draft
        if draft is not None:
            QGuiApplication.clipboard().setText(written(draft))
            self.copy.set_text(QCoreApplication.translate("WrapUp", "Texte copié"))


def written(draft: Draft) -> str:
    """Return all that was written in the draft, a paragraph each."""
    promised = draft.promise.words if draft.promise else ""
    offs = (one.words for one in draft.step_offs)
    begun = draft.guide.words if draft.guide else ""
    return "\n\n".join(words for words in (draft.note, promised, *offs, begun) if words.strip())


def _title(problem: Problem) -> str:
    match problem:
        case Problem.NOT_OPENED:
            return QCoreApplication.translate("WrapUp", "Le contact n’a pas pu s’ouvrir")
        case Problem.NOT_SAVED:
            return QCoreApplication.translate("WrapUp", "Texte pas encore enregistré")
        case Problem.NOT_CLOSED:
            return QCoreApplication.translate("WrapUp", "Le contact n’a pas pu être clos")
        case Problem.NOT_REPORTED:
            return QCoreApplication.translate("WrapUp", "Incivilité pas encore enregistrée")
        case Problem.NOT_UNDONE:
            return QCoreApplication.translate("WrapUp", "La clôture n’a pas pu être annulée")
        case Problem.TOO_LATE:
            return QCoreApplication.translate("WrapUp", "Contact déjà transmis")
        case Problem.ESTIMATE_STAYS:
            return QCoreApplication.translate("WrapUp", "Votre estimation ne change plus")


def _advice(problem: Problem, trouble: Trouble | None) -> str:
    if problem is Problem.TOO_LATE:
        return QCoreApplication.translate(
            "WrapUp", "Il ne peut plus être repris. Un nouveau contact peut le compléter."
        )
    if problem is Problem.ESTIMATE_STAYS:
        return estimate_stays()
    cause = _cause(trouble)
    rest = (
        QCoreApplication.translate("WrapUp", "L’enregistrement reprendra seul. Rien n’est perdu.")
        if problem is Problem.NOT_SAVED
        else QCoreApplication.translate("WrapUp", "Recommencez ensuite. Rien n’est perdu.")
    )
    return f"{cause} {rest}"


def estimate_stays() -> str:
    """Why the estimate can be given or changed no more."""
    return QCoreApplication.translate(
        "WrapUp",
        "La réponse du client a pu être vue\u00a0: l’estimation reste telle qu’elle était avant.",
    )


def _cause(trouble: Trouble | None) -> str:
    match trouble:
        case Trouble.DISK_FULL:
            return QCoreApplication.translate(
                "WrapUp", "Le disque de ce poste est plein\u00a0: libérez de la place."
            )
        case Trouble.READ_ONLY:
            return QCoreApplication.translate(
                "WrapUp", "Le dossier des données est en lecture seule\u00a0: rendez-le modifiable."
            )
        case Trouble.LOCKED:
            return QCoreApplication.translate(
                "WrapUp", "Un autre programme occupe les données\u00a0: laissez-le finir."
            )
        case _:
            return QCoreApplication.translate(
                "WrapUp", "Les données de ce poste ne répondent pas\u00a0: copiez votre texte."
            )
