"""Dispatches: classes of errors found in present-day reporting, each in wordings and regions of our own."""

import pytest

from legation.documents.assemble import Details, document_from_text
from legation.reading.claim import Claim, Reading
from legation.reading.reader import Reader

pytestmark = pytest.mark.model


def read(reader: Reader, text: str) -> Reading:
    return reader.read(document_from_text(text, Details(published="2026-06-12")))


def claims_at(reading: Reading, trigger: str) -> list[Claim]:
    return [claim for claim in reading.claims if claim.trigger.of(reading.document.text) == trigger]


def claim_at(reading: Reading, trigger: str) -> Claim:
    return claims_at(reading, trigger)[0]


def parties(reading: Reading, keys: tuple[str, ...]) -> set[str]:
    mentions = {mention.id: mention for mention in reading.mentions}
    return {(actor.country or actor.name) if (actor := mentions[key].actor) else mentions[key].text for key in keys}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # An adverb before the first of two acts is of both.
        ("The Togolese army allegedly kidnapped and killed six Beninese shepherds.", "killed", "possible"),
        ("Peruvian sailors purportedly boarded and shelled a Chilean village.", "shelled", "possible"),
        ("The Togolese army allegedly seized a boat and later admitted that it had.", "admitted", "happened"),
        # Talks that nobody goes to.
        ("Oman will not sit down for talks with the rebels.", "talks", "denied"),
        ("Fiji did not apologise for attacks on Samoan boats.", "attacks", "happened"),
        # What is made is as real as its making.
        ("Norway hopes to facilitate the signing of a peace deal between Chad and Sudan.", "deal", "possible"),
        ("Lima welcomed the signing of a peace deal between Chad and Sudan.", "deal", "happened"),
        # A participle that opens the sentence is not what is agreed.
        ("Expressing concern over Chad's conduct, Togo and Ghana agreed to send observers.", "Expressing", "happened"),
        # A particle makes another verb.
        ("Togo's newspapers kept up criticism of Ghana.", "criticism", "happened"),
        ("Peru stepped up its criticism of Chile.", "criticism", "happened"),
        # What is said of a thing is not asked of anybody.
        ('Haiti\'s premier called the Dominican decision to close the border "shameful".', "close", "planned"),
        # What matters, or is provided for, is not done.
        ("The Bolivian minister stressed the necessity of reaching a deal with Chile.", "reaching", "called_for"),
        ("Accra underlined the importance of signing a border treaty with Lomé.", "signing", "called_for"),
        ("The pact has provisions for the release of 40 Kenyan prisoners.", "release", "planned"),
        # What somebody may be punished over was done.
        ("Kenya weighs sanctions against Uganda over its invasion of Rwanda.", "invasion", "happened"),
        ("Kenya weighs sanctions against Uganda.", "sanctions", "possible"),
        # Who is urged not to do it is not called on to do it.
        ("Norway urged Oman not to arm the rebels.", "arm", "denied"),
        ("Peru called on Chile to refrain from sending troops.", "sending", "denied"),
        ("Norway urged Oman to arm the rebels.", "arm", "called_for"),
        # A "would-be" is an adjective.
        ("The would-be attack on Ghana failed.", "attack", "possible"),
        # A threat with a condition was made; what is threatened hangs on it.
        ("Peru threatened Chile with a ban if Santiago did not yield.", "threatened", "happened"),
        (
            "Peru threatened Chile with a ban if Santiago did not come to an agreement with Lima.",
            "agreement",
            "conditional",
        ),
        ("Lima could threaten Chile if it left.", "threaten", "conditional"),
        # What a way leads to has not come.
        ("The pledge paved the way to a treaty between Chad and Togo.", "treaty", "possible"),
        # With what somebody is accused of doing it is as real as the doing.
        (
            "Kabul accused Pakistan of violating the truce with airstrikes in Paktika province.",
            "airstrikes",
            "possible",
        ),
    ],
)
def test_status(reader: Reader, text: str, trigger: str, status: str) -> None:
    assert claim_at(read(reader, text), trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        # Behind a quotation mark it is still the accused who did it.
        ('Togo accused Ghana of "massing tanks and troops" on the border.', "massing", {"GHA"}),
        # Who criticises, not who did what is criticised.
        ("Togo's state media ramped up criticism of joint military drills by Ghana and Benin.", "criticism", {"TGO"}),
        # Whose decision it is, the adjective says.
        ('Haiti\'s premier called the Dominican decision to close the border "shameful".', "close", {"DOM"}),
        ("The Kenyan plan to annex the islet angered Somalia.", "annex", {"KEN"}),
        # A surname as this text spells it.
        ("Iran's foreign minister, Abbas Araqchi, left. Araqchi accused Oman of lying.", "accused", {"IRN"}),
        # "It" is whoever says so in the clause right above.
        ("Ghana armed after the government in Lomé said it intended to annex the strip.", "annex", {"TGO"}),
        ("Lima rebuilt its navy when Bolivia announced it would seize the port.", "seize", {"BOL"}),
        # "Its minister" is of whom the sentence told.
        ("Togo's diplomats were leaving Ghana on Sunday, its foreign minister said.", "said", {"TGO"}),
        # Who did it, not whose the cannon is.
        ("A trawler was hit with a water cannon by the Chilean coast guard.", "hit", {"CHL"}),
        ("Togo fired what appeared to be two rockets toward Ghana.", "fired", {"TGO"}),
        # Who stands behind the phrase that a sentence opens with.
        (
            "After a meeting in Lima, Juan Rossi and Omar Haddad signed a treaty.",
            "signed",
            {"Juan Rossi", "Omar Haddad"},
        ),
        ("In talks with Kenya, Uganda and Rwanda agreed to a truce.", "agreed", {"UGA", "RWA"}),
        # A title with a name behind it, in the state's place.
        ("DR Congo President Felix Tshisekedi and Rwandan minister Ivo Biruta met in Angola.", "met", {"COD", "RWA"}),
        # Who expels, by whom one is expelled from.
        ("Two Fijian officers were expelled from Port Moresby.", "expelled", {"PNG"}),
        ("Three Chadian envoys were expelled from Norway last year.", "expelled", {"NOR"}),
        # Who is given time is to act.
        ("Ghana gave Togo until May to release the sailors.", "release", {"TGO"}),
        ("Oman gave Iran 48 hours to withdraw its troops.", "withdraw", {"IRN"}),
        ("Juan Hoyos was declared persona non grata by Peru.", "declared", {"PER"}),
    ],
)
def test_agents(reader: Reader, text: str, trigger: str, agents: set[str]) -> None:
    reading = read(reader, text)
    assert parties(reading, claim_at(reading, trigger).agents) == agents


def test_a_raid_to_arrest_somebody_is_not_of_those_who_answer_it(reader: Reader) -> None:
    reading = read(reader, "Peru cut ties with Chile after a police raid to arrest a fugitive in Lima.")
    assert all(parties(reading, claim.agents) != {"PER"} for claim in claims_at(reading, "arrest"))


def test_what_a_plan_is_for_is_not_asked_by_who_names_it(reader: Reader) -> None:
    reading = read(reader, 'Haiti\'s premier called the Dominican decision to close the border "shameful".')
    assert "REQUEST" not in {claim.type for claim in reading.claims}


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("Peru's vice president, Rosa Mori, attacked Repsol, saying that the firm stole oil.", "attacked", "ACCUSE"),
        ("President Kossi attacked Ghana, accusing it of theft.", "attacked", "ACCUSE"),
        ("Ghana attacked Togo, saying that it had been provoked.", "attacked", "ASSAULT"),
        ("Thai soldiers engaged the Cambodian patrol with mortars.", "engaged", "ASSAULT"),
        ("Omani forces engaged the Yemeni group with gunfire.", "engaged", "ASSAULT"),
        ("Ghana presented a strongly-worded protest to the Togolese ambassador over the raid.", "presented", "ACCUSE"),
        ("Estonia expressed its protest to Belarus over the balloons.", "expressed", "ACCUSE"),
        ("Peru announced the withdrawal of its diplomatic staff from Chile.", "announced", "SANCTION"),
        ("Peru announced the withdrawal of its troops from Chile.", "announced", "CONCEDE"),
        ("The European Union blocked the port of Lomé.", "blocked", "COERCE"),
        ("Farmers blocked the port of Lomé.", "blocked", "PROTEST"),
        ("Three Ghanaian boats blocked two Togolese tugs off the island.", "blocked", "COERCE"),
        ("Ghana gave Togo until May to release the sailors.", "gave", "THREATEN"),
        ("Two Chilean consuls were declared persona non grata by Peru.", "declared", "SANCTION"),
        ("Juan Hoyos was declared persona non grata by Peru.", "declared", "SANCTION"),
        ("Chad summoned a representative of the Sudanese embassy.", "summoned", "ACCUSE"),
        ('Kurti was "not ready to move forward" with the deal.', "ready", "REJECT"),
    ],
)
def test_type(reader: Reader, text: str, trigger: str, type_: str) -> None:
    assert claim_at(read(reader, text), trigger).type == type_


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The reef, or Bajo Rico as Lima calls it, lies off Chile.", "calls"),
        ("This raid demonstrates Chad's contempt for Togo.", "demonstrates"),
        ("Turkey sent surveillance aircraft to Cyprus.", "surveillance"),
        ("Russia launched two hundred attack drones in a significant escalation of its campaign.", "attack"),
    ],
)
def test_what_tells_of_no_act(reader: Reader, text: str, trigger: str) -> None:
    assert claims_at(read(reader, text), trigger) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Ghana's port was subjected to an attack by Togo.", "attack"),
        ("Ghana was the target of an attack by Togolese rebels.", "attack"),
    ],
)
def test_whom_it_was_done_to(reader: Reader, text: str, trigger: str) -> None:
    reading = read(reader, text)
    assert parties(reading, claim_at(reading, trigger).recipients) == {"GHA"}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        # What something was done in spite of, the clause beside it, and a term have dates of their own.
        ("Togo claims the islet, despite a ruling in 2016.", "claims"),
        (
            "Tensions have risen since the army took power last year, with Ghana alleging that Togo arms rebels.",
            "alleging",
        ),
        ("Ghana gave Togo until May to release the sailors.", "gave"),
        # No event follows "the day before" here.
        ("Togo said on Sunday it had fired a missile the day before in a test.", "fired"),
    ],
)
def test_no_date_of_another_thing(reader: Reader, text: str, trigger: str) -> None:
    assert claim_at(read(reader, text), trigger).time is None
