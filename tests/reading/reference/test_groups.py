"""Whom nations, governments, armies, captives and several leaders stand for. Texts are our own."""

import pytest

from legation.reading.claim import ActorRef
from legation.reading.reader import Reader
from tests.builders import make_document

pytestmark = pytest.mark.model


def actors(reader: Reader, text: str, words: str) -> list[str | None]:
    mentions = reader.read(make_document(text)).mentions
    found: list[ActorRef | None] = [mention.actor for mention in mentions if mention.text == words]
    return [actor and actor.id for actor in found]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        # Who is freed was held; who denies is who acted.
        ("Chadian police detained two Sudanese traders. They were released on Friday.", "They", "SDN/traders"),
        ("Chadian police detained two Sudanese traders. They denied it.", "They", "TCD/police"),
        ("Malian soldiers captured three Togolese drivers. They were freed in May.", "They", "TGO/drivers"),
        (
            "Chadian police detained two Sudanese traders. They were thanked by President Ruto on Friday.",
            "They",
            "TCD/police",
        ),
        # Of the state whose part of a place it is.
        ("Protesters in the Peruvian Amazon seized a boat.", "Protesters", "PER/protesters"),
        # Of the two Koreas the one that is not named is the other.
        ("Pyongyang warned the South on Monday.", "the South", "KOR"),
        # One driver is not "they".
        ("Malian soldiers arrested a driver. They were freed in May.", "They", "MLI/soldiers"),
        # A nation that is told something is the speaker's, one that is visited is not.
        ("Somalia closed the border. President Ruto addressed the nation.", "the nation", "KEN"),
        ("Uganda attacked Rwanda. President Ruto warned the country that Sudan would attack.", "the country", "KEN"),
        ("Somalia closed the border. President Ruto visited the country.", "the country", "SOM"),
        # A government that is toppled or helped is another state's than those who do it.
        ("Rwandan troops entered Burundi to topple the government.", "the government", "BDI"),
        ("Kenyan troops crossed into Somalia to defend the government.", "the government", "SOM"),
        ("Chad's troops crossed into Sudan. The government denied it.", "The government", "TCD"),
        # An army tells what its own jets did; of a militia's rockets the state tells that they hit.
        ("Turkish jets bombed a camp in Syria, the army said.", "the army", "turkish-armed-forces"),
        ("Iran protested. Israeli drones struck a convoy in Lebanon, the military said.", "the military", "idf"),
        ("Hezbollah rockets struck a convoy in Lebanon, the military said.", "the military", "lebanese-army"),
        # Who governs speaks for his state, who is named in passing has no envoy in it.
        ("Ruto left. The government condemned Sudan.", "The government", "KEN"),
        ("Ana Paz left. The government condemned Sudan.", "The government", None),
        ("Ghana, which had bombed Togo, recalled its envoy.", "its", "GHA"),
        ("Chad, which Mali had attacked, closed its border.", "its", "TCD"),
        ("Belgium froze talks with Rwanda over its role in Congo.", "its", "RWA"),
        ("Belgium froze talks with Rwanda over its budget.", "its", "BEL"),
    ],
)
def test_who_is_meant(reader: Reader, text: str, words: str, actor: str | None) -> None:
    assert actors(reader, text, words) == [actor]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The leaders", {"william-ruto", "yoweri-museveni", "paul-kagame"}),
        # Two of three cannot be those three.
        ("The two leaders", {"william-ruto", "yoweri-museveni"}),
    ],
)
def test_leaders_who_are_not_counted_are_all_of_whom_was_told(reader: Reader, words: str, expected: set[str]) -> None:
    text = f"Ruto, Museveni and Kagame met in Kigali. The three leaders spoke for an hour. {words} criticised Sudan."
    assert set(actors(reader, text, words)) == expected


@pytest.mark.parametrize(
    ("text", "words", "pair"),
    [
        ("Peru and Chad signed a truce. Neither side kept it.", "Neither side", ["PER", "TCD"]),
        ("Peru and Chad signed a truce, yet neither has kept it.", "neither", ["PER", "TCD"]),
        ("Peru and Chad are at odds. Oman has no leverage over either country.", "either country", ["PER", "TCD"]),
        ("Peru and Chad signed a truce. Neither of the boats was found.", "Neither", []),
        ("Peru and Chad signed a truce. Neither Oman nor Togo was told.", "Neither", []),
    ],
)
def test_neither_and_either_of_two(reader: Reader, text: str, words: str, pair: list[str]) -> None:
    assert actors(reader, text, words) == pair
