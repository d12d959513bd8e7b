"""Sentence → events: writes, for each text, the events the reader finds in it, most salient first.

    python -m benchmarks.gsr --data FILE.jsonl --out OUT

FILE holds {"id", "text"} a line; OUT gets {"id", "events": [{"event", "source", "target"}]} a line, each party with
its text and the ISO 3166 alpha-3 code of the state it belongs to, or IGO/NGO.
"""

import argparse
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.common import UNCODED, coded_type, plain_document, progress
from legation.reading.claim import Claim, Mention, Reading
from legation.reading.reader import load_reader


def main() -> None:
    """Read each text and write its events."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    reader = load_reader()
    rows = [json.loads(line) for line in args.data.read_text(encoding="utf-8").splitlines() if line.strip()]
    with args.out.open("w", encoding="utf-8") as out:
        for row in progress(rows, "texts"):
            events = events_of(reader.read(plain_document(row["text"])))
            out.write(json.dumps({"id": row["id"], "events": events}, ensure_ascii=False) + "\n")


def events_of(reading: Reading) -> list[dict[str, Any]]:
    """Return the coded events of a reading, the most salient first, each once."""
    mentions = {mention.id: mention for mention in reading.mentions}
    found: dict[str, dict[str, Any]] = {}
    for claim in sorted(reading.claims, key=lambda claim: salience(claim, mentions), reverse=True):
        if claim.type in UNCODED:
            continue
        event = {
            "event": coded_type(claim),
            "source": parties(claim.agents, mentions),
            "target": parties(claim.recipients, mentions),
        }
        found.setdefault(
            json.dumps({**event, "source": codes(event["source"]), "target": codes(event["target"])}), event
        )
    return list(found.values())


def salience(claim: Claim, mentions: Mapping[str, Mention]) -> tuple[bool, bool, float, int]:
    """Rank a claim: two coded parties, then one, then the surest word, then the first in the text."""
    source, target = codes(parties(claim.agents, mentions)), codes(parties(claim.recipients, mentions))
    return bool(source), bool(target), claim.score, -claim.trigger.start


def parties(ids: Iterable[str], mentions: Mapping[str, Mention]) -> list[dict[str, str | None]]:
    """Return text and code of each mention."""
    found = [mentions[key] for key in ids]
    return [{"text": m.text, "code": m.actor.country if m.actor else None} for m in found]


def codes(found: Iterable[Mapping[str, str | None]]) -> list[str]:
    """Return the codes of parties, sorted, each once."""
    return sorted({party["code"] for party in found if party["code"]})


if __name__ == "__main__":
    main()
