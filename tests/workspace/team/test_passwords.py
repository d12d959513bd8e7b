"""Passwords and secrets."""

import time

import pytest

from legation.workspace.team.passwords import check_password, digest, hash_password, make_secret, verify_password


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("short", "at least 12"),
        ("a" * 300, "at most 256"),
        ("aaaaaaaaaaaaaaaa", "easily guessed"),
        ("1234567890123456", "easily guessed"),
        ("abcdefghijklmnop", "easily guessed"),
        ("marguerite2026", "more than one's name"),
    ],
)
def test_weak_ones(password: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        check_password(password, "marguerite")


def test_hashes_are_argon2id_and_salted() -> None:
    one, other = hash_password("four quiet words"), hash_password("four quiet words")
    assert one.startswith("$argon2id$")
    assert one != other
    assert verify_password(one, "four quiet words")
    assert not verify_password(one, "four quiet word")
    assert not verify_password("no hash", "four quiet words")


def test_one_letter_in_two_forms_is_one_password() -> None:
    assert verify_password(hash_password("caf\u00e9 au lait noir"), "cafe\u0301 au lait noir")


def test_a_name_nobody_has_takes_as_long() -> None:
    kept = hash_password("four quiet words")
    verify_password(None, "warm up")

    def seconds(known: str | None) -> float:
        begun = time.perf_counter()
        verify_password(known, "another set of words")
        return time.perf_counter() - begun

    unknown, known = min(seconds(None) for _ in range(3)), min(seconds(kept) for _ in range(3))
    assert unknown > known / 3


def test_secrets_are_kept_as_digests() -> None:
    secret = make_secret()
    assert len(secret) >= 43
    assert digest(secret) == digest(secret) != digest(make_secret())
