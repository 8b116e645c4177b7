"""The gateway inside the application: on a name of the company's, or on loopback for the demonstration."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.config.video import VideoSettings
from desktop.domain.errors import VideoFailed
from desktop.domain.video.readiness import Unready, Where
from desktop.services.clock import Clock
from desktop.services.video.plan import Plan
from desktop.services.video.sealing import digest

if TYPE_CHECKING:
    from desktop.services.video.gateway.config import GatewayConfig
    from desktop.services.video.gateway.running import Running


class Inside:
    """Started at the first look that wants it; runs until the application ends."""

    def __init__(self, plan: Plan, clock: Clock) -> None:
        self._plan = plan
        self._clock = clock
        self._key = clock.secret()
        self._running: Running | None = None

    @property
    def where(self) -> Where:
        """For whom it would be: a name or a certificate says that a branch is meant."""
        settings = self._plan.settings
        return Where.INSIDE if settings.name or settings.certificate else Where.HERE

    @property
    def wanted(self) -> bool:
        """Whether this machine is to have one."""
        return self.where is Where.INSIDE or (self._plan.here and not self._plan.settings.gateway)

    async def start(self) -> tuple[str, str]:
        """Its address and key. Raises VideoFailed, whose code is one of Unready."""
        if self._running is None:
            from desktop.services.video.gateway.running import Running

            running = Running(self._config(), self._clock)
            await running.start()
            self._running = running
        return self._running.url, self._key

    async def stop(self) -> None:
        """Close its lines and its port."""
        if self._running is not None:
            await self._running.stop()
            self._running = None

    def _config(self) -> "GatewayConfig":
        from desktop.services.video.gateway.config import GatewayConfig, Janus, Key, Place, Relay

        settings, secret = self._plan.settings, self._plan.secret
        key = Key(name="inside", sha256=digest(self._key))
        janus = Janus(
            urls=settings.janus,
            secret=secret("janus"),
            token_secret=secret("janus-token"),
            room_secret=secret("janus-room"),
        )
        config = GatewayConfig(
            keys=(key,),
            data=self._plan.data,
            company=settings.company,
            provider=settings.provider,
            relay=Relay(stun=settings.stun, turn=settings.turn, secret=secret("turn")),
            janus=janus,
            places=tuple(
                Place(id=one.id, team=one.team, title=one.title) for one in settings.places
            ),
        )
        return config if self.where is Where.HERE else _branch(config, settings)


def _branch(config: "GatewayConfig", settings: VideoSettings) -> "GatewayConfig":
    """The same for a branch's network. Raises VideoFailed: never without a certificate and its name."""
    if not (settings.certificate and settings.certificate_key):
        raise VideoFailed(Unready.CERTIFICATE_MISSING)
    if not settings.name:
        raise VideoFailed(Unready.CERTIFICATE_NAME)
    return replace(
        config,
        host=settings.listen,
        port=settings.port,
        public=_public(settings.name, settings.port),
        certificate=settings.certificate,
        key=settings.certificate_key,
    )


def _public(name: str, port: int) -> str:
    return f"https://{name}" if port == 443 else f"https://{name}:{port}"
