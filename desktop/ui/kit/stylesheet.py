"""The one style sheet, filled from a palette: what widgets do not paint themselves."""

from string import Template
from typing import Final

from desktop.ui.kit.tokens import Height, Palette, Radius, Space, Type, Weight

_LABELS: Final = {
    "title": (Type.TITLE, Weight.SEMIBOLD, "text"),
    "value": (Type.TITLE, Weight.SEMIBOLD, "text"),
    "section": (Type.SECTION, Weight.SEMIBOLD, "text"),
    "heading": (Type.BODY, Weight.SEMIBOLD, "text"),
    "reading": (Type.READING, Weight.REGULAR, "text"),
    "strong": (Type.BODY, Weight.SEMIBOLD, "text"),
    "body": (Type.BODY, Weight.REGULAR, "text"),
    "secondary": (Type.SECONDARY, Weight.MEDIUM, "text2"),
    "caption": (Type.CAPTION, Weight.MEDIUM, "text3"),
    "eyebrow": (Type.CAPTION, Weight.SEMIBOLD, "text3"),
}
"""Role of a label: size, weight and token of its words."""

TEXT_TOKENS: Final = (
    "text",
    "text2",
    "text3",
    "accent",
    "on_accent",
    "success",
    "warning",
    "danger",
    "info",
    "violet",
)

_FRAMES: Final = Template("""
QWidget#window, QWidget[role="window"] { background: $bg; }
QWidget[role="surface"] { background: $surface; }
QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: ${r_card}px; }
QFrame[role="sunken"] { background: $surface2; border: 1px solid $border; border-radius: ${r_block}px; }
QFrame[role="outline"] { background: $surface; border: 1px solid $border; border-radius: ${r_block}px; }
QFrame[role="overlay"] { background: $surface; border: 1px solid $border; border-radius: ${r_card}px; }
QFrame[role="popup"] { background: $surface; border: 1px solid $border_strong; border-radius: ${r_control}px; }
QFrame[role="divider"] { background: $border; border: none; }
QFrame[role="bar-top"] { background: $surface; border: none; border-bottom: 1px solid $border; }
QFrame[role="bar-bottom"] { background: $surface; border: none; border-top: 1px solid $border; }
QFrame[role="rail"] { background: $surface; border: none; border-right: 1px solid $border; }
QScrollArea { background: transparent; border: none; }
QScrollArea[role="reading"] { border: 2px solid transparent; border-radius: ${r_control}px; }
QScrollArea[role="reading"]:focus { border-color: $focus; }
QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; }
QToolTip { background: $text; color: $surface; border: none; padding: 4px 8px; font-size: ${t_secondary}px; }
""")

_FIELDS: Final = Template("""
QLineEdit, QPlainTextEdit { background: $surface; color: $text; border: 1px solid $border_strong;
  border-radius: ${r_control}px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit { padding: 0 ${pad}px; min-height: ${h_inner}px; }
QPlainTextEdit { padding: 4px 6px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $focus; }
QLineEdit:focus { padding: 0 ${pad_focus}px; min-height: ${h_focus}px; }
QPlainTextEdit:focus { padding: 3px 5px; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"] { border-color: $danger; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $surface2; color: $text3; border-color: $border; }
QLineEdit[role="search"] { background: $sunken; border-color: $border; }
QLineEdit[role="search"]:focus { background: $surface; border-color: $focus; }
QLineEdit[role="bare"] { background: transparent; border: none; min-height: ${h_inner}px; padding: 0; }
""")

_LISTS: Final = Template("""
QListView { background: transparent; border: none; outline: none; }
QListView::item { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $border_strong; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: ${r_key}px; }
QMenu::item:selected { background: $accent_soft; color: $accent; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QTableView { background: $surface; color: $text; gridline-color: $border; border: 1px solid $border;
  border-radius: ${r_control}px; selection-background-color: $accent_soft; selection-color: $text; }
QTableView:focus { border: 2px solid $focus; }
QTableView::item { padding: 0 8px; }
QHeaderView::section { background: $surface2; color: $text2; border: none; padding: 4px 8px;
  font-size: ${t_secondary}px; font-weight: 500; }
QCheckBox, QRadioButton { color: $text; spacing: 8px; }
""")


def build(palette: Palette, scale: float) -> str:
    """Return the application's style sheet for `palette` with text at `scale`."""
    words = {name: getattr(palette, name) for name in palette.__slots__}
    words |= {
        "r_key": Radius.KEY,
        "r_control": Radius.CONTROL,
        "r_block": Radius.BLOCK,
        "r_card": Radius.CARD,
        "pad": Space.S,
        "pad_focus": Space.S - 1,
        "h_inner": round(Height.CONTROL * scale) - 2,
        "h_focus": round(Height.CONTROL * scale) - 4,
        "t_secondary": round(Type.SECONDARY * scale),
    }
    parts = [part.substitute(words) for part in (_FRAMES, _FIELDS, _LISTS)]
    return "\n".join([f"/* {scale} */", *parts, _labels(palette, scale)])


def _labels(palette: Palette, scale: float) -> str:
    rules = [
        f'QLabel[role="{role}"] {{ color: {getattr(palette, token)};'
        f" font-size: {round(size * scale)}px; font-weight: {weight}; }}"
        for role, (size, weight, token) in _LABELS.items()
    ]
    rules += [
        f'QLabel[tone="{token}"] {{ color: {getattr(palette, token)}; }}' for token in TEXT_TOKENS
    ]
    rules.append(f"QLabel:disabled {{ color: {palette.text3}; }}")
    return "\n".join(rules)
