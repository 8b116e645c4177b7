"""A small OpenID provider: discovery, keys, codes with PKCE, tokens that turn over."""

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT = "desk"


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Provider:
    """Answers on a free port of this machine; a test spoils what it likes."""

    def __init__(self, key: rsa.RSAPrivateKey) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Request)
        self._server.provider = self
        self.issuer = f"http://127.0.0.1:{self._server.server_port}"
        self.key = key
        self.signing_key = key
        self.role = "vav_lea"
        self.lifetime = 300
        self.claims: dict[str, Any] = {}
        """Written over those of every token."""
        self.refusal = ""
        """An error that the browser brings in the place of a code."""
        self.asked: dict[str, str] = {}
        """What the last authorization was asked for."""
        self.codes: dict[str, dict[str, str]] = {}
        self.refresh_tokens: set[str] = set()
        self.token_calls = 0
        self.signatures = 0
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def document(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
        }

    def keys(self) -> dict[str, Any]:
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {"keys": [{**public, "kid": "one", "use": "sig", "alg": "RS256"}]}

    def browse(self, url: str, **changed: str) -> None:
        """What a person's browser does, in a thread of its own: sign in, and follow the way back."""
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        code = f"code-{len(self.codes)}"
        self.codes[code] = self.asked
        back = {"state": self.asked["state"], "code": code, "iss": self.issuer}
        if self.refusal:
            back = {"state": self.asked["state"], "error": self.refusal}
        back |= changed
        query = "&".join(f"{name}={value}" for name, value in back.items())
        target = f"{self.asked['redirect_uri']}?{query}"
        threading.Thread(target=lambda: urlopen(target).close(), daemon=True).start()

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        self.token_calls += 1
        nonce = ""
        if form["grant_type"] == "refresh_token":
            if form["refresh_token"] not in self.refresh_tokens:
                return 400, {"error": "invalid_grant"}
            self.refresh_tokens.discard(form["refresh_token"])
        else:
            asked = self.codes.pop(form["code"], None)
            digest = hashlib.sha256(form["code_verifier"].encode()).digest()
            proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
            if asked is None or asked["code_challenge"] != proof:
                return 400, {"error": "invalid_grant"}
            nonce = asked["nonce"]
        refresh = f"refresh-{self.token_calls}"
        self.refresh_tokens.add(refresh)
        access = self.signed(role=self.role)
        identity = self.signed(aud=CLIENT, **({"nonce": nonce} if nonce else {}))
        return 200, {
            "access_token": access,
            "id_token": identity,
            "refresh_token": refresh,
            "expires_in": self.lifetime,
            "token_type": "Bearer",
        }

    def signed(self, **claims: Any) -> str:
        now = int(time.time())
        self.signatures += 1
        told = {"iss": self.issuer, "sub": "lea", "iat": now, "exp": now + self.lifetime}
        told["jti"] = str(self.signatures)
        told |= claims | self.claims
        return jwt.encode(told, self.signing_key, algorithm="RS256", headers={"kid": "one"})


class _Request(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        provider = self.server.provider
        if self.path == "/.well-known/openid-configuration":
            self._answer(200, provider.document())
        elif self.path == "/keys":
            self._answer(200, provider.keys())
        else:
            self._answer(404, {})

    def do_POST(self) -> None:
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in parse_qs(text).items()}
        self._answer(*self.server.provider.token(form))

    def _answer(self, status: int, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_words: Any) -> None:
        pass
