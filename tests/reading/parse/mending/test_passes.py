"""The order of the repairs: each is woken only by what it looks for, and says its name where it changed a parse."""

import pytest

from legation.reading.parse.mending.passes import REPAIRS, find_fired, mend
from legation.reading.parse.mending.repair import Parse, Repair
from tests.reading.trees import build, link_of

REPORTED = (
    "Peru/NNP/nsubj>sent sent/VBD/ROOT>sent aid/NN/dobj>sent ,/,/punct>sent police/NNS/nsubj>said"
    " said/VBD/conj>sent ././punct>sent"
)


def reported() -> Parse:
    """Return a sentence whose reporting clause hangs on the act as one more act."""
    return build(REPORTED, {"sent": "send", "said": "say"})


def name(parse: Parse) -> None:
    """Change a parse, as a repair does that is woken."""
    parse.tags[0] = "NN"


@pytest.mark.parametrize(
    ("repair", "woken"),
    [
        (Repair(name), True),
        (Repair(name, words=frozenset({"said", "told"})), True),
        (Repair(name, words=frozenset({"told"})), False),
        (Repair(name, links=frozenset({"conj"}), tags=frozenset({"VBD"})), True),
        (Repair(name, links=frozenset({"conj"}), tags=frozenset({"VBG"})), False),
        (Repair(name, links=frozenset({"appos"}), words=frozenset({"said"})), False),
        (Repair(name, lemmas="giving"), True),
        (Repair(name, lemmas="wishing"), False),
    ],
)
def test_a_repair_is_woken_by_one_of_each_set(repair: Repair, woken: bool) -> None:
    parse = reported()
    mend(parse, [repair])
    assert (parse.tags[0] == "NN") is woken


def test_what_changed_the_parse_says_its_name() -> None:
    parse = reported()
    assert find_fired(parse) == ["reports"]
    assert link_of(parse, "sent") == ("ccomp", "said")
    assert find_fired(parse) == []


def test_a_parse_hands_on_and_replaces() -> None:
    parse = reported()
    parse.replace(1, 5)
    parse.hand([*parse.kids[1]], 5)
    assert (parse.heads, parse.deps[5]) == ([5, 1, 5, 5, 5, 5, 5], "ROOT")
    assert (parse.kid(5, "dobj"), parse.has(1, "nsubj", "dobj")) == (2, False)
    parse.retag(2, "NNS")
    assert (parse.tags[2], parse.lemmas[2]) == ("NNS", "aid")


def test_every_repair_is_named_by_its_class_of_errors() -> None:
    assert {"slips", "splits", "joints", "reports"} <= {repair.name for repair in REPAIRS}
