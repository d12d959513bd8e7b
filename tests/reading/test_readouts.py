"""Readouts and joint statements: what they are about, what two resolve together, and whom offices and titles mean."""

import pytest

from legation.documents.assemble import Details, document_from_text
from legation.reading.claim import Claim, Reading
from legation.reading.reader import Reader

pytestmark = pytest.mark.model


def read(reader: Reader, text: str) -> Reading:
    return reader.read(document_from_text(text, Details(published="2026-06-12")))


def claim_of(reading: Reading, trigger: str) -> Claim:
    return next(claim for claim in reading.claims if claim.trigger.of(reading.document.text) == trigger)


def names(reading: Reading, keys: tuple[str, ...]) -> set[str]:
    mentions = {mention.id: mention for mention in reading.mentions}
    return {actor.name if (actor := mentions[key].actor) else mentions[key].text for key in keys}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Ghana welcomed the tents that Peru had sent to Mali.", "sent"),
        ("Mali expressed concern at the attacks on Gao by rebels.", "attacks"),
        ("The premier raised the case of a nurse whom Chad jailed in May.", "jailed"),
        ("Ghana rejected the sanctions imposed by Togo.", "imposed"),
        ("Rossi looked forward to welcoming the envoy of Chad in Lima.", "welcoming"),
        ("Ghana rejected the duties announced by Togo and called on Benin to mediate.", "called"),
        ("Peru committed itself to buying Bolivian gas.", "buying"),
    ],
)
def test_what_is_acknowledged_is_the_authors_word(reader: Reader, text: str, trigger: str) -> None:
    assert claim_of(read(reader, text), trigger).attribution is None


def test_who_gives_thanks_for_something_says_that_it_was_so(reader: Reader) -> None:
    reading = read(reader, "Ghana thanked Peru for the release of two pilots.")
    (attribution,) = [one for one in reading.attributions if one.id == claim_of(reading, "release").attribution]
    assert attribution.source_text == "Ghana"


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "recipients"),
    [
        ("Ghana thanked Peru for the delivery of 600 tents.", "delivery", {"Peru"}, {"Ghana"}),
        ("Togo welcomed the decision of Ghana to send police.", "send", {"Ghana"}, set()),
        ("They took note of the offer of Angola to host talks.", "offer", {"Angola"}, set()),
        ("Chad deplored the shelling of Goma by the M23.", "shelling", {"M23"}, {"Goma"}),
        ("Ghana condemned the sanctions imposed by Togo.", "condemned", {"Ghana"}, {"Togo"}),
        ("The pact that Fiji signed angered Beijing, which called it a relic.", "signed", {"Fiji"}, set()),
        (
            "Ghana reaffirmed that it keeps relations with Togo and declined to join the pact put forward by Benin.",
            "reaffirmed",
            {"Ghana"},
            {"Togo"},
        ),
        (
            "The foreign ministers met in Lome on Friday. They will meet again in Accra in May.",
            "meet",
            {"foreign ministers"},
            set(),
        ),
        ("Peru called on Chile to end its blockade of Arica.", "end", {"Chile"}, set()),
        ("Peru extended an invitation to President Boric to visit Lima.", "visit", {"Gabriel Boric"}, {"Lima"}),
        ("Lula thanked the Government and people of Peru.", "thanked", None, {"Peru", "people"}),
        ("Ghana urged Togo to free those who were held and to open talks with Benin.", "open", {"Togo"}, {"Benin"}),
        ("Rossi regretted that Togo had shut the port, and called on Benin to help.", "called", {"Rossi"}, {"Benin"}),
        ("Peru confirmed that it keeps the bridge open and declined to join the pact.", "declined", {"Peru"}, set()),
        ("The negotiators met in Doha in May.", "met", {"negotiators"}, set()),
    ],
)
def test_who_does_it_to_whom(
    reader: Reader, text: str, trigger: str, agents: set[str] | None, recipients: set[str]
) -> None:
    reading = read(reader, text)
    claim = claim_of(reading, trigger)
    assert agents is None or names(reading, claim.agents) == agents
    assert names(reading, claim.recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "status"),
    [
        ("Peru and Chile decided to elevate relations.", "decided", "AGREE", "happened"),
        ("The foreign ministers of Peru and Chile were instructed to meet.", "instructed", "REQUEST", "happened"),
        ("Ghana urged Togo to stop arming the rebels.", "arming", "SANCTION", "called_for"),
        ("Chad refused to stop arming the rebels.", "arming", "AID", "ongoing"),
        ("Ghana urged Togo to stop shelling Benin.", "shelling", "ASSAULT", "ongoing"),
        ("Peru demanded that Chile cease its support for the rebels.", "support", "SUPPORT", "ongoing"),
        ("The two discussed the war, including the shelling of Goma by rebels.", "shelling", "ASSAULT", "happened"),
        ("Chad will take further steps, including a raid on Togo.", "raid", "ASSAULT", "planned"),
    ],
)
def test_type_and_status(reader: Reader, text: str, trigger: str, kind: str, status: str) -> None:
    claim = claim_of(read(reader, text), trigger)
    assert (claim.type, claim.status.value) == (kind, status)


def test_one_alone_decides_without_an_agreement(reader: Reader) -> None:
    assert not [claim for claim in read(reader, "Peru decided to close the embassy.").claims if claim.type == "AGREE"]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Secretary of State Karen Holm met Rossi on Monday.", "met", "Karen Holm"),
        ("Peru's Minister of Foreign Affairs Karen Holm met Rossi.", "met", "Karen Holm"),
        (
            "Deputy Secretary of State Karen Holm met Kenyan Prime Cabinet Secretary Musalia Mudavadi. "
            "The Deputy Secretary thanked Togo.",
            "thanked",
            "Karen Holm",
        ),
        (
            "Minister for Trade Karen Holm met President Boric. The Minister thanked Togo.",
            "thanked",
            "Karen Holm",
        ),
        (
            "Deputy Secretary Ann Moller met Prime Cabinet Secretary Musalia Mudavadi. The Prime Cabinet Secretary "
            "thanked Peru.",
            "thanked",
            "Musalia Mudavadi",
        ),
        (
            "The Deputy Minister of Foreign Affairs of Peru thanked Togo.",
            "thanked",
            "deputy foreign affairs minister of Peru",
        ),
    ],
)
def test_offices_with_their_matter(reader: Reader, text: str, trigger: str, who: str) -> None:
    reading = read(reader, text)
    assert names(reading, claim_of(reading, trigger).agents) == {who}


def test_a_paragraph_goes_on_about_the_two_who_talk(reader: Reader) -> None:
    text = (
        "Deputy Secretary Karen Holm met Minister Ivo Rossi in Lome. Deputy Secretary Holm and Minister Rossi "
        "discussed the war in Sudan. She noted that Chad had imposed bans on three commanders on Monday.\n\n"
        "They agreed on a plan for Ghana.\n"
    )
    reading = read(reader, text)
    assert names(reading, claim_of(reading, "agreed").agents) == {"Karen Holm", "Ivo Rossi"}


def test_the_two_ministers_of_a_matter_are_those_of_the_two_states(reader: Reader) -> None:
    text = (
        "Joint declaration of Togo and Benin\n\nTogo and Benin met in Lagos on 3 May.\n\n"
        "The two Ministers of Defence agreed to hold a drill.\n"
    )
    reading = read(reader, text)
    assert names(reading, claim_of(reading, "agreed").agents) == {
        "minister of defence of Togo",
        "minister of defence of Benin",
    }
