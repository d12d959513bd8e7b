"""Finds attributions in a folder of articles, for the attribution benchmark.

    python -m benchmarks.polnear --text DIR --out OUT

Reads DIR/*.txt and writes one JSON object a line: {"doc", "attributions": [{"source", "cue", "content"}]}, each role a
list of [start, end) in characters of the file. That corpus nests no attributions, so none are nested here.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.common import open_text, plain_document, progress
from legation.documents.span import Span
from legation.lexicon.cues import load_cues
from legation.reading.attribution.quotations import find_attributions
from legation.reading.parse.lemmas import load_lemmatizer
from legation.reading.parse.passages import parse_passages
from legation.reading.parse.pipeline import load_pipeline


def main() -> None:
    """Read every text, write its attributions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    nlp, lemmatizer, cues = load_pipeline(), load_lemmatizer(), load_cues()
    with options.out.open("w", encoding="utf-8") as out:
        for path in progress(sorted(options.text.glob("*.txt")), "texts"):
            passages = parse_passages(plain_document(open_text(path)), nlp)
            found = find_attributions(passages, (), cues, lemmatizer, nested=False)
            rows = [{"source": pairs(a.source), "cue": pairs(a.cue), "content": pairs(a.content)} for a in found]
            out.write(json.dumps({"doc": path.stem, "attributions": rows}) + "\n")


def pairs(spans: Sequence[Span]) -> list[list[int]]:
    """Return spans as lists of two offsets."""
    return [[span.start, span.end] for span in spans]


if __name__ == "__main__":
    main()
