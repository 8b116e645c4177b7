"""The provider that a gateway's configuration names."""

from desktop.services.clock import Clock
from desktop.services.video.gateway.config import GatewayConfig
from desktop.services.video.gateway.headers import own_origins
from desktop.services.video.gateway.providers import Learnt, Provider, Role, Tell
from desktop.services.video.gateway.providers.janus import Janus
from desktop.services.video.gateway.providers.janus_line import Server
from desktop.services.video.gateway.providers.janus_rooms import Rooms
from desktop.services.video.gateway.providers.p2p import PeerToPeer
from desktop.services.video.gateway.providers.relays import Relays


def untold(call: str, role: Role, learnt: Learnt) -> None:
    """For a gateway that hears everything from the pages themselves."""


def provided(config: GatewayConfig, clock: Clock, tell: Tell = untold) -> Provider:
    """The way for pictures; `config.port` is the one that the gateway listens on.

    Raises Invalid for addresses of relays that are none.
    """
    relay = config.relay
    relays = Relays(stun=relay.stun, turn=relay.turn, secret=relay.secret, only=relay.only)
    if config.provider != Janus.name:
        return PeerToPeer(relays, clock)
    servers = [
        Server(
            url=url,
            secret=config.janus.secret,
            token_secret=config.janus.token_secret,
            room_secret=config.janus.room_secret,
        )
        for url in config.janus.urls
    ]
    return Janus(Rooms(servers, clock), relays, clock, tell, own_origins(config))
