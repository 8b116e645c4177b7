"""The theme in force: which palette, which text scale, and a signal when either changes."""

from functools import cache
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessibilityHints, QColor, QFont, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from desktop.ui.kit import fonts, stylesheet
from desktop.ui.kit.tokens import DARK, LIGHT, Palette, Type, Weight, sharpened

Mode = Literal["light", "dark", "system"]

SCALES: Final = (0.9, 1.5)
_FRAMES: Final = "frames"


class Theme(QObject):
    """What is shown now; `changed` follows every switch of palette, scale or motion."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.palette: Palette = LIGHT
        self.mode: Mode = "system"
        self.scale = 1.0
        self.reduced_motion = False
        self.dark = False
        self._followed: QApplication | None = None
        self._system = Qt.ColorScheme.Unknown
        # Kept: PySide forgets who owns the second once the first is let go.
        self._hints: QStyleHints | None = None
        self._needs: QAccessibilityHints | None = None

    def apply(self, app: QApplication, mode: Mode, scale: float) -> None:
        """Show `mode` at `scale` (clamped to 0.9 to 1.5), and follow the system if asked."""
        self.mode = mode
        self.scale = min(max(scale, SCALES[0]), SCALES[1])
        if self._followed is not app:
            self._followed = app
            app.setStyle("Fusion")
            self._hints = app.styleHints()
            self._system = self._hints.colorScheme()
            self._hints.colorSchemeChanged.connect(self.follow)
            self._needs = self._hints.accessibility()
            self._needs.contrastPreferenceChanged.connect(self._again)
        _dress_frames(app, mode)
        self.dark = self._system is Qt.ColorScheme.Dark if mode == "system" else mode == "dark"
        self.palette = DARK if self.dark else LIGHT
        if self._sharp():
            self.palette = sharpened(self.palette)
        self._paint(app)

    def _sharp(self) -> bool:
        preference = self._needs.contrastPreference() if self._needs is not None else None
        return preference is Qt.ContrastPreference.HighContrast

    def follow(self, scheme: Qt.ColorScheme) -> None:
        """Hear that the system went light or dark; what was chosen by hand stays."""
        self._system = scheme
        self._again()

    def _again(self) -> None:
        if self._followed is not None:
            self.apply(self._followed, self.mode, self.scale)

    def _paint(self, app: QApplication) -> None:
        sheet = stylesheet.build(self.palette, self.scale)
        if app.styleSheet() == sheet:
            return
        app.setFont(fonts.make(px(Type.BODY), Weight.REGULAR))
        app.setPalette(_qt_palette(self.palette))
        app.setStyleSheet(sheet)
        self.changed.emit()


@cache
def instance() -> Theme:
    """Return the one theme of this process."""
    return Theme()


def apply(app: QApplication, mode: Mode = "system", scale: float = 1.0) -> None:
    """Give `app` the fonts, palette and style sheet of `mode`."""
    instance().apply(app, mode, scale)


def current() -> Palette:
    """Return the palette in force."""
    return instance().palette


def color(token: str) -> QColor:
    """Return the colour of a `Palette` field of the theme in force."""
    return QColor(getattr(instance().palette, token))


def font(size: int = Type.BODY, weight: int = Weight.REGULAR) -> QFont:
    """Return the interface's font for a size of `Type`, scaled."""
    return fonts.make(px(size), weight)


def px(pixels: float) -> int:
    """Return a length given at 100 % as it is at the text scale in force."""
    return round(pixels * instance().scale)


def scale() -> float:
    """Return the text scale in force, 0.9 to 1.5."""
    return instance().scale


def is_dark() -> bool:
    """Tell whether the dark palette is in force."""
    return instance().dark


def reduced_motion() -> bool:
    """Tell whether the person, or the system, asked for no animation."""
    return instance().reduced_motion


def set_reduced_motion(asked: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
    """Turn animations off or on."""
    instance().reduced_motion = asked
    instance().changed.emit()


def _dress_frames(app: QApplication, mode: Mode) -> None:
    """Have the frames that the system draws follow the mode; asked only when it differs."""
    wanted = {
        "light": Qt.ColorScheme.Light,
        "dark": Qt.ColorScheme.Dark,
        "system": Qt.ColorScheme.Unknown,
    }[mode]
    if app.property(_FRAMES) != wanted.value:
        app.setProperty(_FRAMES, wanted.value)
        app.styleHints().setColorScheme(wanted)


def _qt_palette(palette: Palette) -> QPalette:
    result = QPalette()
    roles = QPalette.ColorRole
    pairs = {
        roles.Window: palette.bg,
        roles.WindowText: palette.text,
        roles.Base: palette.surface,
        roles.AlternateBase: palette.surface2,
        roles.Text: palette.text,
        roles.PlaceholderText: palette.text3,
        roles.Button: palette.surface,
        roles.ButtonText: palette.text,
        roles.ToolTipBase: palette.text,
        roles.ToolTipText: palette.surface,
        roles.Highlight: palette.accent,
        roles.HighlightedText: palette.on_accent,
        roles.Link: palette.accent,
        roles.Accent: palette.accent,
        roles.Mid: palette.border,
    }
    for role, value in pairs.items():
        result.setColor(role, QColor(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.text3))
    return result
