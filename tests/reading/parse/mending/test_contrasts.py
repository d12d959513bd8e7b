"""Who is meant and who is not, who is singled out, and to whom the verb before is not said again. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, names, read

pytestmark = pytest.mark.model


def told(reader: Reader, text: str, word: str) -> tuple[list[str], list[str], str]:
    reading = read(reader, text)
    claim = claim_at(reading, word)
    return names(reading, claim.agents), names(reading, claim.recipients), claim.status.value


@pytest.mark.parametrize(
    ("text", "word", "agents", "recipients", "status"),
    [
        (
            "It was Ankara, not Baku, that closed the border with Armenia.",
            "closed",
            ["Ankara"],
            ["Armenia"],
            "happened",
        ),
        (
            "It was not Baku but Ankara that closed the border with Armenia.",
            "closed",
            ["Ankara"],
            ["Armenia"],
            "happened",
        ),
        ("Not Peru but Chile sent the ships to Ecuador.", "sent", ["Chile"], ["Ecuador"], "happened"),
        ("Peru sent ships not to Ecuador but to Chile.", "sent", ["Peru"], ["Chile"], "happened"),
        ("Jordan did not send the tanks to Syria but to Iraq.", "send", ["Jordan"], ["Iraq"], "happened"),
        ("Jordan blamed not Syria but Iraq.", "blamed", ["Jordan"], ["Iraq"], "happened"),
        ("Not only Peru but also Chile sent ships to Ecuador.", "sent", ["Peru", "Chile"], ["Ecuador"], "happened"),
        ("The town was shelled not by Chad but by Libya.", "shelled", ["Libya"], [], "happened"),
        ("It was not Iran that attacked the tanker.", "attacked", ["Iran"], [], "denied"),
        ("It was not Iran but Israel that attacked the tanker.", "attacked", ["Israel"], [], "happened"),
        ("It was Libya's army, not Chad's, that shelled the town.", "shelled", ["Libya's army"], [], "happened"),
        ("It is Togo that Ghana blames for the raid.", "blames", ["Ghana"], ["Togo"], "happened"),
        ("It was to Fiji that China lent the money.", "lent", ["China"], ["Fiji"], "happened"),
        ("Peru sent ships to Ecuador and to Chile.", "sent", ["Peru"], ["Ecuador", "Chile"], "happened"),
        ("Jordan did not invite Syria but it met Iraq.", "invite", ["Jordan"], ["Syria"], "denied"),
    ],
)
def test_who_is_meant(
    reader: Reader, text: str, word: str, agents: list[str], recipients: list[str], status: str
) -> None:
    assert told(reader, text, word) == (agents, recipients, status)


def test_who_did_not_send_it_did_not_get_it(reader: Reader) -> None:
    assert not read(reader, "The ships were sent not by Peru but by Chile.").claims


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        ("Nepal urged China to open the pass and India to lift the blockade.", "urged", ["China", "India"]),
        ("Cuba thanked Mexico for the oil and Russia for the wheat.", "thanked", ["Mexico", "Russia"]),
        ("Spain sent Morocco a note and Algeria an envoy.", "sent", ["Morocco", "Algeria"]),
        ("Ghana accused Togo of smuggling and Benin of theft.", "accused", ["Togo", "Benin"]),
        ("Chad attacked Libya in May and Sudan in June.", "attacked", ["Libya", "Sudan"]),
        ("Oman asked Chad and Mali to talk.", "asked", ["Chad", "Mali"]),
    ],
)
def test_to_whom_the_verb_is_not_said_again(reader: Reader, text: str, word: str, recipients: list[str]) -> None:
    assert told(reader, text, word)[1] == recipients


def test_the_second_that_is_asked_is_the_one_to_act(reader: Reader) -> None:
    text = "Bangladesh asked India to return its former leader, and Pakistan to apologise for the war."
    assert told(reader, text, "apologise")[0] == ["Pakistan"]


@pytest.mark.parametrize(
    ("text", "word", "agents", "recipients"),
    [
        ("Iraq was refused entry to the talks by Iran.", "refused", ["Iran"], ["Iraq"]),
        ("Chad was denied the right to land its aircraft by Sudan.", "denied", ["Sudan"], ["Chad"]),
        ("Fiji, to which China has lent $200m, hosted the king of Tonga.", "lent", ["China"], ["Fiji"]),
    ],
)
def test_who_is_given_or_refused_something(
    reader: Reader, text: str, word: str, agents: list[str], recipients: list[str]
) -> None:
    assert told(reader, text, word)[:2] == (agents, recipients)


def test_the_adjective_of_a_state_is_no_newspaper(reader: Reader) -> None:
    (mention,) = [m for m in read(reader, "The Australian prime minister flew to Fiji.").mentions if m.span.start == 0]
    assert mention.actor is not None
    assert mention.actor.type == "person"


@pytest.mark.parametrize(
    ("text", "word", "agents"),
    [
        ("What Libya has not done is hand over the suspects to Italy.", "hand", ["Libya"]),
        ("Denmark all but accused Russia of sabotaging the cable.", "accused", ["Denmark"]),
        ("Chad has ignored calls by Mali to withdraw its troops.", "withdraw", ["Chad"]),
        ("Senegal promised not to expel Guineans.", "promised", ["Senegal"]),
        ("Peru's premier called his Chilean counterpart to complain of a raid.", "complain", ["Peru's premier"]),
        ("Chad called on Mali to withdraw its troops.", "withdraw", ["Mali"]),
        ("The president of Guatemala, whose predecessor had recognised Kosovo, resigned.", "recognised", []),
        ("A court in Malta ordered the extradition of an Egyptian accused of fraud.", "accused", []),
        ("Its convoy was ambushed by fighters whom Bamako says Algeria shelters.", "shelters", ["Algeria"]),
        ("Its convoy was ambushed by fighters whom Bamako says Algeria shelters.", "says", ["Bamako"]),
    ],
)
def test_who_acts(reader: Reader, text: str, word: str, agents: list[str]) -> None:
    assert told(reader, text, word)[0] == agents


def test_who_is_not_asked_has_no_part_in_it(reader: Reader) -> None:
    assert told(reader, "Laos has asked Vietnam, but not China, to train its pilots.", "train")[1] == ["Laos"]


def test_who_promises_not_to_threatens_nobody(reader: Reader) -> None:
    assert claim_at(read(reader, "Senegal promised not to expel Guineans."), "promised").type == "AGREE"


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("Finland will not hand over the refugees to Russia, its president said.", "its president", "FIN"),
        ("Togo accused Benin of spying and expelled its ambassador.", "its", "BEN"),
        ("Brazil has not only condemned Israel but recalled its ambassador.", "its", "BRA"),
    ],
)
def test_whose_it_is(reader: Reader, text: str, word: str, state: str) -> None:
    found = [mention for mention in read(reader, text).mentions if mention.text == word]
    assert found
    assert found[0].actor is not None
    assert found[0].actor.country == state


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("India's prime minister flew to Nepal. Congress accused him of weakness.", "Congress", "IND/congress"),
        ("Peru signed the treaty with Chile. Congress rejected it.", "Congress", "PER/congress"),
        ("Donald Trump imposed tariffs on India. Congress applauded.", "Congress", "us-congress"),
    ],
)
def test_whose_body_of_a_common_name_is_meant(reader: Reader, text: str, name: str, actor: str) -> None:
    (mention,) = [mention for mention in read(reader, text).mentions if mention.text == name]
    assert mention.actor is not None
    assert mention.actor.id == actor
