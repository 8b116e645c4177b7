"""Starting and stopping a gateway on a loop: the same for the one alone and the one inside."""

import asyncio
import logging
import socket
import ssl
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

from desktop.domain.errors import VideoFailed
from desktop.domain.video.readiness import Unready
from desktop.services.clock import Clock
from desktop.services.video.gateway import certificate
from desktop.services.video.gateway.application import make
from desktop.services.video.gateway.config import GatewayConfig
from desktop.services.video.gateway.core import CORE
from desktop.services.video.gateway.folder import Folder, claimed
from desktop.services.video.gateway.providers import Learnt, Role, Tell
from desktop.services.video.gateway.providers.making import provided

LINGER: Final = 2.0
"""Seconds that open lines have to hear that it stops."""
_log = logging.getLogger(__name__)


def bound(config: GatewayConfig) -> tuple[socket.socket, GatewayConfig]:
    """A socket that listens, and the configuration with its port and public address.

    Raises VideoFailed("port_taken"): also where this machine has no such address.
    """
    kind = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    ear = socket.socket(kind, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows: reuse would share the port
            ear.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        ear.bind((config.host, config.port))
        ear.listen(128)
    except OSError as error:
        ear.close()
        raise VideoFailed(Unready.PORT_TAKEN.value) from error
    ear.setblocking(False)
    port = ear.getsockname()[1]
    host = f"[{config.host}]" if ":" in config.host else config.host
    scheme = "https" if config.certificate else "http"
    public = config.public or f"{scheme}://{host}:{port}"
    return ear, replace(config, port=port, public=public)


def checked(config: GatewayConfig, clock: Clock) -> None:
    """Nothing that its own configuration forbids. Raises VideoFailed with a code of Unready."""
    if not config.safe:
        raise VideoFailed(Unready.CERTIFICATE_MISSING.value)
    if config.certificate is not None:
        name = urlsplit(config.public).hostname or config.host
        key = config.key or config.certificate
        certificate.check(config.certificate, key, name, clock.now())


def secured(config: GatewayConfig) -> ssl.SSLContext | None:
    """TLS 1.2 and newer with the configured certificate; None: none is configured."""
    if config.certificate is None:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(config.certificate, config.key)
    except OSError as error:
        raise VideoFailed(Unready.CERTIFICATE_MISSING.value) from error
    return context


class Told:
    """Passes on what a provider sees, once there is somebody to hear it."""

    to: Tell | None = None

    def __call__(self, call: str, role: Role, what: Learnt) -> None:
        """A provider saw something."""
        if self.to is not None:
            self.to(call, role, what)


class Running:
    """One gateway that listens, on the running loop."""

    def __init__(self, config: GatewayConfig, clock: Clock) -> None:
        self._config = config
        self._clock = clock
        self._runner: web.AppRunner | None = None
        self._folder: Folder | None = None
        self.url = ""
        """Where it is reached from this machine or its network; links begin with it."""

    async def start(self) -> None:
        """Listen. Raises VideoFailed with a code of Unready; `in_use` or `folder` for its folder."""
        checked(self._config, self._clock)
        secure = secured(self._config)
        ear, config = bound(self._config)
        try:
            self._folder = claimed(config.data, alone=self._config.port != 0)
            config = replace(config, data=self._folder.path)
            runner = await self._set_up(config)
            await web.SockSite(runner, ear, ssl_context=secure).start()
        except OSError as error:
            ear.close()
            await self.stop()
            raise VideoFailed("folder") from error
        except BaseException:
            ear.close()
            await self.stop()
            raise
        self.url = config.public

    async def _set_up(self, config: GatewayConfig) -> web.AppRunner:
        told = Told()
        provider = provided(config, self._clock, told)
        application = make(config, provider, self._clock)
        told.to = application[CORE].rooms.learnt
        self._runner = web.AppRunner(
            application,
            access_log=None,  # it would hold addresses
            logger=quiet(),
            shutdown_timeout=LINGER,
            keepalive_timeout=30,
        )
        await self._runner.setup()
        return self._runner

    async def stop(self) -> None:
        """Close every line with a word, then the port."""
        try:
            if self._runner is not None:
                await self._runner.cleanup()
                self._runner = None
        finally:
            if self._folder is not None:
                self._folder.release()
                self._folder = None


def quiet() -> logging.Logger:
    """A log for aiohttp's own words, of which only the kind of error stays: they name addresses."""
    log = logging.getLogger(f"{__name__}.http")
    if not log.filters:
        log.addFilter(_nameless)
    return log


def _nameless(record: logging.LogRecord) -> bool:
    kind = record.exc_info[0] if record.exc_info else None
    if kind is asyncio.InvalidStateError:
        # On a slow machine aiohttp tells a waiter that its own stopping has given up: no loss.
        record.levelno, record.levelname = logging.WARNING, "WARNING"
    record.msg = f"http {kind.__name__}" if kind is not None else "http"
    record.args, record.exc_info, record.exc_text = (), None, None
    return record.levelno >= logging.WARNING
