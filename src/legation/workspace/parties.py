"""Who is meant by a name a user gives: a code, a name in any script, an adjective, a name only reports know."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from rapidfuzz import fuzz, process

from legation.errors import LegationError
from legation.lexicon.actors import ActorEntry, load_actors
from legation.lexicon.folding import fold_name
from legation.reading.claim import ActorRef, ActorType
from legation.record import view
from legation.record.session import Session

# Of actors that share a name, the one a reader means first.
RANKS = ("state", "person", "organ", "organisation", "group", "media", "place")
# Similarity, 0 to 100, from which a name is worth suggesting.
SUGGESTED = 70


class UnknownActorError(LegationError):
    """A name that neither the lexicon nor the record knows."""


def get_actor(session: Session, name: str, lexicon: Path | None = None) -> ActorRef:
    """Return the actor a user means; UnknownActorError with the nearest names if there is none."""
    entries = load_actors(lexicon)
    found = find_entries(entries, name)
    if found:
        entry = found[0]
        return ActorRef(entry.id, entry.name, ActorType(entry.type), entry.country)
    named = view.find_actors(session, name)
    if named:
        return min(named, key=lambda actor: (RANKS.index(actor.type), actor.id))
    near = suggest(entries, view.actor_names(session), name)
    hint = f"did you mean {' or '.join(near)}?" if near else "give a code such as FRA, a name or an adjective"
    raise UnknownActorError(f"{name}: no actor of the lexicon or the record has this name; {hint}")


def find_entries(entries: Iterable[ActorEntry], name: str) -> list[ActorEntry]:
    """Return the lexicon's actors with this id or name, the likeliest first: full names before short ones."""
    wanted, bare = fold_name(name), name.strip().casefold()
    by_rank: dict[tuple[int, int], list[ActorEntry]] = defaultdict(list)
    for entry in entries:
        place = match(entry, wanted, bare)
        if place is not None:
            by_rank[place, RANKS.index(entry.type)].append(entry)
    return [entry for rank in sorted(by_rank) for entry in by_rank[rank]]


def match(entry: ActorEntry, wanted: str, bare: str) -> int | None:
    """Tell how an actor has this name: 0 as its code, 1 in full, 2 otherwise; None if not at all."""
    if entry.id.casefold() == bare:
        return 0
    if wanted in {fold_name(name) for name in (entry.name, *entry.aliases)}:
        return 1
    lesser = (*entry.adjectives, *(name for names in entry.names.values() for name in names))
    return 2 if wanted and wanted in {fold_name(name) for name in lesser} else None


def suggest(entries: Iterable[ActorEntry], named: Iterable[tuple[str, str]], name: str) -> list[str]:
    """Return up to three names like this one, with their ids where those are codes."""
    known = {entry.name: entry.id for entry in entries} | dict(named)
    near = process.extract(name, list(known), scorer=fuzz.WRatio, limit=3, score_cutoff=SUGGESTED)
    return [f"{found} ({known[found]})" if known[found].isupper() else found for found, _, _ in near]
