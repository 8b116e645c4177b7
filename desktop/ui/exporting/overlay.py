"""The form over the window: in which form, then where; two keys and a file's name."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.exporting import words
from desktop.ui.exporting.viewmodel import ExportViewModel, Form
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.checkrow import CheckRow
from desktop.ui.kit.keys import digit_of
from desktop.ui.kit.loading import Loading
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.wraplabel import WrapLabel


class ExportOverlay(Overlay):
    """A digit or a button chooses the form; the system's own window asks for the place."""

    def __init__(self, window: QWidget, viewmodel: ExportViewModel) -> None:
        super().__init__(window, QCoreApplication.translate("Exporting", "Exporter"), 560)
        self._viewmodel = viewmodel
        self.about = WrapLabel("", "secondary")
        self.buttons = {form: self._button(place, form) for place, form in enumerate(Form, 1)}
        self.comma = CheckRow(
            QCoreApplication.translate("Exporting", "Virgule décimale dans le tableau (Excel)")
        )
        self.trouble = Banner("danger", "")
        self.loading = Loading(QCoreApplication.translate("Exporting", "Écriture…"))
        self.dialog: QFileDialog | None = None
        self.body.addWidget(self.about)
        for button in self.buttons.values():
            self.body.addWidget(button)
        for part in (self.comma, self.trouble, self.loading):
            self.body.addWidget(part)
        self.comma.toggled.connect(viewmodel.set_comma)
        viewmodel.changed.connect(self._show)
        viewmodel.written.connect(self.dismiss)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a form by its digit."""
        digit = digit_of(event)
        if digit is not None and 1 <= digit <= len(Form):
            form = list(Form)[digit - 1]
            if form in self._viewmodel.state.forms:
                self.ask_place(form)
                event.accept()
                return
        super().keyPressEvent(event)

    def ask_place(self, form: Form) -> None:
        """Ask where the file goes."""
        if self._viewmodel.state.writing:
            return
        dialog = QFileDialog(self.window(), words.title_of(form))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form.value)
        dialog.selectFile(self._viewmodel.name_for(form))
        dialog.fileSelected.connect(lambda name: self._viewmodel.write(form, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _button(self, place: int, form: Form) -> Button:
        button = Button(words.label(form), words.ICONS[form], "outline", str(place))
        button.clicked.connect(lambda: self.ask_place(form))
        return button

    def _show(self) -> None:
        state = self._viewmodel.state
        if state.exported is not None:
            told = QCoreApplication.translate("Exporting", "{title}. {subtitle}")
            self.about.setText(
                told.format(title=state.exported.title, subtitle=state.exported.subtitle).strip()
            )
        for form, button in self.buttons.items():
            button.setVisible(form in state.forms)
            button.setEnabled(not state.writing)
        self.comma.setVisible(Form.CSV in state.forms)
        self.comma.setChecked(state.comma)
        self.loading.setVisible(state.writing)
        self.trouble.setVisible(state.trouble is not None)
        if state.trouble is not None:
            self.trouble.set_text(words.trouble(state.trouble))
