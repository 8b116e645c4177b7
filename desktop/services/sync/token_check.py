"""Whether a token is what its provider signed, for us, and still holds."""

from typing import Any, Final

from desktop.domain.errors import SignInNeeded, WrongSignIn

ALGORITHMS: Final = (
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "EdDSA",
)
"""Signatures with a public key only: none, or a secret that we would share, proves nothing."""

LEEWAY: Final = 120
"""Seconds that the clocks may be apart."""


def checked(
    token: str,
    keys: dict[str, Any],
    *,
    issuer: str,
    audience: str | None = None,
    nonce: str | None = None,
) -> dict[str, Any]:
    """The claims of a token. Raises SignInNeeded: EXPIRED_TOKEN, or BAD_ANSWER for all else.

    `keys` is a JSON Web Key Set. OpenID Connect Core 1.0, section 3.1.3.7.
    """
    import jwt

    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            _key(token, keys),
            algorithms=list(ALGORITHMS),
            issuer=issuer,
            audience=audience,
            leeway=LEEWAY,
            options={"require": ["exp", "iss"], "verify_aud": audience is not None},
        )
    except jwt.ExpiredSignatureError:
        raise SignInNeeded(WrongSignIn.EXPIRED_TOKEN) from None
    except jwt.PyJWTError:
        raise SignInNeeded(WrongSignIn.BAD_ANSWER) from None
    if nonce is not None and claims.get("nonce") != nonce:
        raise SignInNeeded(WrongSignIn.BAD_ANSWER)
    if audience is not None and claims.get("azp", audience) != audience:
        raise SignInNeeded(WrongSignIn.BAD_ANSWER)
    return claims


def _key(token: str, keys: dict[str, Any]) -> Any:
    import jwt

    wanted = jwt.get_unverified_header(token).get("kid")
    for key in jwt.PyJWKSet.from_dict(keys).keys:
        if wanted is None or key.key_id == wanted:
            return key.key
    raise jwt.InvalidKeyError("no such key")
