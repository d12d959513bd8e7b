"""Who fills the parties of a frame. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, names, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "agents", "recipients"),
    [
        # What each does to the other both do.
        ("Chad and Togo toasted each other in Lima.", "toasted", ["Chad", "Togo"], []),
        ("Chad and Togo have long helped one another.", "helped", ["Chad", "Togo"], []),
        # A visit is of whom "of" names, if that is a person; to whom it goes he visits.
        ("The visit of Putin to Hanoi angered Oslo.", "visit", ["Putin"], ["Hanoi"]),
        ("The visit of Lula to Macron ended.", "visit", ["Lula"], ["Macron"]),
        ("The visit to Macron ended.", "visit", [], ["Macron"]),
        ("The visit of the United States to Mali ended.", "visit", [], ["United States"]),
        # Whose premier somebody is, is not who is received.
        ("Lula welcomed Indian premier Narendra Modi as his guest.", "welcomed", ["Lula"], ["Narendra Modi"]),
        # A clause in the plural is about all who are joined, one in the singular about the last.
        ("Chad and Togo, which are arming Mali, left.", "arming", ["Chad", "Togo"], ["Mali"]),
        ("The African Union and Togo, which were arming Mali, left.", "arming", ["African Union", "Togo"], ["Mali"]),
        ("Chad and Togo, which is arming Mali, left.", "arming", ["Togo"], ["Mali"]),
        # What has a tense of its own is no part of what is let be done.
        ("Lula has let Peru train them but has also sent an envoy to Chad.", "sent", ["Lula"], ["Chad"]),
        # A name loses its article once it was given in full.
        ("Syria's Ahmed al-Sharaa left. Sharaa rejected an offer from Chad.", "rejected", ["Sharaa"], ["Chad"]),
        # Who speaks adds what he adds.
        ("Lula said that Chad had left the talks, adding that it was over.", "adding", ["Lula"], []),
        # An aside with "having" parts who acts from the verb.
        (
            "Benin left, though Niger, having signed a pact, would expel the Libyan envoy.",
            "expel",
            ["Niger"],
            ["Libyan"],
        ),
        # A promise on which something is done is the doer's, nobody else's.
        ("Lula won the vote on a promise to leave Mercosur.", "promise", ["Lula"], []),
        # On whom something was put is who is freed of it; what is theirs may be counted.
        ("Greece lifted the sanctions imposed on India and Pakistan.", "lifted", ["Greece"], ["India", "Pakistan"]),
        ("Canada removed the duties it had imposed on imports from Chad.", "removed", ["Canada"], ["Chad"]),
        ("Norway scrapped a visa ban put on Ghana's ministers in 2019.", "scrapped", ["Norway"], ["Ghana's ministers"]),
        ("Norway condemned the sanctions imposed on Ghana.", "condemned", ["Norway"], []),
        ("Kenya cut duties on a range of Tanzanian goods.", "cut", ["Kenya"], ["Tanzanian"]),
        ("Kenya put tariffs on $3 billion of Chad's exports.", "put", ["Kenya"], ["Chad"]),
        # Whom the verb asks for may stand behind what it is about.
        ("Turkey reneged on a nuclear accord with Iran.", "reneged", ["Turkey"], ["Iran"]),
        ("Norway complained about a raid on Denmark.", "complained", ["Norway"], []),
        # Who acts along with somebody acts, whichever of them is named first.
        ("Along with Chad, Norway condemned the raid on Mali.", "condemned", ["Norway", "Chad"], []),
        # Troops told to go are expelled, whatever time they get.
        ("Chad gave French troops until January to leave.", "gave", ["Chad"], ["French"]),
        # Who is held or freed is somebody of the ship's state; who is praised need not be.
        ("Yemen freed the crew of a Turkish tanker.", "freed", ["Yemen"], ["Turkish"]),
        ("Iran detained the crew of a Greek tanker.", "detained", ["Iran"], ["Greek"]),
        ("Iran praised the crew of a Greek tanker.", "praised", ["Iran"], []),
        ("Iran freed the crew of an Iranian tanker.", "freed", ["Iran"], []),
        # Whom a condition names but for who is to meet it is not threatened.
        ("Oman threatened that ties would suffer if Iran armed Yemen.", "threatened", ["Oman"], ["Iran"]),
        ("Chad warned Mali that it would attack if France stayed.", "warned", ["Chad"], ["Mali"]),
        # Nobody stands between himself and others.
        (
            "Egypt brokered a truce between Egyptian and Libyan tribes.",
            "brokered",
            ["Egypt"],
            ["Egyptian and Libyan tribes"],
        ),
        ("Niger sent food to Goma.", "sent", ["Niger"], ["Goma"]),
    ],
)
def test_who_and_to_whom(reader: Reader, text: str, word: str, agents: list[str], recipients: list[str]) -> None:
    reading = read(reader, text)
    claim = claim_at(reading, word)
    assert (names(reading, claim.agents), names(reading, claim.recipients)) == (agents, recipients)


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        # Arms that go to a place at home, or to a sea, are for nobody; food may be, and so are arms sent abroad.
        ("Niger sent 200 tanks to Agadez.", "MOBILIZE", "weapons"),
        ("France sent warships to the Caribbean.", "MOBILIZE", "weapons"),
        ("Niger sent food to Agadez.", "AID", "humanitarian"),
        ("Niger sent weapons to Goma.", "AID", "military"),
    ],
)
def test_arms_that_are_moved_are_no_aid(reader: Reader, text: str, kind: str, mode: str) -> None:
    claim = claim_at(read(reader, text), "sent")
    assert (claim.type, claim.mode) == (kind, mode)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Laos protested and Thailand apologised.", "protested", "ACCUSE"),
        ("Peru protested on Monday.", "protested", "ACCUSE"),
        ("Peruvians protested in Lima.", "protested", "PROTEST"),
        ("Miners protested against Peru.", "protested", "PROTEST"),
    ],
)
def test_states_complain_and_people_march(reader: Reader, text: str, word: str, kind: str) -> None:
    assert claim_at(read(reader, text), word).type == kind
