"""Marks in a text: pieces put together give the text back, and each knows everything it is part of."""

from hypothesis import given
from hypothesis import strategies as st

from legation.documents.document import Document, Zone, ZoneKind
from legation.documents.span import Span
from legation.web.marking import Mark, cut_paragraphs

TEXT = "Peru sent Chile 200 tents on Monday.\nThe ministry denied it.\n"
DOCUMENT = Document("sha256:0", TEXT, zones=(Zone(ZoneKind.BODY, Span(0, len(TEXT))),))


def test_overlapping_marks_are_cut_where_they_meet() -> None:
    marks = [Mark(Span(0, 35), "evidence", "c1", "happened"), Mark(Span(5, 9), "trigger", "c1", "happened"),
             Mark(Span(5, 15), "theme", "c2", "denied")]  # fmt: skip
    first = next(cut_paragraphs(DOCUMENT, marks))
    assert [piece.text for piece in first.pieces] == ["Peru ", "sent", " Chile", " 200 tents on Monday", "."]
    sent = first.pieces[1]
    assert sent.roles == ("evidence", "trigger", "theme")
    assert sent.owners == ("c1", "c2")
    assert (sent.link, sent.anchors, sent.status) == ("c1", ("c1",), "happened")


def test_a_mark_over_two_paragraphs_stands_in_both() -> None:
    paragraphs = list(cut_paragraphs(DOCUMENT, [Mark(Span(29, 45), "content", "a1")]))
    assert [piece.text for paragraph in paragraphs for piece in paragraph.pieces if piece.owners] == [
        "Monday.", "The mini",
    ]  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30))))
def test_pieces_give_the_text_back(places: list[tuple[int, int]]) -> None:
    marks = sorted(
        (
            Mark(Span(start, min(start + length, len(TEXT))), "evidence", f"c{n}")
            for n, (start, length) in enumerate(places)
        ),
        key=lambda mark: mark.span,
    )
    paragraphs = list(cut_paragraphs(DOCUMENT, marks))
    assert ["".join(piece.text for piece in one.pieces) for one in paragraphs] == TEXT.splitlines()
    owned = sum(len(piece.text) for one in paragraphs for piece in one.pieces if piece.owners)
    covered = {at for mark in marks for at in range(mark.span.start, mark.span.end) if TEXT[at] != "\n"}
    assert owned == len(covered)
