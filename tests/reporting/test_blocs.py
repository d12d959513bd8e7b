import json

from legation.relations.blocs import find_blocs, link_states
from legation.reporting.blocs import bloc_words, bonds_inside, conflicts_between, encode_blocs, summary_words
from tests.relations.test_blocs import FOES, ONTOLOGY, deed, two_camps

NAMES = {state: state.title() for camp in FOES for state in camp}


def test_blocs_are_told_with_their_bonds_and_the_conflicts_between() -> None:
    found = find_blocs(two_camps())
    assert summary_words(found).startswith("2 blocs among 6 states")
    assert bloc_words(found.blocs[0], NAMES).startswith("Aaa 100 %")
    assert [bond.days for bond in bonds_inside(found, found.blocs[0])] == [(6, 0)] * 3
    assert len(conflicts_between(found)) == 9


def test_no_blocs_are_told_too() -> None:
    assert "No two states" in summary_words(find_blocs([]))
    alone = find_blocs(link_states([deed("ACCUSE", "AAA", "BBB")], ONTOLOGY))
    assert bloc_words(alone.blocs[0], NAMES | {"AAA": "Aaa", "BBB": "Bbb"}).endswith(", alone")


def test_the_data_name_the_events_of_every_bond() -> None:
    rows = [json.loads(json.dumps(row)) for row in encode_blocs(find_blocs(two_camps(2)))]
    assert sum("bloc" in row for row in rows) == 2
    assert all(row["events"] for row in rows if "bond" in row)
