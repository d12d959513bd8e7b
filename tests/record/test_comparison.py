"""Two documents compared: shared events with their differences, what each leaves out, and headlines apart."""

from dataclasses import replace
from typing import Any

import pytest

from legation.documents.document import Document, Zone, ZoneKind
from legation.documents.span import Span
from legation.reading.claim import Modifier
from legation.record.comparison import compare_documents, is_retold
from legation.record.event import Account, Evidence, make_event
from tests.builders import CHILE, KENYA, PERU, find, make_document
from tests.relations.builders import BORIC, RUTO, happen, on, tell

HERE = tell(
    "Kenya sent Chile 100 tents.", "AID", "sent", ((KENYA,), (CHILE,)), number=("100 tents", 100, Modifier.EXACTLY)
)
THERE = tell("Kenya may have sent Chile tents.", "AID", "sent", ((KENYA,), (CHILE,)), status="possible")
ONLY = happen("Kenya praised Chile.", "SUPPORT", "praised", ((KENYA,), (CHILE,)))


def document_of(account: Account) -> Document:
    return make_document(account.evidence.quote)


def test_both_accounts_of_one_event_stand_side_by_side() -> None:
    found = compare_documents(document_of(HERE), document_of(THERE), [make_event([HERE, THERE])])
    (shared,) = found.shared
    fields = {item.field: (bool(item.here), bool(item.there)) for item in shared.differences}
    assert fields == {"status": (True, True), "number": (True, False)}


def test_what_one_leaves_out_is_listed() -> None:
    found = compare_documents(document_of(HERE), document_of(ONLY.accounts[0]), [make_event([HERE]), ONLY])
    assert (found.shared, [side.event.type for side in found.only_here]) == ((), ["AID"])
    assert [side.event for side in found.only_there] == [ONLY]


# --- headlines -------------------------------------------------------------------------------------------------------


def headed(title: str, body: str) -> Document:
    """Return a report with a headline over one paragraph."""
    text = f"{title}\n\n{body}"
    zones = (Zone(ZoneKind.TITLE, Span(0, len(title))), Zone(ZoneKind.BODY, find(text, body)))
    return make_document(text, zones=zones)


def told_in(document: Document, account: Account, claim_id: str) -> Account:
    """Return an account as it stands in a document that has its sentence."""
    sentence = find(document.text, account.evidence.quote)
    trigger = find(document.text, account.claim.trigger.of(account.evidence.quote), sentence.start)
    claim = replace(account.claim, id=claim_id, trigger=trigger, evidence=sentence)
    evidence = Evidence(document.id, sentence, account.evidence.quote, "by hand")
    return replace(account, key=f"{document.id[7:19]}.{claim_id}", claim=claim, evidence=evidence)


SIDES = ((KENYA,), (CHILE,))
FIRST = headed("Kenya sends tents to Chile", "Kenya sent Chile 100 tents.")
SECOND = headed("Tents for Chile sent by Kenya", "Kenya may have sent Chile tents.")
TITLES = (
    told_in(FIRST, tell("Kenya sends tents to Chile", "AID", "sends", SIDES), "c1"),
    told_in(SECOND, tell("Tents for Chile sent by Kenya", "AID", "sent", SIDES), "c1"),
)
BODIES = (told_in(FIRST, HERE, "c2"), told_in(SECOND, THERE, "c2"))


def test_a_report_speaks_by_its_text_not_by_its_headline() -> None:
    (shared,) = compare_documents(FIRST, SECOND, [make_event([*TITLES, *BODIES])]).shared
    assert (shared.here, shared.there) == ((BODIES[0], TITLES[0]), (BODIES[1], TITLES[1]))
    assert {item.field: (item.here, item.there) for item in shared.differences} == {
        "status": BODIES,
        "number": (BODIES[0], None),
    }


def test_what_the_headline_alone_states_is_stated() -> None:
    counted = tell("Kenya sends 9 tents to Chile", "AID", "sends", SIDES, number=("9 tents", 9, Modifier.EXACTLY))
    report = headed("Kenya sends 9 tents to Chile", "Kenya may have sent Chile tents.")
    ours = told_in(report, counted, "c1"), told_in(report, THERE, "c2")
    (shared,) = compare_documents(FIRST, report, [make_event([BODIES[0], *ours])]).shared
    assert {item.field: item.there for item in shared.differences} == {"status": ours[1], "number": ours[0]}


def test_headlines_are_no_pair_where_both_texts_tell_the_same() -> None:
    alone = make_event([TITLES[0], replace(TITLES[1], claim=replace(TITLES[1].claim, status=BODIES[1].claim.status))])
    apart = [make_event([BODIES[0]]), make_event([BODIES[1]])]
    found = compare_documents(FIRST, SECOND, [alone, *apart])
    assert (found.shared, [side.accounts for side in found.only_here]) == ((), [(BODIES[0],)])


def test_a_headline_stands_where_the_text_tells_nothing_of_it() -> None:
    found = compare_documents(FIRST, SECOND, [make_event([TITLES[0], TITLES[1]])])
    assert [(shared.here, shared.there) for shared in found.shared] == [(TITLES[:1], TITLES[1:])]


@pytest.mark.parametrize(
    ("above", "below", "same"),
    [
        (("Ruto visits Peru", "CONSULT", "visits", ((RUTO,), (PERU,))),
         ("Kenya received Peru.", "CONSULT", "received", ((PERU,), (KENYA,))), True),
        (("Peru criticises Kenya", "ACCUSE", "criticises", ((PERU,), (KENYA,))),
         ("Peru criticised Ruto.", "ACCUSE", "criticised", ((PERU,), (RUTO,))), True),
        (("Peru criticises Kenya", "ACCUSE", "criticises", ((PERU,), (KENYA,))),
         ("Kenya criticised Peru.", "ACCUSE", "criticised", ((KENYA,), (PERU,))), False),
        (("Boric aids Kenya", "AID", "aids", ((BORIC,), (KENYA,))),
         ("Chile aided Peru.", "AID", "aided", ((CHILE,), (PERU,))), False),
        (("Chile shells Peru", "ASSAULT", "shells", ((CHILE,), (PERU,))),
         ("Chile criticised Peru.", "ACCUSE", "criticised", ((CHILE,), (PERU,))), False),
    ],
)  # fmt: skip
def test_a_headline_is_told_again_by_the_same_act_of_the_same(
    above: tuple[Any, ...], below: tuple[Any, ...], same: bool
) -> None:
    assert is_retold(tell(*above), tell(*below)) is same


def test_a_headline_is_not_told_again_as_less_real_or_of_other_days() -> None:
    above = tell(
        "Peru aids Kenya on Monday", "AID", "aids", ((PERU,), (KENYA,)), when=on("2026-05-04", "2026-05-05", "Monday")
    )
    later = tell(
        "Peru aided Kenya on Tuesday",
        "AID",
        "aided",
        ((PERU,), (KENYA,)),
        when=on("2026-05-05", "2026-05-06", "Tuesday"),
    )
    planned = tell("Peru will aid Kenya.", "AID", "aid", ((PERU,), (KENYA,)), status="planned")
    assert not is_retold(above, later)
    assert not is_retold(above, planned)
