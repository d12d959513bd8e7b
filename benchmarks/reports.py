"""Salient facts of whole reports: what a reader of an analysis would expect the record to hold.

    python -m benchmarks.reports [--gold DIR] [--errors]

DIR holds a NAME.txt and a NAME.yml for each report; ours are in `tests/gold/reports`, written before the reader was
asked. A fact names its words (`at`, the trigger in brackets), `type`, `by`, `to`, `status`, `time` (null: none is
told) and `source` (absent: the author's word). "a|b" takes either; a party or a time with a "?" may be left out;
`both` are parties that may stand on either side; a code of three capitals is that state, named or by its capital.

A fact is found where a claim's trigger or sentence overlaps its trigger and the type or the agents agree; of several
claims the one that agrees most is taken, each claim once. "whole": type, parties, status and time are right.
"""

import argparse
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from legation.documents.sources import read_document
from legation.documents.span import Span
from legation.lexicon.folding import fold_name
from legation.reading.claim import ActorType, Claim, Mention, Reading
from legation.reading.reader import load_reader

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "reports"
FIELDS = ("type", "agents", "recipients", "status", "time", "source", "whole")
WHOLE = FIELDS[:5]


@dataclass(slots=True)
class Score:
    """Facts expected, found, and right in each field."""

    facts: int = 0
    found: int = 0
    right: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def share(self, name: str) -> float:
        """Return the share of facts that are right in a field, 0.0 to 1.0."""
        return self.right[name] / self.facts if self.facts else 0.0


def main(arguments: list[str] | None = None) -> None:
    """Read the reports and print their scores."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--gold", type=Path, default=GOLD)
    ask.add_argument("--errors", action="store_true", help="also list the facts that are missed or wrong, by field")
    options = ask.parse_args(arguments)
    for name, score in score_reports(options.gold).items():
        if options.errors:
            print("\n".join(score.errors))
        shares = "  ".join(f"{part} {score.share(part):.3f}" for part in FIELDS)
        print(f"{name:20} facts {score.facts}  found {score.found / max(score.facts, 1):.3f}  {shares}")


def score_reports(folder: Path) -> dict[str, Score]:
    """Return the score of each report of a folder, by name, and of all together."""
    reader, scores, whole = load_reader(), {}, Score()
    for file in sorted(folder.glob("*.yml")):
        facts = yaml.safe_load(file.read_text(encoding="utf-8"))["facts"]
        reading = reader.read(read_document(file.with_suffix(".txt")))
        score = scores[file.stem] = score_report(reading, facts)
        whole.facts, whole.found = whole.facts + score.facts, whole.found + score.found
        whole.right += score.right
    return {**scores, "all": whole}


def score_report(reading: Reading, facts: Sequence[Mapping[str, Any]]) -> Score:
    """Return how far a reading holds these facts."""
    score = Score(facts=len(facts))
    pairs = []
    for number, fact in enumerate(facts):
        spot = trigger_of(reading.document.text, fact["at"])
        for claim in reading.claims:
            near = overlaps(spot, claim.trigger)
            if near or overlaps(spot, claim.evidence):
                right = judge(fact, claim, reading)
                pairs.append((sum(right.values()) + 2 * near, number, claim.id, right))
    found: dict[int, Mapping[str, bool]] = {}
    used: set[str] = set()
    for _, number, key, right in sorted(pairs, key=lambda pair: -pair[0]):
        if number not in found and key not in used and (right["type"] or right["agents"]):
            found[number] = right
            used.add(key)
    score.found = len(found)
    for number, fact in enumerate(facts):
        verdict = found.get(number)
        score.right.update(part for part in FIELDS if verdict and verdict[part])
        wrong = [part for part in FIELDS if verdict and not verdict[part]] if verdict else ["missed"]
        if wrong:
            score.errors.append(f"{' '.join(wrong):40} {fact['at']}")
    return score


def trigger_of(text: str, marked: str) -> Span:
    """Return where the bracketed words stand. Raises ValueError unless the whole stretch stands there just once."""
    opened, closed = marked.index("["), marked.index("]")
    plain = marked[:opened] + marked[opened + 1 : closed] + marked[closed + 1 :]
    if text.count(plain) != 1:
        message = f"not just once in the report: {plain}"
        raise ValueError(message)
    start = text.index(plain) + opened
    return Span(start, start + closed - opened - 1)


def overlaps(one: Span, other: Span) -> bool:
    """Tell whether two stretches share a character."""
    return one.start < other.end and other.start < one.end


def judge(fact: Mapping[str, Any], claim: Claim, reading: Reading) -> dict[str, bool]:
    """Return which fields of a claim are as the fact has them."""
    mentions = {mention.id: mention for mention in reading.mentions}
    agents, recipients = ([mentions[key] for key in side] for side in (claim.agents, claim.recipients))
    by, to = ([party for party in fact.get(side, ()) if not party.endswith("?")] for side in ("by", "to"))
    if fact.get("both"):
        who = whom = covers(by + to, [*agents, *recipients])
    else:
        who = covers(by, agents) and (bool(agents) == bool(by) or may_be(fact, agents))
        whom = covers(to, recipients)
    right = {
        "type": claim.type in fact["type"].split("|"),
        "agents": who,
        "recipients": whom,
        "status": claim.status in fact["status"].split("|"),
        "time": is_time(fact.get("time"), claim, reading),
        "source": is_source(fact.get("source"), claim, reading, mentions),
    }
    return right | {"whole": all(right[part] for part in WHOLE)}


def may_be(fact: Mapping[str, Any], agents: Sequence[Mention]) -> bool:
    """Tell whether the agents are all among those that may be left out."""
    left = [one for party in fact.get("by", ()) if party.endswith("?") for one in party.removesuffix("?").split("|")]
    return bool(agents) and all(any(is_party(one, mention) for one in left) for mention in agents)


def covers(wanted: Iterable[str], given: Sequence[Mention]) -> bool:
    """Tell whether every party that is wanted is among those given."""
    return all(any(is_party(one, mention) for one in party.split("|") for mention in given) for party in wanted)


def is_party(wanted: str, mention: Mention) -> bool:
    """Tell whether a mention names a party: a state by its code, anybody else by name."""
    actor = mention.actor
    if re.fullmatch("[A-Z]{3}", wanted):
        return actor is not None and actor.country == wanted and actor.type in (ActorType.STATE, ActorType.PLACE)
    names = {fold_name(mention.text), fold_name(actor.name) if actor else ""}
    return fold_name(wanted) in names


def is_time(value: str | dt.date | None, claim: Claim, reading: Reading) -> bool:
    """Tell whether a claim's days are those of the value, or lie within them; an open end must not be crossed."""
    time = next((time for time in reading.times if time.id == claim.time), None)
    if value is None or time is None:
        return time is None and (value is None or str(value).startswith("..") or str(value).endswith("?"))
    low, high = days_of(str(value).removesuffix("?"))
    if low is None:
        return high is not None and time.to is not None and time.to <= high
    if high is None:
        return time.from_ is not None and time.from_ >= low
    return time.from_ is not None and time.to is not None and low <= time.from_ and time.to <= high


def days_of(value: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the half-open days of "2024-06", "2024-06-18" or "FIRST/LAST", where ".." is an open end."""
    first, _, last = value.partition("/")
    low = None if first == ".." else edge(first, end=False)
    high = None if last == ".." else edge(last or first, end=True)
    return low, high


def edge(value: str, *, end: bool) -> dt.date:
    """Return the first day of a year, month or day, or the day after its last."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return dt.date(parts[0] + end, 1, 1)
    if len(parts) == 2:
        month = parts[1] - 1 + end
        return dt.date(parts[0] + month // 12, month % 12 + 1, 1)
    return dt.date(*parts) + dt.timedelta(days=end)


def is_source(wanted: str | None, claim: Claim, reading: Reading, mentions: Mapping[str, Mention]) -> bool:
    """Tell whether a claim stands on the word of this source; without one, on the author's."""
    made = next((made for made in reading.attributions if made.id == claim.attribution), None)
    if wanted is None or wanted.endswith("?"):
        return made is None or wanted is not None
    if made is None:
        return False
    mention = mentions.get(made.source_mention or "")
    named = {fold_name(made.source_text or "")} | ({fold_name(mention.text)} if mention else set())
    return wanted == "unspecified" or any(
        fold_name(one) in named or (mention is not None and is_party(one, mention)) for one in wanted.split("|")
    )


if __name__ == "__main__":
    main()
