"""What somebody says is not so, or scoffs at, is not told as done. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.status.test_unrealised import statuses

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("It is not true that Laos has expelled the Thai consul, the premier said.", "expelled", "denied"),
        ("Malta said it was untrue that it had expelled the Libyan consul.", "expelled", "denied"),
        ("It is not the case that Malawi sold uranium to Iran, said the minister.", "sold", "denied"),
        ("That Fiji expelled the Samoan consul is a lie, the president said.", "expelled", "denied"),
        ("It is wrong to say that Fiji expelled the Samoan consul.", "expelled", "denied"),
        ("It is not false that Malawi sold uranium to Iran.", "sold", "possible"),
        ("It was wrong that Fiji expelled the Samoan consul.", "expelled", "happened"),
        ("It is true that Malawi sold uranium to Iran, said the minister.", "sold", "happened"),
        ("Reports that Malawi had sold uranium to Iran are not true, said the minister.", "sold", "denied"),
        ("Reports that Malawi had sold uranium to Iran turned out to be false.", "sold", "denied"),
        ("Reports that Malawi had sold uranium to Iran proved true.", "sold", "happened"),
        ("A minister in Windhoek scoffed at suggestions that Namibia had invaded Angola.", "invaded", "denied"),
        ("Oman waved away claims that it had armed the Houthis.", "armed", "denied"),
        ("Norway did not brush aside reports that it had expelled the Russian consul.", "expelled", "possible"),
        ("Lima laughed off a report of an attack on Chile by its troops.", "attack", "denied"),
    ],
)
def test_what_is_said_not_to_be_so(reader: Reader, text: str, trigger: str, status: str) -> None:
    assert statuses(reader, text)[trigger] == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The treaty was signed by Kenya and ratified by neither Uganda nor Tanzania.", "ratified", "denied"),
        ("Peru sent aid to neither Chile nor Bolivia.", "sent", "denied"),
        ("Peru sent aid to Chile with no delay.", "sent", "happened"),
        ("The rebels freed the engineers whom Nigeria had accused them of killing.", "killing", "possible"),
    ],
)
def test_what_nobody_did_and_what_is_charged(reader: Reader, text: str, trigger: str, status: str) -> None:
    assert statuses(reader, text)[trigger] == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("At no point did Venezuela ask Cuba for troops.", "ask", "denied"),
        ("Under no circumstances will Finland hand over the refugees to Russia.", "hand", "denied"),
        ("The report does not say that Iran attacked the ship.", "attacked", "possible"),
        ("Nowhere does the report say that Iran attacked the ship.", "attacked", "possible"),
        ("Congo suspects, but cannot prove, that Rwanda shelled the camp.", "shelled", "possible"),
        ("The claim that Uganda armed the rebels has never been proven.", "armed", "possible"),
        ("A report that Chad had shelled the town remains unproven.", "shelled", "possible"),
        ("As if Turkey had invaded Cyprus again, Athens put its army on alert.", "invaded", "conditional"),
        ("Belarus behaved as though Lithuania had declared war on it.", "declared", "conditional"),
        ("It looks as if Russia has attacked Georgia.", "attacked", "possible"),
        ("The so-called invasion of Moldova was a drill.", "invasion", "possible"),
        ("What Libya has not done is hand over the suspects to Italy.", "hand", "denied"),
        ("What Libya did was hand over the suspects to Italy.", "hand", "happened"),
        ("Kenya all but invaded Somalia.", "invaded", "denied"),
        ("Jordan has all but severed relations with Syria.", "severed", "ongoing"),
        ("Oslo has long resisted calls to arm Ukraine.", "arm", "called_for"),
    ],
)
def test_what_is_not_shown_as_done(reader: Reader, text: str, trigger: str, status: str) -> None:
    assert statuses(reader, text)[trigger] == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # What nobody is named to tell, and nobody has shown, may be so.
        ("Kenya is investigating claims that Ugandan soldiers burned three villages.", "burned", "possible"),
        ("Prosecutors in Lima opened a probe into reports that Chile shot a fisherman.", "shot", "possible"),
        ("Amid reports that Chad had shelled the port, Niger closed the border.", "shelled", "possible"),
        ("There are growing signs that Oman armed the rebels.", "armed", "possible"),
        # Whose claim it is, and who confirms it, says so.
        ("Uganda's claim that Kenya shelled the port angered the president.", "shelled", "happened"),
        ("Claims by Kenya that Uganda shelled the port were repeated on Monday.", "shelled", "happened"),
        ("A UN report that Chad had shelled the port was read out.", "shelled", "happened"),
        ("Peru's army confirmed reports that Chile had shelled the port.", "shelled", "happened"),
        ("Kenya made claims that Uganda had shelled the port.", "shelled", "happened"),
        ("Chad repeated a claim that Niger has rejected.", "rejected", "happened"),
        ("Chad read out the report it published in May.", "published", "happened"),
    ],
)
def test_hearsay_may_be_so(reader: Reader, text: str, trigger: str, status: str) -> None:
    assert statuses(reader, text)[trigger] == status
