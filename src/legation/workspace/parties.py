"""Who is meant by a name a user gives: a code, a name in any script, an adjective, a name only reports know."""

from collections.abc import Iterable
from pathlib import Path

from rapidfuzz import fuzz, process

from legation.errors import LegationError
from legation.lexicon.folding import fold_name
from legation.reading.claim import ActorRef
from legation.record import view
from legation.record.session import Session

# Similarity, 0 to 100, from which a name is worth suggesting.
SUGGESTED = 75


class UnknownActorError(LegationError):
    """A name that neither the lexicon nor the record knows."""


def get_actor(session: Session, name: str, lexicon: Path | None = None) -> ActorRef:
    """Return the actor a user means; UnknownActorError with the nearest names if there is none.

    In this order: codes of actors that reports name (no lexicon need be loaded for them), codes and names of the
    lexicon in any script, names that reports use, adjectives ("Kenyan"), other spellings of a name if they can mean
    only one actor.
    """
    known = find_known(session, name.strip())
    if known is not None:
        return known
    registry = load_registry(lexicon)
    actor = registry.actors.get(name.strip().upper()) or registry.find_actor(name.strip())
    if actor is not None:
        return actor.ref()
    named = view.find_actors(session, name.strip())
    if named:
        return min(named, key=lambda ref: (RANKS[ref.type], ref.id))
    owner = find_by_adjective(name, lexicon)
    if owner is not None:
        return registry.get_actor(owner).ref()
    similar = registry.find_similar(name)
    if len(similar) == 1:
        return similar[0].actor.ref()
    near = suggest(registry, view.actor_names(session), name)
    hint = f"did you mean {' or '.join(near)}?" if near else "give a code such as FRA, a name or an adjective"
    raise UnknownActorError(f"{name}: no actor of the lexicon or the record has this name; {hint}")


def find_known(session: Session, code: str) -> ActorRef | None:
    """Return the actor of the record with this id, its case aside."""
    found = view.get_actors(session, sorted({code, code.upper(), code.lower()}))
    return found[0] if len(found) == 1 else None


def find_by_adjective(name: str, lexicon: Path | None) -> str | None:
    """Return the id of the state or group that an adjective belongs to, if it belongs to one alone."""
    wanted = fold_name(name)
    found = [entry.id for entry in load_actors(lexicon) if wanted in {fold_name(word) for word in entry.adjectives}]
    return found[0] if len(found) == 1 else None


def suggest(registry: Registry, named: Iterable[tuple[str, str]], name: str) -> list[str]:
    """Return up to three names like this one, with their ids where those are codes."""
    known = {actor.name: actor.id for actor in registry.actors.values()} | dict(named)
    near = process.extract(name, list(known), scorer=fuzz.ratio, limit=3, score_cutoff=SUGGESTED)
    return [f"{found} ({known[found]})" if known[found].isupper() else found for found, _, _ in near]
