"""Fields grow, tell only what the person wrote, keep their undo; labels are never cut in silence."""

from PySide6.QtCore import Qt

from desktop.ui.kit import boxes, paint, theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.choices import ChoiceButton, Option
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.wraplabel import WrapLabel

LONG = "Contestation de la facture d’octobre, deux relances, échéance demain matin. " * 3


def test_only_the_person_is_told_of(qtbot):
    area = TextArea("Note")
    qtbot.addWidget(area)
    heard: list[str] = []
    area.edited.connect(heard.append)
    area.set_text("déjà là")
    assert heard == []
    qtbot.keyClicks(area, "a")
    assert len(heard) == 1
    assert heard[0] == area.text()


def test_undo_is_the_fields_own(qtbot):
    area = TextArea("Note")
    qtbot.addWidget(area)
    area.show()
    area.set_text("un")
    qtbot.keyClicks(area, "x")
    area.set_text(area.text())
    qtbot.keyClick(area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert area.text() == "un"


def test_it_grows_with_its_lines_up_to_its_most(qtbot):
    area = TextArea("Note", lines=2, max_lines=4)
    qtbot.addWidget(area)
    area.resize(300, 40)
    area.show()
    least = area.height()
    area.set_text("a\nb\nc")
    three = area.height()
    area.set_text("a\n" * 40)
    most = area.height()
    line = area.fontMetrics().lineSpacing()
    assert three - least == line
    assert most - least == 2 * line
    area.set_text("")
    assert area.height() == least


def test_tab_leaves_the_field(qtbot):
    holder = boxes.holder(boxes.column(TextArea("Note"), TextField("Nom")))
    qtbot.addWidget(holder)
    with qtbot.waitActive(holder):
        holder.show()
    (area,), (field,) = holder.findChildren(TextArea), holder.findChildren(TextField)
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert area.text() == ""
    assert field.hasFocus()


def test_a_problem_is_said_and_taken_back(qtbot):
    field = TextField("E-mail")
    qtbot.addWidget(field)
    field.set_problem("L’adresse n’est pas complète.")
    assert field.property("problem") == "true"
    assert field.accessibleDescription() == "L’adresse n’est pas complète."
    field.set_problem("")
    assert field.property("problem") == "false"
    assert field.accessibleDescription() == ""


def test_a_cut_label_has_its_whole_in_the_tooltip(qtbot):
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.toolTip() == LONG
    label.setText("Court")
    assert label.toolTip() == ""


def test_wrapped_words_are_never_cut(qtbot):
    label = WrapLabel(LONG, "reading")
    qtbot.addWidget(label)
    label.resize(300, 20)
    label.show()
    narrow = label.height()
    assert narrow >= label.heightForWidth(300)
    assert label.heightForWidth(150) > label.heightForWidth(300)
    assert label.minimumSizeHint().width() == 0


def test_a_line_is_one_line_and_measures_no_more_than_it_shows(qtbot):
    label = ElidedLabel("Première ligne\nseconde ligne")
    qtbot.addWidget(label)
    label.resize(label.sizeHint().width() + 200, 20)
    label.show()
    assert label._shown() == "Première ligne seconde ligne"
    assert len(paint.one_line("a" * 100_000)) == 400


def test_an_ampersand_is_no_alt_key(qtbot):
    button = Button("Box & Mobile")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    button.set_text("Prix &Offres")
    assert button.shortcut().isEmpty()
    assert ChoiceButton(Option(1, "Prix &Offres"), button).shortcut().isEmpty()


def test_the_hint_of_a_text_grows_with_the_text(qapp, qtbot):
    area = TextArea("Note", "Ce qui aidera…")
    qtbot.addWidget(area)
    area.show()
    theme.apply(qapp, "light", 1.5)
    try:
        assert area.viewport().font().pixelSize() == area.font().pixelSize() == 20
    finally:
        theme.apply(qapp, "light", 1.0)


def test_a_field_that_is_marked_keeps_the_size_of_the_text_scale(qtbot, qapp):
    for field in (TextArea("Note"), TextField("Nom")):
        theme.apply(qapp, "light", 1.0)
        qtbot.addWidget(field)
        field.show()
        theme.apply(qapp, "light", 1.5)
        size = field.font().pixelSize()
        field.set_problem("À reprendre.")
        assert field.font().pixelSize() == size
        field.set_problem("")
        assert field.font().pixelSize() == size
    theme.apply(qapp, "light", 1.0)
