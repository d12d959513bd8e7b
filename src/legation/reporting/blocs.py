"""Blocs in words and as data, with the events behind every bond."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from legation.relations.blocs import Bloc, Blocs, Bond
from legation.reporting.words import plural

# A bloc that is found anew in fewer of the redraws is told to be loose.
FIRM = 0.7
# Bonds shown in a bloc and between blocs.
MOST = 5


def summary_words(blocs: Blocs) -> str:
    """Return how many blocs there are, or why there are none."""
    if not blocs.bonds:
        return "No two states have anything between them that could be measured."
    number = sum(len(bloc.members) for bloc in blocs.blocs)
    words = f"{plural(len(blocs.blocs), 'bloc')} among {plural(number, 'state')}, modularity {blocs.modularity:.2f}"
    left = f"; {len(blocs.left_out)} with too little reporting left out" if blocs.left_out else ""
    return f"{words} (0: no more cooperation inside than by chance){left}."


def bloc_words(bloc: Bloc, names: Mapping[str, str]) -> str:
    """Return the members of a bloc, each with how often it is found with the others."""
    members = ", ".join(f"{names[member.state]} {100 * member.stability:.0f} %" for member in bloc.members)
    if len(bloc.members) == 1:
        return f"{names[bloc.members[0].state]}, alone"
    return (
        f"{members} — found anew in {100 * bloc.stability:.0f} % of redraws{', loose' if bloc.stability < FIRM else ''}"
    )


def bond_words(bond: Bond, names: Mapping[str, str]) -> str:
    """Return what is between two states."""
    one, other = bond.pair
    return f"{names[one]} – {names[other]}: {bond.days[0]} cooperative, {bond.days[1]} conflictual event-days"


def bonds_inside(blocs: Blocs, bloc: Bloc) -> list[Bond]:
    """Return the bonds of a bloc, the most cooperative first."""
    pairs = set(combinations(sorted(bloc.states), 2))
    inside = [bond for bond in blocs.bonds if bond.pair in pairs]
    return sorted(inside, key=lambda bond: (bond.conflictual - bond.cooperative, bond.pair))


def conflicts_between(blocs: Blocs) -> list[Bond]:
    """Return the bonds between blocs in which conflict outweighs cooperation, the most conflictual first."""
    home = {state: place for place, bloc in enumerate(blocs.blocs) for state in bloc.states}
    found = [b for b in blocs.bonds if home[b.pair[0]] != home[b.pair[1]] and b.conflictual > b.cooperative]
    return sorted(found, key=lambda bond: (bond.cooperative - bond.conflictual, bond.pair))


def encode_blocs(blocs: Blocs) -> Iterator[dict[str, Any]]:
    """Yield the blocs, then the bonds, as JSON objects."""
    for place, bloc in enumerate(blocs.blocs, start=1):
        yield {
            "bloc": place,
            "members": [{"state": m.state, "stability": round(m.stability, 3)} for m in bloc.members],
            "stability": round(bloc.stability, 3),
            "modularity": round(blocs.modularity, 4),
        }
    for bond in blocs.bonds:
        yield {
            "bond": list(bond.pair),
            "cooperative": bond.days[0],
            "conflictual": bond.days[1],
            "weight": round(bond.cooperative - bond.conflictual, 4),
            "events": list(bond.events),
        }
    if blocs.left_out:
        yield {"left_out": list(blocs.left_out)}
