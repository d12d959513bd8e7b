"""The licence gate: what forbids the text lets short quotes out and no more."""

import pytest

from legation.lexicon.licences import Licence, load_licences
from legation.reporting.gate import SHORT_QUOTE, Gate
from tests.builders import CHILE, KENYA, make_document
from tests.relations.builders import tell

GATE = Gate(load_licences())
LONG = f"Kenya, {'which had long been asked to do so, ' * 12}sent Chile tents{', as it had said it would' * 12}."


@pytest.mark.parametrize("entry", load_licences(), ids=lambda entry: entry.example)
def test_an_example_decides_as_its_entry_says(entry: Licence) -> None:
    document = make_document("Words.", licence=entry.example)
    assert GATE.allows_text(document) is (entry.allows == "text")
    assert GATE.forbids_text(document) is (entry.allows == "quotes")


def test_no_licence_lets_only_quotes_out_without_forbidding_more() -> None:
    document = make_document("Words.")
    assert (GATE.allows_text(document), GATE.forbids_text(document)) == (False, False)


@pytest.mark.parametrize(("licence", "whole"), [("CC BY 4.0", True), ("CC BY-NC-ND 4.0", False), (None, False)])
def test_a_long_quote_is_cut_around_its_telling_word(licence: str | None, whole: bool) -> None:
    account = tell(LONG, "AID", "sent", ((KENYA,), (CHILE,)))
    quote = GATE.quote(account, make_document(LONG, licence=licence))
    assert (quote == LONG) is whole
    assert "sent Chile tents" in quote
    assert whole or len(quote) <= SHORT_QUOTE + 2
