"""Whose words a claim rests on: its document's own, those of the report it copies, quotes, or hands on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from legation.documents.document import Document
from legation.documents.grounds import Because, Ground
from legation.lexicon.actors import ActorEntry
from legation.lexicon.folding import fold_name
from legation.lexicon.load import load_entries
from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorRef, ActorType, Attribution
from legation.record.origin import Origin, OriginKind


@dataclass(frozen=True, slots=True)
class Voice:
    """One attribution of a claim with whom it names."""

    attribution: Attribution
    actor: ActorRef | None
    name: str


@dataclass(frozen=True, slots=True)
class Carrier:
    """The document a claim stands in: its short id, that of the document it copies with the reason, and its issuer."""

    document: str
    origin: str
    reason: str | None
    issuer: str | None


def find_origin(carrier: Carrier, voices: Sequence[Voice], sentence: str, wording: str) -> Origin:
    """Return the origin of a claim; `voices` are those whose word it is, innermost first.

    The innermost newsroom that is quoted comes first, then words handed out (a statement, a readout), then the
    document it is a copy of.
    """
    words = wording or None
    for voice in voices:
        if is_newsroom(voice):
            issuer = voice.actor.id if voice.actor else voice.name.casefold()
            reason = Because(Ground.QUOTED, {"name": voice.name}).kept()
            return Origin(f"from:{issuer}", OriginKind.QUOTATION, reason, issuer, words)
    if voices and is_release(sentence):
        voice = voices[0]
        issuer = f"release:{(voice.actor.country or voice.actor.id) if voice.actor else voice.name.casefold()}"
        reason = Because(Ground.RELEASED, {"name": voice.name}).kept()
        return Origin(f"from:{issuer}", OriginKind.RELEASE, reason, issuer, words)
    kind = OriginKind.OWN if carrier.reason is None else OriginKind.COPY
    return Origin(carrier.origin, kind, carrier.reason, carrier.issuer, words)


def is_newsroom(voice: Voice) -> bool:
    """Tell whether a voice is a newsroom: one by name, or "state media"."""
    if voice.actor is not None and voice.actor.type is ActorType.MEDIA:
        return True
    source = (voice.attribution.source_text or "").casefold()
    return any(words in source for words in words_of("state media"))


@cache
def release_words() -> tuple[str, ...]:
    """Return the words that mark what was handed out."""
    return tuple(sorted(words_of("release")))


def is_release(sentence: str) -> bool:
    """Tell whether a sentence hands on a statement or a readout."""
    words = " ".join(sentence.casefold().split())
    return any(
        f"{form} {name}" in words for name in release_words() for form in ("a", "the", "its", "their", "in", "his")
    )


def find_issuer(document: Document, agency: str | None) -> str | None:
    """Return whose newsroom or office a document comes from, as quotations and releases name it; None if unknown.

    `agency` is the one that signs the document, if one does.
    """
    names = filter(None, (agency, document.outlet))
    return next(filter(None, map(issuer_of, names)), None)


@cache
def issuers() -> dict[str, str]:
    """Return newsrooms and offices by each of their names; the rest of the lexicon need not be loaded for it."""
    found: dict[str, str] = {}
    for file in ("actors/organs.yml", "actors/media.yml"):
        for entry in load_entries(file, ActorEntry):
            issuer = entry.id if entry.type == "media" else f"release:{entry.country or entry.id}"
            found |= {fold_name(name): issuer for name in (entry.name, *entry.aliases)}
    return found


def issuer_of(name: str) -> str | None:
    """Return the newsroom or office that publishes under this name; None if the lexicon does not know it."""
    return issuers().get(fold_name(name.removeprefix("The ")))
