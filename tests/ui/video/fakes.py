"""A gateway that tells what it is told to, for one advisor at a time, and a few people."""

import base64
import hashlib
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtWidgets import QWidget

from desktop.domain.contacts import Draft
from desktop.domain.customers import Civility, Customer
from desktop.domain.errors import NotSent, Unsent, VideoFailed
from desktop.domain.ids import ContactId, CustomerId, PersonId, VideoCallId, VideoPhotoId
from desktop.domain.people import Person, Role
from desktop.domain.video.calls import Asked, VideoPhoto
from desktop.domain.video.happenings import Delivery, EndReason, Happening, Source, What
from desktop.domain.video.progress import Progress, followed
from desktop.domain.video.readiness import Readiness, Where
from desktop.domain.video.ringing import Colleague, Invited, Ring
from desktop.services.video.live import Live

LEA = Person(id=PersonId("lea"), name="Léa Bernard", role=Role.ADVISOR)
NOE = Colleague(id=PersonId("noe"), name="Noé Petit", role="advisor", available=True)
CAMILLE = Colleague(id=PersonId("camille"), name="Camille Durand", role="lead", available=False)
CLAIRE = Customer(
    id=CustomerId("claire"),
    number="4018277",
    civility=Civility.MADAM,
    given_name="Claire",
    family_name="Moreau",
    phone="+33639981234",
    email="claire.moreau@courriel.example",
)
PAUL = Customer(
    id=CustomerId("paul"), civility=Civility.SIR, given_name="Paul", family_name="Lenoir"
)
READY = Readiness(
    where=Where.COMPANY,
    why=None,
    public="https://video.example",
    provider="janus",
    third=True,
)


class FakeVideo:
    """Calls, rings and messages of one advisor; `refuses` raises in the place of a verb by its name."""

    def __init__(self, clock, readiness: Readiness = READY, ahead: timedelta = timedelta()):
        self.clock = clock
        self.ahead = ahead
        """This machine's clock less the gateway's."""
        self.readiness = readiness
        self.colleagues = (NOE, CAMILLE)
        self.closed: dict[Delivery, Unsent] = {}
        self.refuses: dict[str, Exception] = {}
        self.asked: list[tuple] = []
        self.calls: dict[str, Live] = {}
        self.listeners = []
        self.ring_listeners = []
        self.taken_by_others: set[str] = set()
        self.next_readiness = readiness

    def _note(self, name: str, *told) -> None:
        self.asked.append((name, *told))
        if name in self.refuses:
            raise self.refuses[name]

    def names(self) -> list[str]:
        return [one[0] for one in self.asked]

    async def check(self):
        self._note("check")
        self.readiness = self.next_readiness
        return self.readiness

    async def begin(self, draft, person, *, pressed, press=""):
        self._note("begin", draft.contact_id, pressed, press)
        made = self.clock.new_id()
        asked = Asked(
            id=VideoCallId(made),
            contact_id=draft.contact_id,
            customer_id=draft.customer_id,
            person_id=person.id,
            at=self.clock.now(),
            gateway=self.readiness.public,
            seal="",
            place="Comptoir d’Angers" if press else "",
        )
        ago = max(self.clock.monotonic() - pressed, 0.0)
        live = Live(
            asked=asked,
            link=f"{self.readiness.public}/v#{made}",
            page=f"{self.readiness.public}/a#{made}",
            ahead_ms=round(self.ahead.total_seconds() * 1000),
            expires_at=self.clock.now() + timedelta(minutes=10),
            third=self.readiness.third,
            progress=Progress(),
        )
        self.calls[made] = live
        self.tell(made, What.CREATED, ago=ago, provider=self.readiness.provider)
        if press:
            self.tell(made, What.OFFERED, by="sos")
            self.tell(made, What.OPENED, lang="fr")
            self.tell(made, What.CONSENTED)
        return self.calls[made]

    async def send(self, call_id, delivery, to=""):
        self._note("send", delivery, to)
        if (why := self.closed.get(delivery)) is not None:
            raise NotSent(why)
        self.tell(call_id, What.OFFERED, by=delivery.value)

    async def renew(self, call_id):
        self._note("renew")
        live = self.calls[call_id]
        self.calls[call_id] = replace(
            live, link=f"{live.link}-2", expires_at=self.clock.now() + timedelta(minutes=10)
        )
        return self.calls[call_id]

    async def page_again(self, call_id):
        self._note("page_again")
        live = self.calls[call_id]
        self.calls[call_id] = replace(live, page=f"{live.page}-2")
        return self.calls[call_id]

    async def end(self, call_id, reason=EndReason.DONE):
        self._note("end", reason)
        if call_id not in self.calls:
            raise VideoFailed("unknown")
        self.tell(call_id, What.ENDED, reason=reason.value)

    async def invite(self, call_id, person_id):
        self._note("invite", person_id)

    async def join(self, invited):
        self._note("join", invited.call)
        return f"{self.readiness.public}/a#{invited.token}"

    async def decline(self, invited):
        self._note("decline", invited.call)

    def can_send(self, delivery):
        return self.closed.get(delivery)

    def listen(self, callback):
        self.listeners.append(callback)
        return lambda *_gone: self.listeners.remove(callback)

    def listen_rings(self, callback):
        self.ring_listeners.append(callback)
        return lambda *_gone: self.ring_listeners.remove(callback)

    async def set_available(self, on):
        self._note("set_available", on)

    async def take(self, ring: Ring):
        self._note("take", ring.press)
        return ring.press not in self.taken_by_others

    async def photos(self, call_id):
        self._note("photos", call_id)
        return self.calls[call_id].photos if call_id in self.calls else ()

    def tell(self, call_id, what, *, ago=0.0, **detail):
        """Something happens in a call, by the gateway's clock."""
        live = self.calls[call_id]
        at = self.clock.now() - self.ahead - timedelta(seconds=ago)
        one = Happening(n=live.progress.last + 1, at=at, what=what, detail=detail)
        self.calls[call_id] = replace(live, progress=followed(live.progress, [one]))
        self._say(call_id)

    def add_photo(self, call_id, number: int = 1):
        """A photo is consented to, taken and kept."""
        told = photo(self.calls[call_id].asked, self.clock.now(), number)
        given = {"id": str(told.id), "source": told.source.value}
        self.tell(call_id, What.PHOTO_CONSENTED, **given)
        sizes = {"width": told.width, "height": told.height, "size": told.size}
        self.tell(call_id, What.PHOTO, **given, **sizes, sha256=told.sha256)
        live = self.calls[call_id]
        self.calls[call_id] = replace(live, photos=(*live.photos, told))
        self._say(call_id)
        return told

    def hear(self, heard):
        """Something comes by the gateway's link."""
        for listener in tuple(self.ring_listeners):
            listener(heard)

    def _say(self, call_id):
        for listener in tuple(self.listeners):
            listener(self.calls[call_id])


class FakePage:
    """A page that only remembers what it was asked to show."""

    def __init__(self):
        self.urls = []
        self._widget = QWidget()
        self._widget.setAccessibleName("Page")

    def widget(self):
        return self._widget

    def open(self, url):
        self.urls.append(url)

    def clear(self):
        self.urls.append("")


def draft(clock, customer: Customer = CLAIRE) -> Draft:
    return Draft(
        contact_id=ContactId(f"contact-{customer.id}"),
        customer_id=customer.id,
        person_id=LEA.id,
        started_at=clock.now(),
    )


def picture(number: int = 1, width: int = 640, height: int = 480) -> bytes:
    """A JPEG that looks like something."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    shade = QLinearGradient(0, 0, width, height)
    shade.setColorAt(0, QColor.fromHsv((40 * number) % 360, 120, 210))
    shade.setColorAt(1, QColor.fromHsv((40 * number + 60) % 360, 150, 110))
    painter = QPainter(image)
    painter.fillRect(image.rect(), shade)
    painter.setBrush(QColor(250, 250, 250))
    painter.drawRoundedRect(width // 3, height // 4, width // 3, height // 2, 18, 18)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    kind: Any = "JPEG"  # the stubs want bytes, the library takes none
    image.save(buffer, kind, 85)
    return bytes(buffer.data().data())


def photo(asked: Asked, at: datetime, number: int = 1) -> VideoPhoto:
    content = picture(number)
    return VideoPhoto(
        id=VideoPhotoId(f"photo-{asked.id}-{number}"),
        call_id=asked.id,
        contact_id=asked.contact_id,
        customer_id=asked.customer_id,
        person_id=asked.person_id,
        at=at,
        consented_at=at - timedelta(seconds=3),
        source=Source.CAMERA,
        width=640,
        height=480,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        data=base64.b64encode(content).decode(),
    )


def invited(clock, call: str = "call-of-noe") -> Invited:
    return Invited(
        call=call, token="t" * 43, asker="Noé Petit", until=clock.now() + timedelta(seconds=60)
    )
