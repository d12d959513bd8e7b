"""The date of publication, worked out from the text."""

import pytest

from legation.documents.assemble import document_from_text
from legation.documents.document import DateSource

FILL = "The two ministers spoke about the border crossing and about the trade that goes over it every year."


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Her 2026 visit to Lima was long planned. Today's visit is the first since the floods.", "2026"),
        ("The talks opened today (March 3, 2026) in Lima.", "2026-03-03"),
        ("The talks opened today, 3 March 2026, in Lima.", "2026-03-03"),
        ("The talks closed yesterday, March 31, 2026.", "2026-04-01"),
        ("The talks will open tomorrow, March 1, 2026.", "2026-02-28"),
        ("Last month (December 2025), the crossing was shut.", "2026-01"),
        ("Last year, in 2025, the crossing was shut.", "2026"),
        ("Trade fell last year (2025), and the 2026 talks are late. Today's talks are the first.", "2026"),
    ],
)
def test_what_the_text_entails(text: str, published: str) -> None:
    document = document_from_text(f"{FILL}\n{text}\n{FILL}")
    assert (document.published, document.published_source) == (published, DateSource.INFERRED)
    assert document.provenance["published"].startswith("inferred: ")


@pytest.mark.parametrize(
    "text",
    [
        "She met the president on Tuesday, her first visit since 2000.",
        "Her 2026 visit was long planned. Her 2019 visit had failed. Today's visit is short.",
        "Her 2026 visit was long planned. Today's talks are short.",
        "“We open the crossing today, March 3, 2026,” the minister wrote at the time.",
        "The accord was signed on March 3, 2026.",
        "The two will meet in May 2027.",
        "Last year, 2025 people crossed the border.",
        "Today (March 3, 2026) the talks opened. Last year (2023) the crossing was shut.",
        "Her 2025 visit is over; today's visit was short. The accord was signed in May 2026.",
    ],
)
def test_what_it_does_not(text: str) -> None:
    assert document_from_text(f"{FILL}\n{text}\n{FILL}").published is None


@pytest.mark.parametrize(
    ("title", "published"),
    [
        ("Foreign Ministry Spokesperson Ana Osorio's Regular Press Conference on May 14, 2025", "2025-05-14"),
        ("Remarks by the Secretary-General at the Opening of the Water Forum, 3 March 2026", "2026-03-03"),
        ("Weekly briefing by the spokeswoman of the ministry, Lima, June 4, 2025", "2025-06-04"),
        ("Transcript of the interview with Minister Osorio (June 4, 2025)", "2025-06-04"),
        ("Statement on the fire in the port on May 3, 2025", None),
        ("Press conference on the border accord of May 3, 2025", None),
        ("Border accord signed on May 3, 2025", None),
        ("Press briefing of May 3, 2025 draws fire", None),
    ],
)
def test_the_day_in_the_title_of_what_was_said(title: str, published: str | None) -> None:
    document = document_from_text(f"{title}\n\n{FILL}\n\n{FILL}")
    assert document.published == published
    assert document.published_source == (DateSource.INFERRED if published else None)


def test_a_dateline_takes_the_year_found_otherwise() -> None:
    text = f"LIMA, March 3 (Andes Wire) — {FILL}\nHer 2026 visit was long planned. Today's visit is the first.\n{FILL}"
    assert document_from_text(text).published == "2026-03-03"
