"""The command that shows why a sentence is read as it is: explain."""

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from legation.cli.context import Place, json_option, make_console, pass_place, print_json
from legation.cli.documents import check_day
from legation.cli.layout import print_indented
from legation.cli.reading import print_claim

if TYPE_CHECKING:
    from legation.documents.document import Document
    from legation.reading.claim import Reading
    from legation.reading.explain import Explanation, Fired, Missed

# A frequent verb opens dozens of frames; people want the nearest, programs get all.
MOST_MISSES = 4


@click.command()
@click.argument("sentence", metavar="SENTENCE|-")
@click.option("--published", callback=check_day, metavar="DATE", help="The day that “today” and “Monday” count from.")
@json_option
@pass_place
def explain(place: Place, sentence: str, published: str | None, as_json: bool) -> None:
    """Show why a sentence is read as it is: its parse, the rules that fired and those that nearly did."""
    from legation.reading.explain import encode_explanation
    from legation.reading.explain import explain as explain_document
    from legation.reading.reader import load_reader

    text = sys.stdin.read() if sentence == "-" else sentence
    if not text.strip():
        raise click.UsageError("there is no sentence: give one in quotation marks, or - to read it from stdin")
    explanation = explain_document(make_document(text, published), load_reader(place.lexicon))
    if as_json:
        print_json([encode_explanation(explanation)])
    else:
        print_explanation(make_console(), explanation)


def make_document(text: str, published: str | None) -> "Document":
    """Return the sentence as a document of one body zone."""
    from legation.documents.document import DateSource, Document, Zone, ZoneKind, content_id
    from legation.documents.span import Span

    zones = (Zone(ZoneKind.BODY, Span(0, len(text))),)
    source = DateSource.OPTION if published else None
    return Document(
        content_id(text.encode("utf-8", "surrogatepass")),
        text,
        published=published,
        published_source=source,
        zones=zones,
    )


def print_explanation(console: Console, explanation: "Explanation") -> None:
    """Print an explanation for people: parse, parts, claims with their rules, near misses."""
    print_section(console, "Parse: word, tag, what it is to which word", parse_lines(explanation))
    print_section(console, "Set right in the parse", list(explanation.repairs))
    print_section(console, "Mentions", mention_lines(explanation.reading))
    print_section(console, "Times", time_lines(explanation.reading))
    print_section(console, "Whose words", attribution_lines(explanation))
    console.print(Text("Claims", style="bold"))
    for fired in explanation.fired:
        print_fired(console, explanation.reading, fired)
    if not explanation.fired:
        print_indented(console, Text("none"), 2)
    console.print()
    print_section(console, "Nearly: frames that made no claim, and why", miss_lines(explanation.missed))
    print_section(console, "Verbs without a frame", list(explanation.frameless))


def print_section(console: Console, heading: str, lines: Sequence[str]) -> None:
    """Print lines under a heading; nothing if there are none."""
    if lines:
        console.print(Text(heading, style="bold"))
        for line in lines:
            print_indented(console, Text(line), 2)
        console.print()


def parse_lines(explanation: "Explanation") -> list[str]:
    """Return the parse as a table, a word a line."""
    words = {word.index: word for word in explanation.words}
    width = min(max((len(word.text) for word in words.values()), default=0), 24)
    return [
        f"{word.index:>3}  {word.text:<{width}}  {word.tag:<5}"
        + (f"{word.relation:<10} ← {word.head} {words[word.head].text}" if word.head in words else word.relation)
        for word in words.values()
    ]


def mention_lines(reading: "Reading") -> list[str]:
    """Return each mention with whom it was taken to name."""
    return [
        f"{m.id}  “{m.text}” ({m.form}): " + (f"{m.actor.id}, {m.actor.name}, {m.actor.type}" if m.actor else "unclear")
        for m in reading.mentions
    ]


def time_lines(reading: "Reading") -> list[str]:
    """Return each time with its value and how it was found."""
    return [
        f"{t.id}  “{t.text}”: {t.value or 'unclear'} [{t.from_ or '…'}, {t.to or '…'}) {t.anchor or ''}".rstrip()
        for t in reading.times
    ]


def attribution_lines(explanation: "Explanation") -> list[str]:
    """Return each attribution with its cue, the cue's entry and what spoke for it."""
    by_id = {attribution.id: attribution for attribution in explanation.reading.attributions}
    lines = []
    for cued in explanation.cued:
        source = by_id[cued.attribution].source_text or "nobody named"
        sure = f", probability {cued.probability:.2f} ({'; '.join(cued.features)})" if cued.probability else ""
        lines.append(f"{cued.attribution}  {source}: cue “{cued.cue}”, {cued.entry or 'by its construction'}{sure}")
    return lines


def print_fired(console: Console, reading: "Reading", fired: "Fired") -> None:
    """Print a claim, the frame behind it, what filled its slots and what set its status."""
    print_claim(console, reading, next(claim for claim in reading.claims if claim.id == fired.claim))
    texts = {mention.id: mention.text for mention in reading.mentions}
    print_indented(console, Text(f"rule     {fired.rule}" + (f" in {fired.file}" if fired.file else "")))
    print_indented(console, Text(f"example  {fired.example}", style="dim"))
    for name, parties in (("agents", fired.agents), ("to", fired.recipients)):
        for party in parties:
            print_indented(console, Text(f"{name:<8} “{texts[party.mention]}” from slot {party.slot}"))
    for reason in fired.status:
        print_indented(console, Text(f"status   {reason}"))


def miss_lines(missed: Sequence["Missed"]) -> list[str]:
    """Return the nearest misses of each word, and how many more there are."""
    return [line for _, group in groupby(missed, key=lambda miss: miss.span) for line in lines_of_word(list(group))]


def lines_of_word(misses: Sequence["Missed"]) -> Iterator[str]:
    """Yield the lines of one word: what held or lacked a single condition, the nearest first."""
    near = [miss for miss in misses if miss.lacking <= 1][:MOST_MISSES]
    for miss in near:
        yield f"“{miss.word}”  {miss.type}  {miss.rule}: {miss.reason}"
    if len(misses) > len(near):
        yield f"“{misses[0].word}”  … {len(misses) - len(near)} more (all of them with --json)"
