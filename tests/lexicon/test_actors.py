"""The actor lexicon: ids, states, parents, offices, examples, breadth; and which names two actors share on purpose."""

import re
from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from legation.documents.document import days_of
from legation.lexicon.actors import ActorEntry, load_actors
from legation.lexicon.folding import fold_name
from legation.lexicon.load import load_entries

ENTRIES = load_actors()
IDS = {entry.id: entry for entry in ENTRIES}
KINDS = ("person", "state", "organ", "organisation", "media", "group", "place")
# Names of two actors: a city that is a place and, for the body that sits there, a metonym.
SHARED = {"brussels": {"brussels", "european-union"}}
# Names that are also a person's, a city's or another state's; reading decides by what stands around them.
HOMONYMS = {
    "Georgia": "GEO", "Jordan": "JOR", "Chad": "TCD", "Turkey": "TUR", "Guinea": "GIN", "Congo": "COD",
    "Korea": "KOR", "Washington": "USA", "Lima": "PER", "Santiago": "CHL", "Wellington": "NZL", "Victoria": None,
}  # fmt: skip
# Longer names with a state's name or adjective inside, which must win over it.
LONGER = {
    "South China Sea": "place", "Equatorial Guinea": "state", "Papua New Guinea": "state", "Guinea-Bissau": "state",
    "South Sudan": "state", "North Macedonia": "state", "Washington Post": "media", "Washington state": "place",
    "Korean Peninsula": "place", "Indian Ocean": "place", "Congo River": "place", "Jordan River": "place",
    "New York Times": "media", "Persian Gulf": "place", "Sea of Japan": "place", "Lake Chad": "place",
    "Gulf of Mexico": "place", "Panama Canal": "place", "Indian National Congress": "organisation",
    "Northern Ireland": "place", "Moscow Times": "media", "American Samoa": "place", "Gulf of Guinea": "place",
}  # fmt: skip


def names_of(entry: ActorEntry) -> tuple[str, ...]:
    return (entry.name, *entry.aliases)


def every_name(entry: ActorEntry) -> set[str]:
    return {fold_name(name) for name in (*names_of(entry), *entry.adjectives, *entry.capitals, *entry.seats)}


@pytest.mark.parametrize("kind", KINDS)
def test_examples_name_their_actor(kind: str) -> None:
    silent = [
        entry.id
        for entry in ENTRIES
        if entry.type == kind and not any(name.lower() in entry.example.lower() for name in names_of(entry))
    ]
    assert silent == []


def test_examples_are_sentences() -> None:
    assert [entry.id for entry in ENTRIES if not re.fullmatch(r"[^a-z].{10,}[.]", entry.example)] == []


@pytest.mark.parametrize(
    ("kinds", "least"),
    [
        (("state",), 195),
        (("organisation", "organ"), 300),
        (("person",), 1_500),
        (("media",), 200),
        (("group",), 100),
        (("place",), 400),
    ],
)
def test_breadth(kinds: tuple[str, ...], least: int) -> None:
    assert sum(entry.type in kinds for entry in ENTRIES) >= least


def test_every_country_parent_member_and_office_is_known() -> None:
    bodies = {"IGO", "NGO"}
    for entry in ENTRIES:
        assert entry.country is None or entry.country in bodies or IDS[entry.country].type == "state", entry.id
        assert {entry.parent, *entry.members} - {None} <= IDS.keys(), entry.id
        assert {role.of for role in entry.roles} <= IDS.keys(), entry.id


def test_states_have_adjectives_and_stand_for_themselves() -> None:
    states = [entry for entry in ENTRIES if entry.type == "state"]
    assert {entry.id for entry in states if not entry.adjectives} <= {"COG", "DMA"}
    assert all(re.fullmatch(r"[A-Z]{3}", entry.id) for entry in states)


def test_people_have_a_surname_that_their_name_holds() -> None:
    people = [entry for entry in ENTRIES if entry.type == "person"]
    assert [entry.id for entry in people if not entry.surname or entry.surname not in entry.name] == []


def test_offices_are_in_lower_case_and_end_after_they_begin() -> None:
    for entry in ENTRIES:
        for role in entry.roles:
            assert role.title == role.title.lower(), entry.id
            if role.start and role.end:
                assert days_of(role.start)[0] < days_of(role.end)[1], entry.id


@pytest.mark.parametrize(
    "title", ["president", "prime minister", "chancellor", "supreme leader", "king", "queen", "pope", "crown prince"]
)
def test_an_office_of_state_has_one_holder_at_a_time(title: str) -> None:
    terms = defaultdict(list)
    for entry in ENTRIES:
        for role in entry.roles:
            if role.title == title and role.start and role.of not in ("BIH", "CHE"):
                terms[role.of].append((days_of(role.start)[0], days_of(role.end)[0] if role.end else None, entry.id))
    for state, held in terms.items():
        held.sort(key=lambda term: term[0])
        for before, after in pairwise(held):
            assert before[1] is not None, (state, before, after)
            assert before[1] <= after[0], (state, before, after)


def test_names_shared_by_two_actors_are_shared_on_purpose() -> None:
    owners = defaultdict(set)
    for entry in ENTRIES:
        for name in every_name(entry):
            owners[name].add(entry.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == SHARED


@pytest.mark.parametrize(("name", "owner"), HOMONYMS.items())
def test_homonyms_mean_the_state_or_nothing(name: str, owner: str | None) -> None:
    assert {entry.id for entry in ENTRIES if fold_name(name) in every_name(entry)} == ({owner} - {None})


@pytest.mark.parametrize(("name", "kind"), LONGER.items())
def test_longer_names_stand_beside_the_state_inside_them(name: str, kind: str) -> None:
    found = [entry for entry in ENTRIES if name in names_of(entry)]
    assert [entry.type for entry in found] == [kind]


def test_ids_are_unique_across_files() -> None:
    counts = Counter(entry.id for entry in load_entries("actors", ActorEntry))
    assert [actor_id for actor_id, count in counts.items() if count > 1] == []
