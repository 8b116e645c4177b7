"""A right column with the video card in it, driven state by state; also as pictures.

`python -m tests.ui.video.stage FOLDER [SCALE]` paints every state in both themes for eyes.
"""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.domain.errors import NotSent, Unsent, VideoFailed
from desktop.domain.ids import PersonId
from desktop.domain.video.happenings import Delivery, What
from desktop.domain.video.readiness import Readiness, Unready, Where
from desktop.domain.video.ringing import Caller, Declined, Ring
from desktop.ui.kit import tasks, theme
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.video.colleagues import ColleaguesOverlay
from desktop.ui.video.panel import VideoPanel
from desktop.ui.video.photo_viewer import PhotoViewer
from desktop.ui.video.photos_viewmodel import PhotosViewModel
from desktop.ui.video.qr_overlay import QrOverlay
from desktop.ui.video.ring_banner import RingBanner
from desktop.ui.video.rings_viewmodel import RingsViewModel
from desktop.ui.video.settings_card import VideoSettings
from desktop.ui.video.viewmodel import VideoViewModel
from desktop.ui.video.window import VideoWindow
from tests.conftest import FakeClock
from tests.ui.video.fakes import (
    CLAIRE,
    LEA,
    PAUL,
    READY,
    FakePage,
    FakeVideo,
    draft,
    invited,
)

WIDTH = 310
CALLER = Caller(number="4018277", phone="06 39 98 12 34", name="Claire Moreau")


class Stage:
    """Everything of `ui/video` on one window, before a FakeVideo."""

    def __init__(self, clock, *, page: bool = True, readiness: Readiness = READY) -> None:
        self.clock = clock
        self.video = FakeVideo(clock, readiness, ahead=timedelta(milliseconds=1500))
        self.window = QWidget()
        self.window.setProperty("role", "window")
        self.window.setObjectName("window")
        self.window.resize(1680, 1050)
        self.model = VideoViewModel(self.video, LEA, clock, self.window)
        self.rings = RingsViewModel(self.video, clock, self.window)
        self.looked = PhotosViewModel(self.video.photos, clock, self.window)
        self.page = FakePage() if page else None
        self.browsed: list[str] = []
        self.panel = VideoPanel(
            self.model, self.rings, lambda: self.page, self.browsed.append, LEA.name
        )
        self.column = ScrollColumn(self.window)
        self.column.add(self.panel)
        self.column.body.addStretch(1)
        self.column.setGeometry(20, 20, theme.px(WIDTH) + 12, 1000)

    @property
    def call(self) -> str:
        """Id of the call under way."""
        assert self.model.state.call is not None
        return str(self.model.state.call.asked.id)

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()

    async def begin(self, customer=CLAIRE) -> str:
        self.model.show(draft(self.clock, customer), customer)
        self.model.start()
        await settled()
        return self.call

    def after(self, seconds: float, what: What | None = None, **detail) -> None:
        self.clock.advance(seconds=seconds)
        if what is not None:
            self.video.tell(self.call, what, **detail)
        self.model._tick()

    async def connect(self) -> str:
        call = await self.begin()
        self.clock.advance(seconds=2)
        self.model.send(Delivery.SMS, "06 39 98 12 34")
        await settled()
        self.after(3, What.OPENED, lang="fr")
        self.after(2, What.CONSENTED)
        self.after(1, What.FACE)
        self.after(0.2, What.VIA, via="direct")
        return call

    def ring(self, press: str = "p1", caller: Caller = CALLER, ago: float = 4) -> Ring:
        ring = Ring(
            press=press,
            place="angers",
            title="Comptoir d’Angers",
            caller=caller,
            pressed_at=self.clock.now() - timedelta(seconds=ago),
        )
        self.video.hear(ring)
        return ring


async def settled() -> None:
    """Let every task end and Qt take note of it."""
    for _ in range(4):
        while tasks.running():
            await asyncio.wait(tasks.running())
        await asyncio.sleep(0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


class Painted(FakePage):
    """A page that shows something, so that pictures have it."""

    def __init__(self) -> None:
        super().__init__()
        self._widget = _Portrait()


class _Portrait(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shade = QLinearGradient(0, 0, self.width(), self.height())
        shade.setColorAt(0, QColor("#20303a"))
        shade.setColorAt(1, QColor("#4a6670"))
        painter.fillRect(self.rect(), shade)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(self.rect(), 0x84, "page du conseiller")


async def nobody(stage: Stage) -> None:
    stage.model.show(None)


async def unready(stage: Stage) -> None:
    stage.video.next_readiness = Readiness(where=Where.COMPANY, why=Unready.NO_ANSWER)
    stage.model.show(draft(stage.clock), CLAIRE)
    stage.model.check()
    await settled()


async def ready(stage: Stage) -> None:
    stage.model.show(draft(stage.clock), CLAIRE)


async def warned(stage: Stage) -> None:
    stage.video.next_readiness = Readiness(
        where=Where.HERE, why=None, warning=Unready.NOT_CONFIGURED, public="http://127.0.0.1:9"
    )
    stage.model.show(draft(stage.clock), CLAIRE)
    stage.rings.set_available(True)
    stage.model.check()
    await settled()


async def inviting(stage: Stage) -> None:
    await stage.begin()
    stage.panel.take_focus()


async def closed(stage: Stage) -> None:
    stage.video.closed = {
        Delivery.SMS: Unsent.NOT_CONFIGURED,
        Delivery.EMAIL: Unsent.NOT_CONFIGURED,
    }
    await stage.begin()


async def unsent(stage: Stage) -> None:
    await stage.begin()
    stage.video.refuses["send"] = NotSent(Unsent.NO_ANSWER)
    stage.model.send(Delivery.SMS, "06 39 98 12 34")
    await settled()


async def bad_address(stage: Stage) -> None:
    await stage.begin()
    stage.model.send(Delivery.SMS, "06 39 bonjour")
    await settled()


async def waiting(stage: Stage) -> None:
    await stage.begin()
    stage.clock.advance(seconds=2)
    stage.model.send(Delivery.SMS, "06 39 98 12 34")
    await settled()
    stage.after(4)


async def slow(stage: Stage) -> None:
    await waiting(stage)
    stage.after(3, What.OPENED, lang="fr")
    stage.after(4)


async def nobody_came(stage: Stage) -> None:
    await waiting(stage)
    stage.after(64)


async def talking(stage: Stage) -> None:
    call = await stage.connect()
    stage.after(40, What.SHARE, source="camera")
    stage.after(12, What.PHOTO_ASKED, source="camera")
    for number in (1, 2, 3):
        stage.video.add_photo(call, number)
    stage.model.invite(PersonId("noe"))
    stage.model.invite(PersonId("camille"))
    await settled()
    stage.model.hear_declined(Declined(call=call, person=PersonId("camille")))
    stage.after(20, What.THIRD_HERE, person="noe")
    await settled()


async def lost(stage: Stage) -> None:
    await stage.connect()
    stage.after(30, What.LOST)
    stage.after(6)


async def ended(stage: Stage) -> None:
    await talking(stage)
    stage.after(64)
    stage.model.end()
    await settled()


async def no_show(stage: Stage) -> None:
    await waiting(stage)
    stage.after(600, What.ENDED, reason="no_show")


async def elsewhere(stage: Stage) -> None:
    await stage.connect()
    stage.model.show(draft(stage.clock, PAUL), PAUL)


async def not_begun(stage: Stage) -> None:
    stage.video.refuses["begin"] = VideoFailed("provider")
    stage.model.show(draft(stage.clock), CLAIRE)
    stage.model.start()
    await settled()


async def browser(stage: Stage) -> None:
    stage.page = None
    await waiting(stage)


STATES: dict[str, Callable[[Stage], Awaitable[None]]] = {
    one.__name__: one
    for one in (
        *(nobody, unready, ready, warned, inviting, closed, unsent, bad_address, waiting),
        *(slow, nobody_came, talking, lost, ended, no_show, elsewhere, not_begun, browser),
    )
}


async def _over(stage: Stage, folder: Path, ending: str) -> None:
    """What lies over the window."""
    await talking(stage)
    overlay = ColleaguesOverlay(stage.window, stage.model, stage.rings)
    overlay.propose()
    await settled()
    stage.window.grab().save(str(folder / f"over-colleagues-{ending}.png"))
    overlay.dismiss()
    viewer = PhotoViewer(stage.window, stage.looked)
    stage.looked.show(stage.model.state.call.photos, 1)
    await settled()
    stage.window.grab().save(str(folder / f"over-photo-{ending}.png"))
    viewer.dismiss()
    stage.model.end()
    await settled()
    banner = RingBanner(stage.window, stage.rings)
    stage.rings.set_available(True)
    await settled()
    stage.ring()
    stage.ring("p2")
    await settled()
    stage.window.grab().save(str(folder / f"over-ring-{ending}.png"))
    stage.rings.dismiss()
    stage.rings.dismiss()
    stage.video.hear(invited(stage.clock))
    await settled()
    stage.window.grab().save(str(folder / f"over-invited-{ending}.png"))
    banner.hide()
    code = QrOverlay(stage.window, "Compagnie de l’Ouest")
    code.show_link("https://video.example/v#" + "k3Jx9" * 9)
    code.resize(1680, 1050)
    await settled()
    code.grab().save(str(folder / f"over-qr-{ending}.png"))
    code.close()
    card = VideoSettings(stage.model, lambda: Painted())
    holder = QWidget()
    holder.setProperty("role", "surface")
    QVBoxLayout(holder).addWidget(card)
    holder.resize(theme.px(760), 10)
    holder.show()
    holder.adjustSize()
    holder.resize(theme.px(760), holder.height())
    await settled()
    holder.grab().save(str(folder / f"over-settings-{ending}.png"))
    holder.close()
    own = VideoWindow(stage.window)
    await stage.connect()
    own.set_title("Mme Moreau")
    own.hold(stage.panel.host)
    await settled()
    own.grab().save(str(folder / f"over-window-{ending}.png"))
    own.close()


async def _paint(app: QApplication, folder: Path, scale: float, only: set[str]) -> None:
    modes: tuple[theme.Mode, ...] = ("light", "dark")
    for mode in modes:
        theme.set_reduced_motion(True)
        theme.apply(app, mode, scale)
        ending = f"{mode}-{round(scale * 100)}"
        for name, play in STATES.items():
            if only and name not in only:
                continue
            stage = Stage(FakeClock())
            stage.page = Painted()
            stage.window.show()
            await play(stage)
            await settled()
            area = stage.column.geometry()
            area.setHeight(min(stage.panel.height() + 4, area.height()))
            stage.window.grab(area).save(str(folder / f"{name}-{ending}.png"))
            stage.close()
        if not only or "over" in only:
            stage = Stage(FakeClock())
            stage.page = Painted()
            stage.window.show()
            await _over(stage, folder, ending)
            stage.close()


def main() -> None:
    """Paint all of it."""
    from qasync import QEventLoop

    app = QApplication(sys.argv[:1])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    scale = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    only = set(sys.argv[3:])
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(_paint(app, folder, scale, only))


if __name__ == "__main__":
    main()
