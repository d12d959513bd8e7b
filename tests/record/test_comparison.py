"""Two documents compared: shared events with their differences, and what each leaves out."""

from legation.reading.claim import Modifier
from legation.record.comparison import compare_documents
from legation.record.event import make_event
from tests.builders import CHILE, KENYA
from tests.relations.builders import happen, tell

HERE = tell(
    "Kenya sent Chile 100 tents.", "AID", "sent", ((KENYA,), (CHILE,)), number=("100 tents", 100, Modifier.EXACTLY)
)
THERE = tell("Kenya may have sent Chile tents.", "AID", "sent", ((KENYA,), (CHILE,)), status="possible")
ONLY = happen("Kenya praised Chile.", "SUPPORT", "praised", ((KENYA,), (CHILE,)))


def test_both_accounts_of_one_event_stand_side_by_side() -> None:
    found = compare_documents(HERE.document_id, THERE.document_id, [make_event([HERE, THERE])])
    (shared,) = found.shared
    fields = {item.field: (bool(item.here), bool(item.there)) for item in shared.differences}
    assert fields == {"status": (True, True), "number": (True, False)}


def test_what_one_leaves_out_is_listed() -> None:
    other = ONLY.accounts[0].document_id
    found = compare_documents(HERE.document_id, other, [make_event([HERE]), ONLY])
    assert (found.shared, [event.type for event in found.only_here]) == ((), ["AID"])
    assert found.only_there == (ONLY,)
