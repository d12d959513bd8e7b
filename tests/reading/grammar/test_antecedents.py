"""What an object "it", "them" or "which" stands for. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Peru's embargo on Chad has cost it dear. Lima should lift it now.", "lift", "RETREAT"),
        ("Oman shut the crossing in May. Yemen opened it again on Friday.", "opened", "RETREAT"),
        ("A truce was agreed on Friday. It was broken by Chad within hours.", "broken", "ASSAULT"),
        ("Talks on a free trade deal have dragged on for years. Peru could sign one in May.", "sign", "SUPPORT"),
        ("Bolivia is still waiting for a loan. It has been blocked by Chile ever since.", "blocked", "SANCTION"),
        ("Peru may open its border with Chad, which it closed in 1993.", "closed", "COERCE"),
    ],
)
def test_the_frame_asks_for_what_is_meant(reader: Reader, text: str, word: str, kind: str) -> None:
    found = [claim for claim in read(reader, text).claims if claim.trigger.of(text) == word]
    assert [claim.type for claim in found] == [kind]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The general wants land and a port. Few in Lima took it as a threat.", "took"),
        ("Chad imposed sanctions. As one minister there put it, nobody will notice.", "put"),
        ("The sanctions are in force. Lima should lift Chad out of its misery.", "lift"),
    ],
)
def test_nothing_is_meant_by_an_empty_verb_or_a_named_thing(reader: Reader, text: str, word: str) -> None:
    assert not [claim for claim in read(reader, text).claims if claim.trigger.of(text) == word]
