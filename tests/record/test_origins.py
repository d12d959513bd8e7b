"""Copies, quotations and handed-out statements count once; each origin says why it is one."""

import pytest
from sqlalchemy import Engine

from legation.documents.document import Document
from legation.documents.grounds import Because, Ground, read_ground
from legation.reading.claim import ActorRef, ActorType, Reading
from legation.record import view
from legation.record.check import find_faults
from legation.record.event import Event
from legation.record.origin import Origin, OriginKind, unite
from legation.record.session import reading
from tests.builders import CHILE, PERU, ReadingBuilder, make_document
from tests.record.test_record import keep

YONHAP = ActorRef("yonhap", "Yonhap", ActorType.MEDIA, "KOR")
MINISTRY = ActorRef("peru-mfa", "Ministry of Foreign Affairs", ActorType.ORGAN, "PER")
FILLER = (
    "The tents are meant for families in the northern valleys, where the rivers have risen since the new year. "
    "Roads are closed and the army has flown in food, while schools serve as shelters for the time being."
)


def aid(text: str, speaker: ActorRef | None = None, **fields: object) -> Reading:
    """Return a reading of Peru's sending tents, on the word of a speaker named in the text."""
    document: Document = make_document(f"{text} {fields.pop('filler', '')}".strip(), **fields)
    builder = ReadingBuilder(document)
    ids = [builder.mention(actor.name, actor) for actor in (PERU, CHILE)]
    time = builder.time("3 February 2026", "2026-02-03", "2026-02-04")
    said = None
    if speaker:
        said = builder.attribution(speaker.name, "said", "Peru", builder.mention(speaker.name, speaker))
    builder.claim(
        "AID", "sent", ids[:1], ids[1:], theme="tents", item="goods", time=time, attribution=said, evidence=text
    )
    return builder.build()


PLAIN = aid("Peru sent Chile tents on 3 February 2026.", outlet="Courier", filler=FILLER)
COPY = aid("Peru sent Chile tents on 3 February 2026.", outlet="Gazette", filler=f"{FILLER} More follows.")
OWN = aid("On 3 February 2026 Peru sent tents, Chile being in need of them.", outlet="Herald")
QUOTES = [
    aid("Yonhap said Peru sent tents to Chile on 3 February 2026.", YONHAP, outlet="Ledger"),
    aid("Peru sent Chile the tents on 3 February 2026, Yonhap said in the evening.", YONHAP, outlet="Mail"),
]
AGENCY = aid("Peru has sent tents by air to Chile on 3 February 2026, it was seen.", outlet="Yonhap")
RELEASES = [
    aid(f"The Ministry of Foreign Affairs said in a statement that Peru sent tents to Chile on 3 February 2026{end}",
        MINISTRY, outlet=outlet)
    for end, outlet in ((".", "Star"), (" as promised.", "Sun"))
]  # fmt: skip
CASES = [
    ("a copy", [PLAIN, COPY], 1),
    ("a report of its own", [PLAIN, OWN], 2),
    ("two quote one agency", QUOTES, 1),
    ("the agency and who quotes it", [AGENCY, QUOTES[0]], 1),
    ("one statement handed to two", RELEASES, 1),
    ("all together", [PLAIN, COPY, OWN, *QUOTES, AGENCY, *RELEASES], 4),
]


def the_event(engine: Engine) -> Event:
    with reading(engine) as session:
        assert list(find_faults(session)) == []
        (event,) = view.dyad_events(session, "PER", "CHL")
    return event


@pytest.mark.parametrize(("readings", "origins"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_has_one_origin_counts_once(engine: Engine, readings: list[Reading], origins: int) -> None:
    for item in reversed(readings):
        keep(engine, [item])
    event = the_event(engine)
    assert (len(event.documents), len(event.origins)) == (len(readings), origins)


def test_each_origin_says_why(engine: Engine) -> None:
    keep(engine, [COPY, PLAIN, *QUOTES, *RELEASES])
    reasons = {account.origin.kind: account.origin.reason for account in the_event(engine).accounts}
    assert reasons.pop(OriginKind.OWN) is None
    because = {kind: read_ground(str(kept)) for kind, kept in reasons.items()}
    copied = because.pop(OriginKind.COPY)
    assert copied is not None
    assert (copied.ground, copied.values.keys()) == (Ground.SHARED, {"share", "source"})
    assert because == {
        OriginKind.QUOTATION: Because(Ground.QUOTED, {"name": "Yonhap"}),
        OriginKind.RELEASE: Because(Ground.RELEASED, {"name": "Ministry of Foreign Affairs"}),
    }


@pytest.mark.parametrize(
    ("origins", "groups"),
    [
        ([Origin("a"), Origin("b")], [[0], [1]]),
        ([Origin("a"), Origin("b"), Origin("a")], [[0, 2], [1]]),
        ([Origin("a", wording="w"), Origin("b", wording="w")], [[0, 1]]),
        ([Origin("a", issuer="kcna"), Origin("b", issuer="kcna")], [[0], [1]]),
        ([Origin("a", issuer="kcna"), Origin("from:kcna", OriginKind.QUOTATION, "", "kcna")], [[0, 1]]),
    ],
)
def test_origins_are_united_by_what_they_share(origins: list[Origin], groups: list[list[int]]) -> None:
    assert unite(origins) == groups
