"""Who is given something, and what, where the two stand side by side. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.builders import make_document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "receiver", "thing"),
    [
        ("Egypt offered Hemedti training and spare parts.", ["Hemedti"], "training and spare parts"),
        ("Serbia denied Nepal transit.", ["Nepal"], "transit"),
        ("Minsk was sent two batteries of missiles by Iran.", ["Minsk"], "two batteries of missiles"),
        ("Germany offered Leopard tanks.", [], "Leopard tanks"),
        ("Paris refused Rabat visas.", ["Rabat"], "visas"),
        ("Paris denied Rabat's claim.", ["Rabat"], "Rabat's claim"),
        ("Syria was refused a visa by Turkey.", ["Syria"], "a visa"),
    ],
)
def test_receivers_are_no_part_of_the_thing(reader: Reader, text: str, receiver: list[str], thing: str) -> None:
    reading = reader.read(make_document(text))
    claim = min(reading.claims, key=lambda claim: claim.trigger.start)
    names = {mention.id: mention.text for mention in reading.mentions}
    assert [names[one] for one in claim.recipients] == receiver
    assert claim.theme is not None
    assert claim.theme.text == thing
