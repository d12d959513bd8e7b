"""Who a person named by office is: the one named beside the office, else its holder when the report appeared."""

import pytest

from legation.documents.document import Document, Zone, ZoneKind
from legation.documents.span import Span
from legation.reading.claim import ActorRef
from legation.reading.reader import Reader

pytestmark = pytest.mark.model


def actors(reader: Reader, text: str, published: str = "2026-03-04") -> dict[str, ActorRef | None]:
    zone = Zone(ZoneKind.BODY, Span(0, len(text)))
    reading = reader.read(Document("sha256:0", text, published=published, zones=(zone,)))
    return {mention.text: mention.actor for mention in reading.mentions}


BESIDE = [
    ("Iran's president, Ebrahim Raisi, met the envoys.", "Iran's president", "ebrahim-raisi"),
    ("The Iranian president, Raisi, met the envoys.", "The Iranian president", "ebrahim-raisi"),
    ("Ebrahim Raisi, the president of Iran, met the envoys.", "the president of Iran", "ebrahim-raisi"),
    ("The Turkish foreign minister, Mevlüt Çavuşoğlu, flew home.", "The Turkish foreign minister", "mevlut-cavusoglu"),
    ("Britain's prime minister, Rishi Sunak, visited Oman.", "Britain's prime minister", "rishi-sunak"),
    ("President Joe Biden criticised Russia.", "Joe Biden", "joe-biden"),
    ("The Kenyan president, Wanjiru Otieno, met the envoys.", "The Kenyan president", "name:wanjiru otieno"),
    ("Kenya's defence minister Wanjiru Otieno visited Oman.", "Kenya's defence minister", "name:wanjiru otieno"),
    ("Kenyan Defence Minister Wanjiru Otieno visited Somalia.", "Wanjiru Otieno", "name:wanjiru otieno"),
    # The title of the apposition is remembered, though by its dates the office is over.
    ("The president of Iran, Ebrahim Raisi, left. The president said he was glad.", "The president", "ebrahim-raisi"),
    # Names that follow an office in a list are not its holder's.
    ("The Turkish president, Vladimir Putin and Xi Jinping met.", "The Turkish president", "recep-tayyip-erdogan"),
]


@pytest.mark.parametrize(("text", "words", "actor"), BESIDE)
def test_an_office_means_the_person_named_beside_it(reader: Reader, text: str, words: str, actor: str) -> None:
    found = actors(reader, text)[words]
    assert found is not None
    assert found.id == actor


HOLDERS = [("2023-05-01", "ebrahim-raisi"), ("2026-03-04", "masoud-pezeshkian")]


@pytest.mark.parametrize(("published", "actor"), HOLDERS)
def test_an_office_alone_means_its_holder_of_the_day(reader: Reader, published: str, actor: str) -> None:
    found = actors(reader, "Iran's president visited Oman.", published)["Iran's president"]
    assert found is not None
    assert found.id == actor


STATES = [
    "The Kenyan president, Wanjiru Otieno, met the envoys.",
    "The president of Kenya, Wanjiru Otieno, met the envoys.",
    "Wanjiru Otieno, Kenya's president, met the envoys.",
    "President Wanjiru Otieno of Kenya met the envoys.",
]


@pytest.mark.parametrize("text", STATES)
def test_an_unknown_holder_belongs_to_the_state_of_the_office(reader: Reader, text: str) -> None:
    found = actors(reader, text)["Wanjiru Otieno"]
    assert found is not None
    assert found.country == "KEN"


COUNTERPARTS = [
    ("Hakan Fidan met his Zambian counterpart.", "his Zambian counterpart", "ZMB/foreign-minister"),
    ("Emmanuel Macron called his Kenyan counterpart.", "his Kenyan counterpart", "william-ruto"),
    ("Keir Starmer met his German counterpart.", "his German counterpart", "friedrich-merz"),
    (
        "Zambian Defence Minister Ana Mulenga met her Malawian counterpart.",
        "her Malawian counterpart",
        "MWI/defence-minister",
    ),
    ("The Zambian foreign minister met his Malawian counterpart.", "his Malawian counterpart", "MWI/foreign-minister"),
    ("Fidan's Zambian counterpart left.", "Fidan's Zambian counterpart", "ZMB/foreign-minister"),
    ("Hakan Fidan met his Zambian counterpart, Chanda Mulenga.", "his Zambian counterpart", "name:chanda mulenga"),
    # Of two who have just met the other is meant; his brother is not.
    (
        "Ruto and Museveni met in Kampala. Ruto invited his counterpart to Nairobi.",
        "his counterpart",
        "yoweri-museveni",
    ),
    ("Macron and Merz spoke. Merz thanked his counterpart.", "his counterpart", "emmanuel-macron"),
]


@pytest.mark.parametrize(("text", "words", "actor"), COUNTERPARTS)
def test_a_counterpart_holds_the_same_office_elsewhere(reader: Reader, text: str, words: str, actor: str) -> None:
    found = actors(reader, text)[words]
    assert found is not None
    assert found.id == actor


BOTH = (
    "Mullah Yaqoob, the defence minister of Afghanistan, met Khawaja Asif, the defence minister of Pakistan, in Doha."
)


@pytest.mark.parametrize(("office", "count"), [("defence", 2), ("foreign", 1)])
def test_two_ministers_are_two_who_hold_the_office(reader: Reader, office: str, count: int) -> None:
    text = f"{BOTH} China brought the two {office} ministers together in May."
    zone = Zone(ZoneKind.BODY, Span(0, len(text)))
    reading = reader.read(Document("sha256:0", text, published="2025-06-20", zones=(zone,)))
    found = [mention.actor for mention in reading.mentions if mention.text == f"the two {office} ministers"]
    assert len(found) == count
    assert (None in found) == (office == "foreign")


NAMED = [
    ("Oslo criticised the plan. The Pakistan Institute for Peace Studies accused Bolivia.", "organisation"),
    ("The Kenya Centre for Human Rights condemned Uganda.", "organisation"),
    ("The copper of Mes Karim has drawn China to Afghanistan.", "place"),
    ("Turkey sent ships to the port of Al Khomar.", "place"),
]


@pytest.mark.parametrize(("text", "kind"), NAMED)
def test_bodies_and_places_nobody_knows_are_no_states_and_no_persons(reader: Reader, text: str, kind: str) -> None:
    unknown = [actor for actor in actors(reader, text).values() if actor is not None and actor.id.startswith("name:")]
    assert [actor.type.value for actor in unknown] == [kind]


@pytest.mark.parametrize(("body", "actor"), [("chamber", None), ("country", "ebrahim-raisi")])
def test_who_heads_something_else_is_not_who_was_told_of(reader: Reader, body: str, actor: str | None) -> None:
    text = f"Ebrahim Raisi, the president of Iran, met envoys. The president of the {body} flew to Oman."
    found = actors(reader, text)["The president"]
    assert (found and found.id) == actor
