"""What patterns ask of a claim, answered once and as the claim has it."""

import pytest

from legation.lexicon.patterns import load_contexts
from legation.record.event import Event
from legation.relations.looks import find_word, look_at, make_lens
from tests.builders import CHILE, KENYA, PERU
from tests.relations.builders import happen

LENS = make_lens()
SHIPPED = happen("Peru shipped 300 howitzers to Chile.", "AID", "shipped", ([PERU], [CHILE]), theme="howitzers")
MET = happen("Peru and Chile met in Lima.", "CONSULT", "met", ([PERU, CHILE], []))
SIGNED = happen("Peru signed a treaty with Chile.", "SUPPORT", "signed", ([PERU], [CHILE]), theme="a treaty")
CONDEMNED = happen("Peru and Chile condemned Kenya.", "ACCUSE", "condemned", ([PERU, CHILE], [KENYA]))


@pytest.mark.parametrize(
    ("event", "pair", "stand"),
    [
        (SHIPPED, ("PER", "CHL"), "across"),
        (SHIPPED, ("CHL", "PER"), "across"),
        (SHIPPED, ("PER", "KEN"), None),
        (MET, ("PER", "CHL"), "together"),
        (CONDEMNED, ("PER", "CHL"), "together"),
        (CONDEMNED, ("KEN", "CHL"), "across"),
    ],
)
def test_how_a_pair_stands_in_an_act(event: Event, pair: tuple[str, str], stand: str | None) -> None:
    (look,) = look_at(event, LENS)
    assert [look.stand(pair), look.stand(pair)] == [stand, stand]


def test_only_a_contact_has_a_level_and_only_an_instrument_a_stage() -> None:
    looks = [look for event in (SHIPPED, MET, SIGNED) for look in look_at(event, LENS)]
    assert [look.level for look in looks] == [None, "state", None]
    assert [look.stage for look in looks] == [None, None, "signed"]


def test_a_context_is_told_with_its_words() -> None:
    word = load_contexts()["military"].words[0]
    event = happen(f"Peru and Chile met for {word}.", "CONSULT", "met", ([PERU, CHILE], []), theme=word)
    (look,) = look_at(event, LENS)
    assert look.context("military") == look.context("military") == f"military, by its words “{word}”"
    assert look.context("technology") is None


@pytest.mark.parametrize("name", load_contexts())
def test_words_of_a_context_are_found_as_whole_words(name: str) -> None:
    context = load_contexts()[name]
    assert find_word(context.words, f"the {context.words[0].upper()} of it")
    assert find_word(context.words, f"x{context.words[0]}x") is None
    assert set(context.goods) <= LENS.goods
