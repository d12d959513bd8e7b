"""Blocs in words and as data, with the events behind every bond."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from legation.lexicon.saying import join, say
from legation.relations.blocs import Bloc, Blocs, Bond
from legation.reporting.words import plural

# A bloc that is found anew in fewer of the redraws is told to be loose.
FIRM = 0.7
# Bonds shown in a bloc and between blocs.
MOST = 5


def summary_words(blocs: Blocs) -> str:
    """Return how many blocs there are, or why there are none."""
    if not blocs.bonds:
        return say("No two states have anything between them that could be measured.")
    number = sum(len(bloc.members) for bloc in blocs.blocs)
    words = say(
        "{blocs} among {states}, modularity {modularity:.2f}",
        blocs=plural(len(blocs.blocs), "bloc"),
        states=plural(number, "state"),
        modularity=blocs.modularity,
    )
    left = (
        say("; {left_out} with too little reporting left out", left_out=len(blocs.left_out)) if blocs.left_out else ""
    )
    return say("{words} (0: no more cooperation inside than by chance){left}.", words=words, left=left)


def bloc_words(bloc: Bloc, names: Mapping[str, str]) -> str:
    """Return the members of a bloc, each with how often it is found with the others."""
    members = join(
        ", ",
        (
            say("{names} {stability:.0f} %", names=names[member.state], stability=100 * member.stability)
            for member in bloc.members
        ),
    )
    if len(bloc.members) == 1:
        return say("{names}, alone", names=names[bloc.members[0].state])
    return say(
        "{members} — found anew in {stability:.0f} % of redraws{stability2}",
        members=members,
        stability=100 * bloc.stability,
        stability2=say(", loose") if bloc.stability < FIRM else "",
    )


def bond_words(bond: Bond, names: Mapping[str, str]) -> str:
    """Return what is between two states."""
    one, other = bond.pair
    return say(
        "{names} – {names2}: {days} cooperative, {days2} conflictual event-days",
        names=names[one],
        names2=names[other],
        days=bond.days[0],
        days2=bond.days[1],
    )


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
