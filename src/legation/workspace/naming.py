"""Names a user gives, looked up in the lexicon: codes, names in any script, adjectives, other spellings."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from legation.actors.registry import RANKS, Registry, load_registry
from legation.lexicon.actors import load_actors
from legation.lexicon.folding import fold_name
from legation.reading.claim import ActorRef

# Similarity, 0 to 100, from which a name is worth suggesting.
SUGGESTED = 75


def find_actor(name: str, named: Iterable[ActorRef], lexicon: Path | None = None) -> ActorRef | None:
    """Return the actor a name means; `named` are those that reports call exactly so.

    In this order: codes and names of the lexicon in any script, names that reports use, adjectives ("Kenyan"), other
    spellings of a name if they can mean only one actor.
    """
    registry = load_registry(lexicon)
    actor = registry.actors.get(name.upper()) or registry.find_actor(name)
    if actor is not None:
        return actor.ref()
    found = min(named, key=lambda ref: (RANKS[ref.type], ref.id), default=None)
    if found is not None:
        return found
    owner = find_by_adjective(name, lexicon)
    if owner is not None:
        return registry.get_actor(owner).ref()
    similar = registry.find_similar(name)
    return similar[0].actor.ref() if len(similar) == 1 else None


def find_by_adjective(name: str, lexicon: Path | None) -> str | None:
    """Return the id of the state or group that an adjective belongs to, if it belongs to one alone."""
    found = load_adjectives(lexicon).get(fold_name(name), ())
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=2)
def load_adjectives(lexicon: Path | None) -> Mapping[str, tuple[str, ...]]:
    """Return whose each adjective is; kept, since reading the lexicon takes a second and names are often mistyped."""
    owners: dict[str, tuple[str, ...]] = {}
    for entry in load_actors(lexicon):
        for word in {fold_name(word) for word in entry.adjectives}:
            owners[word] = (*owners.get(word, ()), entry.id)
    return owners


def suggest(name: str, named: Iterable[tuple[str, str]], lexicon: Path | None = None) -> list[str]:
    """Return up to three names like this one, with codes where there are; `named` are (name, id) of reports."""
    registry: Registry = load_registry(lexicon)
    known = {actor.name: actor.id for actor in registry.actors.values()} | dict(named)
    near = process.extract(name, list(known), scorer=fuzz.ratio, limit=3, score_cutoff=SUGGESTED)
    return [f"{found} ({known[found]})" if known[found].isupper() else found for found, _, _ in near]
