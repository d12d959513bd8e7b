"""Event type of a sentence for a given pair: writes one PLOVER root for each row.

    python -m benchmarks.plv --data FILE.tsv --out OUT [--frames-only]

FILE has the columns `uid sentence marked_sentence source target` (others may be there); OUT gets {"uid", "root"} a
line, CONCEDE and RETREAT folded to YIELD. With --frames-only the lexicon alone decides, without the trained arbiter.
"""

import argparse
import csv
import json
import re
from pathlib import Path

from benchmarks.common import plain_document, progress
from legation.documents.span import Span
from legation.reading.pairs import describe_pair, list_phrases, view_pair
from legation.reading.pairtypes import TypeArbiter, load_type_arbiter
from legation.reading.parse.passages import parse_passages
from legation.reading.parse.trees import grow_trees
from legation.reading.reader import Reader, load_reader


def main() -> None:
    """Label each row and write the labels."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--frames-only", action="store_true")
    args = ask.parse_args()
    arbiter = None if args.frames_only else load_type_arbiter()
    reader = load_reader()
    csv.field_size_limit(10**9)
    with args.data.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    with args.out.open("w", encoding="utf-8") as out:
        for row in progress(rows, "rows"):
            text, pair = unmark(row["marked_sentence"])
            out.write(json.dumps({"uid": row["uid"], "root": label(reader, text, pair, arbiter)}) + "\n")


def unmark(marked: str) -> tuple[str, dict[str, Span]]:
    """Return the sentence without its <s> and <t> marks, and where source and target stand in it."""
    text, starts, pair = "", {}, {}
    for piece in re.split(r"(</?[st]>)", marked):
        if piece in ("<s>", "<t>"):
            starts[piece[1]] = len(text)
        elif piece in ("</s>", "</t>"):
            low = starts.get(piece[2])
            if low is not None and low < len(text):
                pair.setdefault(piece[2], Span(low, len(text)))
        else:
            text += piece
    return text, pair


def label(reader: Reader, text: str, pair: dict[str, Span], arbiter: TypeArbiter | None) -> str | None:
    """Return the root that the arbiter gives the pair, or without one what the frames say.

    None, an abstention, if there is no arbiter and no word of the text opens a frame.
    """
    trees = grow_trees(parse_passages(plain_document(text), reader.nlp), reader.lemmatizer)
    view = view_pair(text, pair, trees, reader.rules)
    if arbiter is None:
        return view.framed
    return arbiter.decide(describe_pair(view, reader.rules), list_phrases(view), view.framed).type


if __name__ == "__main__":
    main()
