"""Passwords, kept as argon2id hashes; and secrets handed out, kept as digests."""

import hashlib
import secrets
import threading
import unicodedata
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# Characters: NIST SP 800-63B asks for fifteen where nothing else proves who it is, and lets sites take twelve with it.
SHORTEST, LONGEST = 12, 256
# RFC 9106, second recommended choice: 3 passes over 64 MiB in 4 lanes.
HASHER = PasswordHasher()
# Each check takes 64 MiB: a crowd at the door must not take the machine's memory.
AT_ONCE = threading.BoundedSemaphore(4)


class UnfitError(ValueError):
    """What somebody gave is unfit; `key` names the reason for interfaces in other languages, `values` fill it in."""

    def __init__(self, key: str, message: str, **values: object) -> None:
        """`message` says it in English."""
        super().__init__(message)
        self.key = key
        self.values = values


def check_password(password: str, name: str) -> None:
    """Raise UnfitError for a password that is too short, too long or easily guessed."""
    folded = fold(password)
    if len(password) < SHORTEST:
        raise UnfitError("short", f"a password has at least {SHORTEST} characters", shortest=SHORTEST)
    if len(password) > LONGEST:
        raise UnfitError("long", f"a password has at most {LONGEST} characters", longest=LONGEST)
    if len(set(folded)) < 5 or folded in "0123456789" * 30 or folded in "abcdefghijklmnopqrstuvwxyz" * 12:
        raise UnfitError("guessed", "this password is too easily guessed: use several words")
    if name and folded.replace(name, "").strip("0123456789!?.-_ ") == "":
        raise UnfitError("own_name", "a password is more than one's name")


def hash_password(password: str) -> str:
    """Return the argon2id hash of a password, with a salt of its own."""
    with AT_ONCE:
        return HASHER.hash(unicodedata.normalize("NFKC", password))


def verify_password(kept: str | None, password: str) -> bool:
    """Tell whether a password is the one of a hash; takes as long where there is no hash (None: no such account)."""
    given = unicodedata.normalize("NFKC", password[: LONGEST + 1])
    with AT_ONCE:
        try:
            HASHER.verify(kept or nobody(), given)
        except (VerificationError, InvalidHashError):
            return False
    return kept is not None


def is_dated(kept: str) -> bool:
    """Tell whether a hash was made with weaker settings than today's."""
    return HASHER.check_needs_rehash(kept)


@lru_cache(maxsize=1)
def nobody() -> str:
    """Return the hash of a password that nobody has."""
    return HASHER.hash(secrets.token_urlsafe(32))


def make_secret() -> str:
    """Return a new secret of 256 bits, fit for addresses and cookies."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """Return what is kept of a secret. It has 256 random bits, so a plain digest cannot be turned round."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def fold(name: str) -> str:
    """Return a name in the one form by which accounts are found."""
    return unicodedata.normalize("NFKC", name).strip().casefold()
