"""Opens the window: first paint before anything else is loaded, then the session."""

import asyncio
import sys
from importlib.util import find_spec

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.app import language, logs, loop, pages, places
from desktop.app.loading import loaded
from desktop.app.marks import Marks
from desktop.app.single import SingleWindow
from desktop.config import NAME, Settings
from desktop.ui.kit import theme
from desktop.ui.kit.garbage import GarbageCollector
from desktop.ui.shell.window import Window

FRAME = 40
"""Pixels that a window's title bar may take."""


def run(settings: Settings) -> int:
    """Open the window of this store, or hand over to the one that runs; returns the exit code."""
    application = make_application(settings)
    places.make_folder(settings)
    single = SingleWindow(places.lock_of(settings))
    if not single.take():
        if single.hand_over(settings.phone):
            return 0
        _say(
            QCoreApplication.translate(
                "Start",
                "Une fenêtre tient déjà ces données, mais elle ne répond pas. Fermez-la, puis recommencez.",
            )
        )
        return 4
    logs.start(places.folder_of(settings) / "logs")
    sys.excepthook = logs.note
    window = Window(pages.pages())
    show(window)
    try:
        return loop.run(application, _live(window, settings, single))
    except Exception as error:
        logs.note(type(error), error, error.__traceback__)
        _say(_stopped().format(log=logs.place()))
        return 1
    finally:
        single.release()


def show(window: Window) -> None:
    """Show it at its usual size, or as large as the screen where that is smaller."""
    room = window.screen().availableSize() - QSize(0, FRAME)
    # Offscreen there is no frame and no screen that anybody looks at.
    if QGuiApplication.platformName() == "offscreen" or window.size() == window.size().boundedTo(
        room
    ):
        window.show()
    else:
        window.showMaximized()


def _stopped() -> str:
    return QCoreApplication.translate(
        "Start",
        "Vis-à-Vis s’est arrêté sur une erreur. Ce qui était enregistré le reste. Journal\u00a0: {log}",
    )


def _say(words: str) -> None:
    print(words, file=sys.stderr)  # noqa: T201 - a word to who started it


def make_application(settings: Settings) -> QApplication:
    """The application of the process, in its language and theme."""
    if find_spec("PySide6.QtWebEngineWidgets") is not None:
        # The web engine asks for it before the application exists; it is loaded by the first call.
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    application = QApplication(sys.argv[:1])
    application.setApplicationName(NAME)
    application.setQuitOnLastWindowClosed(False)
    GarbageCollector(application)
    language.speak(application, settings.lang)
    theme.apply(application, settings.theme)
    return application


class FirstPaint(QObject):
    """Tells when a widget has been painted once."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.painted = asyncio.Event()
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let all events pass."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.painted.set()
        return False


async def _live(window: Window, settings: Settings, single: SingleWindow) -> int:
    marks = Marks()
    await FirstPaint(window).painted.wait()
    await asyncio.sleep(0)
    marks.mark("first_paint")
    await loaded("desktop.app.session")
    from desktop.app.session import Session

    return await Session(window, settings, single).live(marks)
