from collections.abc import Iterator

import numpy as np
import pytest

from legation.lexicon.plover import load_ontology
from legation.record.deeds import Deed
from legation.relations.blocs import (
    Link,
    best_partition,
    find_blocs,
    link_states,
    modularity_matrix,
    worth,
)

ONTOLOGY = load_ontology()
FOES = (("AAA", "BBB", "CCC"), ("UUU", "VVV", "WWW"))


def deed(kind: str, agents: str, recipients: str = "", day: str = "2026-01-05", number: int = 0) -> Deed:
    name = f"{kind}{agents}{recipients}{day}{number}"
    return Deed(
        name, day, kind, None, f"{kind.lower()}/verb:act", None, tuple(agents.split()), tuple(recipients.split())
    )


def signs(*deeds: Deed) -> dict[tuple[str, str], int]:
    return {link.pair: link.sign for link in link_states(deeds, ONTOLOGY)}


def two_camps(days: int = 6) -> list[Link]:
    """Return links of two camps that help within and blame across."""
    dates = [f"2026-01-{day + 1:02}" for day in range(days)]
    inside = [deed("AID", a, b, day) for camp in FOES for a in camp for b in camp if a < b for day in dates]
    return link_states(
        inside + [deed("ACCUSE", a, b, day) for a in FOES[0] for b in FOES[1] for day in dates], ONTOLOGY
    )


def partitions(items: list[int]) -> Iterator[list[list[int]]]:
    """Yield every partition of a list."""
    if not items:
        yield []
        return
    first, *rest = items
    for partition in partitions(rest):
        yield [[first], *partition]
        for place in range(len(partition)):
            yield [*partition[:place], [first, *partition[place]], *partition[place + 1 :]]


def label(partition: list[list[int]], number: int) -> np.ndarray:
    labels = np.zeros(number, dtype=int)
    for name, group in enumerate(partition):
        labels[group] = name
    return labels


def test_acts_join_states_by_what_they_do_to_and_with_each_other() -> None:
    found = signs(deed("AID", "AAA", "BBB"), deed("ACCUSE", "AAA CCC", "UUU"))
    assert found == {("AAA", "BBB"): 1, ("AAA", "CCC"): 1, ("AAA", "UUU"): -1, ("CCC", "UUU"): -1}


def test_a_summit_of_many_does_not_outweigh_a_meeting_of_two() -> None:
    links = link_states([deed("CONSULT", "AAA BBB CCC DDD EEE")], ONTOLOGY)
    assert {link.weight for link in links} == {0.25}
    assert len(links) == 10


def test_one_day_and_type_is_one_link() -> None:
    links = link_states([deed("AID", "AAA", "BBB", number=number) for number in range(5)], ONTOLOGY)
    assert len(links) == 1
    assert len(links[0].events) == 5


def test_two_camps_are_found_and_firm() -> None:
    found = find_blocs(two_camps())
    assert sorted(tuple(sorted(bloc.states)) for bloc in found.blocs) == list(FOES)
    assert all(bloc.stability > 0.9 for bloc in found.blocs)
    assert len(found.bonds) == 15


@pytest.mark.parametrize("seed", range(12))
def test_the_partition_is_the_best_of_all(seed: int) -> None:
    rng = np.random.default_rng(seed)
    number = int(rng.integers(3, 8))
    ends = np.array([rng.choice(number, 2, replace=False) for _ in range(20)])
    gains = modularity_matrix(ends, rng.choice([-1.0, 1.0, 0.5], 20), number)
    best = max(worth(gains, label(partition, number)) for partition in partitions(list(range(number))))
    assert worth(gains, best_partition(gains, rng, 12)) == pytest.approx(best)


def test_names_and_order_do_not_matter() -> None:
    links = two_camps(3)
    swapped = [
        Link((other.lower(), one.lower()), link.day, link.type, link.sign, link.weight, link.events)
        for link in reversed(links)
        for one, other in (link.pair,)
    ]
    plain, changed = (find_blocs(some) for some in (links, swapped))
    assert {frozenset(name.lower() for name in bloc.states) for bloc in plain.blocs} == {
        frozenset(bloc.states) for bloc in changed.blocs
    }
    assert plain.modularity == pytest.approx(changed.modularity)


def test_the_same_links_give_the_same_blocs() -> None:
    assert find_blocs(two_camps(2)) == find_blocs(two_camps(2))


def test_strangers_share_no_bloc() -> None:
    links = link_states([deed("AID", "AAA", "BBB"), deed("AID", "UUU", "VVV"), deed("ACCUSE", "AAA", "WWW")], ONTOLOGY)
    states = sorted(tuple(sorted(bloc.states)) for bloc in find_blocs(links).blocs)
    assert states == [("AAA", "BBB"), ("UUU", "VVV"), ("WWW",)]


def test_states_hardly_reported_are_left_out() -> None:
    found = find_blocs([*two_camps(2), *link_states([deed("AID", "AAA", "QQQ")], ONTOLOGY)], least=2)
    assert found.left_out == ("QQQ",)
    assert "QQQ" not in {state for bloc in found.blocs for state in bloc.states}


def test_nothing_gives_no_blocs() -> None:
    assert find_blocs([]).blocs == ()
    assert find_blocs(two_camps(), least=1000).bonds == ()


def test_only_quarrels_leave_everyone_alone() -> None:
    found = find_blocs(link_states([deed("ACCUSE", "AAA", "BBB"), deed("ACCUSE", "BBB", "CCC")], ONTOLOGY))
    assert [len(bloc.members) for bloc in found.blocs] == [1, 1, 1]
