"""Zones: what each line is for."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.documents.assemble import document_from_text
from legation.documents.document import ZoneKind
from legation.documents.facts import Fact
from legation.documents.zones import find_zones, survey
from tests.documents.builders import PARAGRAPHS, STORY

BODY = "\n\n".join(PARAGRAPHS)
K = ZoneKind


def zones(text: str) -> list[tuple[str, str]]:
    """Return kind and words of each zone."""
    return [(zone.kind.value, zone.span.of(text)) for zone in find_zones(text)]


def kind_of(line: str, text: str) -> str:
    """Return the kind of the zone a line stands in."""
    place = text.index(line)
    return next(zone.kind.value for zone in find_zones(text) if zone.span.start <= place < zone.span.end)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ana Osorio", "byline"),
        ("BY ANA OSORIO, JUAN DEL RÍO [ana@wire.example]", "byline"),
        ("By Ana Osorio and Juan van der Berg, Andes Wire", "byline"),
        ("Published: 3 March 2026, 09:30 Updated: 3 March 2026, 10:15", "byline"),
        ("Tuesday, 3 March 2026", "byline"),
        ("Last modified on Tue 3 Mar 2026 10.15 GMT", "byline"),
        ("from Andes Quarterly", "byline"),
        ("FOR IMMEDIATE RELEASE", "boilerplate"),
        ("Opinion", "boilerplate"),
        ("Share this article on Facebook", "boilerplate"),
        ("Skip to main content", "boilerplate"),
        ("Ministers at the crossing on Monday. [YONHAP]", "caption"),
        ("The crossing, seen from the Chilean side. Photo: Juan Río/Andes Images", "caption"),
        ("The two ministers shake hands in Arica (April 5, 2019).", "caption"),
    ],
)
def test_lines_above_the_body(line: str, kind: str) -> None:
    text = f"Border to reopen in May\n{line}\n\n{BODY}"
    assert kind_of(line, text) == kind
    assert kind_of(PARAGRAPHS[0], text) == "body"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(Reporting by Ana Osorio in Lima; Editing by Juan Río)", "byline"),
        ("Ana Osorio and Juan Río contributed reporting.", "byline"),
        ("with the Andes Daily News", "byline"),
        ("Source: Andes Wire", "byline"),
        ("— Andes Wire", "byline"),
        ("© 2026 Andes Media Group. All rights reserved.", "boilerplate"),
        ("To write comments, please log in to your account.", "boilerplate"),
        ("Comment rules (0/250자)", "boilerplate"),
        ("12 comments", "boilerplate"),
        ("Sign up for our weekly newsletter", "boilerplate"),
        ("Follow Ana Osorio on Twitter @anaosorio", "boilerplate"),
        ("Read more: Traders welcome the accord", "boilerplate"),
        ("This website uses cookies to improve your visit.", "boilerplate"),
        ("This article was written in Spanish and translated by Ana Osorio.", "boilerplate"),
        ("Translated by Ana Osorio", "boilerplate"),
        ("This work is licensed under a Creative Commons Attribution 4.0 International License.", "licence"),
        ("Creative Commons: Some rights reserved.", "licence"),
        ("Correction: An earlier version of this article gave a wrong date for the floods.", "correction"),
        ("An earlier version of this story misspelled the name of the minister.", "correction"),
        ("This article has been updated with a comment from the ministry.", "correction"),
        ("(pm/ao)", "byline"),
        ("ENDS", "boilerplate"),
    ],
)
def test_lines_below_the_body(line: str, kind: str) -> None:
    text = f"Border to reopen in May\n\n{BODY}\n{line}"
    assert kind_of(line, text) == kind
    assert kind_of(PARAGRAPHS[2], text) == "body"


@pytest.mark.parametrize(
    "sentence",
    [
        "By Friday the troops had left the valley, and the road was open again, the two ministries said.",
        "The film has been updated twice since the war, and its makers say that nobody has complained about it.",
        "Share prices in Lima fell on Tuesday.",
        "More talks will follow.",
        "Follow the money, the old minister liked to say to the young reporters who came to see him in Arica.",
        "Reporting by the state media was thin.",
        "He read more into the letter than it said.",
        "Photographs showed the two ministers at the crossing with the officers of both border guards behind them.",
        "The accord contributed to the recovery of trade between the two states.",
        "Correct or not, the figure was cited in both capitals.",
        "“We will not be the first to close the crossing,” she said.",
        "The treaty, translated into Quechua, was read out at the crossing.",
        "From Lima to Santiago, officials were careful not to sound triumphant about it.",
        "Some rights of passage remain in dispute.",
        "The UN said: “We welcome this step.”",
        "Copies of the accord were sent to the Organization of American States.",
    ],
)
def test_sentences_stay_in_the_body(sentence: str) -> None:
    for text in (f"{BODY}\n\n{sentence}\n\n{BODY}", f"Border to reopen in May\n\n{BODY}\n\n{sentence}"):
        assert kind_of(sentence, text) == "body"


def test_first_line_with_a_date_and_the_headline() -> None:
    text = f" date 2026-03-03 Border to reopen in May. What comes next?\n{BODY}"
    assert zones(text)[:2] == [("byline", "date 2026-03-03"), ("title", "Border to reopen in May. What comes next?")]


@pytest.mark.parametrize(
    "head",
    [
        "Title: Talks open in Accra\nDate: 2026-03-03\nOutlet: Volta Herald",
        "Source: Volta Herald\nPublished: 3 March 2026\nHeadline: Talks open in Accra",
    ],
)
def test_labels_name_title_date_and_outlet(head: str) -> None:
    found = survey(f"{head}\n\n{BODY}")
    facts = {fact.field: fact.value for fact in found.facts if isinstance(fact, Fact)}
    assert facts == {"title": "Talks open in Accra", "published": "2026-03-03", "outlet": "Volta Herald"}
    assert ("title", "Talks open in Accra") in zones(f"{head}\n\n{BODY}")
    assert zones(f"{head}\n\n{BODY}")[-1] == ("body", BODY)


def test_the_outlet_stands_behind_a_bar_in_the_title() -> None:
    text = f"Cambodia denies shelling border | The Mekong Post\n\n{BODY}\n"
    document = document_from_text(text)
    assert (document.title, document.outlet) == ("Cambodia denies shelling border", "The Mekong Post")
    assert [(zone.kind, zone.span.of(text)) for zone in document.zones[:2]] == [
        ("title", "Cambodia denies shelling border"),
        ("byline", " | The Mekong Post"),
    ]


def test_a_section_behind_a_bar_is_part_of_the_title() -> None:
    text = f"Cambodia denies shelling border | Opinion\n\n{BODY}\n"
    assert document_from_text(text).title == "Cambodia denies shelling border | Opinion"


def test_topic_lists_take_the_short_lines_below() -> None:
    text = f"{PARAGRAPHS[0]}\n\nMore on:\n\nPeru\n\nBorder disputes\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}"
    assert [kind for kind, _ in zones(text)] == ["body", "boilerplate", "boilerplate", "boilerplate", "body"]
    assert [fact.value for fact in survey(text).facts if getattr(fact, "field", "") == "topics"] == [
        "Peru",
        "Border disputes",
    ]


def test_link_lists_take_headlines_but_no_sentences() -> None:
    text = f"{BODY}\nRelated articles\nTraders welcome the accord\nFloods shut the crossing\n{PARAGRAPHS[1]}"
    assert kind_of("Floods shut", text) == "boilerplate"
    assert zones(text)[-1] == ("body", PARAGRAPHS[1])


def test_a_byline_without_a_name_gives_its_day() -> None:
    text = f"Border to reopen in May\n\nBy our Andes desk | 12 March 2026\n\n{BODY}"
    assert zones(text)[1] == ("byline", "By our Andes desk | 12 March 2026")
    assert [fact.value for fact in survey(text).facts if getattr(fact, "field", "") == "published"] == ["2026-03-12"]


def test_repeated_title_and_caption() -> None:
    caption = "Ministers meet at the crossing near Arica (April 5, 2019)."
    text = (
        f"Border to reopen in May\nfrom Andes Quarterly\n\nBorder to reopen in May\n\nThe accord ends a long dispute.\n"
        f" {caption}\n{caption} Juan Río, Office of the Presidency\n\n{BODY}"
    )
    assert [kind for kind, _ in zones(text)] == [
        *("title", "byline", "boilerplate", "deck", "caption", "boilerplate", "body")
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "LIMA, March 3 (Andes Wire) — ",
        "LIMA (AP) — ",
        "LIMA -- ",
        "LIMA/SANTIAGO, March 3 (Reuters) - ",
        "ARICA, Chile (AP)_ ",
        "Lima, March 3 (Andes Wire) -- ",
        "LIMA, March 3, 2026 — ",
        "Lima/Arica, 3 Mar 2026 (Andes Wire).- ",
        "SAN JOSE DE MAIPO, Chile, 3 March (Wire) – ",
    ],
)
def test_dateline_is_split_from_the_first_sentence(dateline: str) -> None:
    text = f"Border to reopen in May\n\n{dateline}{BODY}"
    assert zones(text)[1:] == [("byline", dateline.strip()), ("body", BODY)]


@pytest.mark.parametrize("start", ["US-led patrols, which ", "UN - the world body - ", "UPDATE: ", "NATO: a history. "])
def test_capitals_alone_are_no_dateline(start: str) -> None:
    text = f"{start}{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}"
    assert all(kind != "byline" for kind, _ in zones(text))


def test_release_head_with_office_and_date() -> None:
    text = f"Ministry of Foreign Affairs\nFOR IMMEDIATE RELEASE\n3 March 2026\nReadout of the talks with Chile\n{BODY}"
    assert [kind for kind, _ in zones(text)] == ["byline", "boilerplate", "byline", "title", "body"]


def test_the_head_of_a_live_blog_gives_its_date() -> None:
    text = f"Border talks: live\nLIVE 14:32 GMT, 26 October 2025\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"
    assert str(document_from_text(text).published).startswith("2025-10-26")


def test_live_blog_stamps() -> None:
    text = f"Border talks: live\n{PARAGRAPHS[0]}\n10:45 GMT\n{PARAGRAPHS[1]}\n9:30 a.m.\n{PARAGRAPHS[2]}"
    assert [kind for kind, _ in zones(text)] == ["title", "body", "byline", "body", "byline", "body"]


def test_a_date_that_heads_events_stays_in_the_body() -> None:
    text = "\n".join([*PARAGRAPHS, *PARAGRAPHS, "June 2018", PARAGRAPHS[0], "March 3, 2026", PARAGRAPHS[1]])
    assert zones(text) == [("body", text)]


def test_one_sentence_is_body() -> None:
    assert zones("Peru accused Chile of closing the crossing.") == [
        ("body", "Peru accused Chile of closing the crossing.")
    ]
    assert zones("") == zones(" \n ") == []


@pytest.mark.parametrize(
    ("head", "kinds", "outlet", "published"),
    [
        (
            ["Border to reopen in May", "Juan Río in Lima", "Tue 3 Mar 2026 10.15 GMT"],
            "title byline byline",
            None,
            True,
        ),
        (
            [
                "Border to reopen in May",
                "Published",
                "3 March 2026",
                "Share",
                "Juan Río",
                "South America correspondent, Lima",
            ],
            "title byline byline boilerplate byline byline",
            None,
            True,
        ),
        (["Border to reopen in May", "ANDES NEWS - Mar 3, 2026 - 19:03 | World, All"], "title byline", None, True),
        (
            ["Border to reopen in May", "Source: Andes Wire | 2026-03-03 19:03:15 | Editor: ana"],
            "title byline",
            "Andes Wire",
            True,
        ),
        (
            ["Telephone call with the president", "March 3, 2026", "15:30", "The Palace, Lima"],
            "title byline byline byline",
            None,
            True,
        ),
        (
            [
                "SC/15000",
                "3 March 2026",
                "Security Council",
                "Press Release",
                "Security Council Statement on the Border",
            ],
            "boilerplate byline byline boilerplate title",
            "Security Council",
            True,
        ),
        (
            ["Letter dated 3 March 2026 from the Permanent Representative of Peru to the United Nations"],
            "title",
            None,
            True,
        ),
        (
            ["Border to reopen in May", "By Ana Osorio, CNN", "2 min read", "Lima CNN —"],
            "title byline boilerplate byline",
            "CNN",
            False,
        ),
        (["# Border to reopen in May", "*By Ana Osorio* | **March 3, 2026**"], "title byline", None, True),
        (
            ["Opinion", "Border to reopen in May", "Two states, one road", "By Ana Osorio"],
            "boilerplate title deck byline",
            None,
            False,
        ),
    ],
)
def test_heads_of_many_outlets(head: list[str], kinds: str, outlet: str | None, published: bool) -> None:
    text = "\n".join([*head, *PARAGRAPHS])
    assert [kind for kind, _ in zones(text)] == [*kinds.split(), "body"]
    facts = {getattr(fact, "field", ""): getattr(fact, "value", None) for fact in survey(text).facts}
    assert facts.get("outlet") == outlet
    assert str(facts.get("published", "")).startswith("2026-03-03") is published


@pytest.mark.parametrize("token", ["A-A ", "Aa Bb ", "A/A-", "A, ", "News | ", "by A and ", "of A of ", "/A-A"])
def test_no_line_takes_long(token: str) -> None:
    find_zones(STORY)
    start = time.monotonic()
    find_zones("\n".join(["Border to reopen", (token * 400)[:1290], *PARAGRAPHS]))
    assert time.monotonic() - start < 0.5


LINES = st.sampled_from(
    [
        *PARAGRAPHS,
        "",
        " ",
        "More on:",
        "Peru",
        "By Ana Osorio",
        "3 March 2026",
        "Related articles",
        "Border to reopen",
        "date 2026-03-03 Border to reopen",
        "LIMA (AP) — Peru and Chile met.",
        "Photo: Ana Osorio",
        "12 comments",
        "Correction: the date was wrong.",
        "CC BY 4.0",
        "© 2026 Wire",
        "10:45 GMT",
        "\r",
        "\u2028",
        "(Reporting by X)",
    ]
)


@given(st.lists(LINES | st.text(max_size=50), max_size=14), st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]))
def test_zones_cover_the_text_in_order(lines: list[str], end: str) -> None:
    text = end.join(lines)
    at = 0
    for zone in find_zones(text):
        assert not text[at : zone.span.start].strip()
        assert zone.span.start >= at
        words = zone.span.of(text)
        assert words == words.strip() != ""
        at = zone.span.end
    assert not text[at:].strip()


@given(st.text())
def test_any_text_has_zones_for_all_its_words(text: str) -> None:
    covered = "".join(zone.span.of(text) for zone in find_zones(text))
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", text)
