"""Event type of a sentence for a given pair: writes one PLOVER root for each row.

    python -m benchmarks.plv --data FILE.tsv --out OUT

FILE has the columns `uid sentence marked_sentence source target` (others may be there); OUT gets {"uid", "root"} a
line, CONCEDE and RETREAT folded to YIELD.
"""

import argparse
import csv
import json
import re
from pathlib import Path

from benchmarks.common import UNCODED, coded_type, plain_document, progress
from legation.documents.span import Span
from legation.reading.claim import ActorRef, ActorType, Claim, Form, Mention
from legation.reading.claims import Found, find_claims
from legation.reading.coding import Parties, find_codings
from legation.reading.passages import parse_passages
from legation.reading.reader import Reader, load_reader
from legation.reading.trees import grow_tree

SANCTIONS = "(sanctions)"
YIELD = frozenset({"CONCEDE", "RETREAT"})


def main() -> None:
    """Label each row and write the labels."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    reader = load_reader()
    csv.field_size_limit(10**9)
    with args.data.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    with args.out.open("w", encoding="utf-8") as out:
        for row in progress(rows, "rows"):
            text, pair = unmark(row["marked_sentence"])
            out.write(json.dumps({"uid": row["uid"], "root": label(reader, text, pair)}) + "\n")


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


def label(reader: Reader, text: str, pair: dict[str, Span]) -> str | None:
    """Return the root of the claim that links the pair best, else of the event word nearest to the top of the sentence.

    None, an abstention, if no word of the sentence opens a frame.
    """
    passages = parse_passages(plain_document(text), reader.nlp)
    mentions = [
        Mention(role, span, span.of(text), Form.NAME, ActorRef(role, span.of(text), ActorType.GROUP, None))
        for role, span in pair.items()
    ]
    trees = [grow_tree(passage, reader.lemmatizer) for passage in passages]
    claims = [c for c in find_claims(trees, Found(text, mentions, [], [], []), reader.rules) if c.type not in UNCODED]
    if claims:
        return root_of(max(claims, key=fit))
    words = [
        (len(list(tree.ancestors(token))), -coding.frame.entry.weight, coding.frame.type)
        for tree in trees
        for token, coding in find_codings(tree, Parties({}), reader.rules.book, reader.rules.status).items()
        if not coding.frame.entry.silent and coding.frame.type not in UNCODED
    ]
    return folded(min(words)[2]) if words else None


def fit(claim: Claim) -> tuple[int, float, int]:
    """Rank a claim: both parties in their roles, then one, then the pair the wrong way round, then the surest word."""
    right = 2 * ("s" in claim.agents) + 2 * ("t" in claim.recipients)
    turned = ("t" in claim.agents and "s" in claim.agents) - ("t" in claim.agents and "s" not in claim.agents)
    return right + turned, claim.score, -claim.trigger.start


def root_of(claim: Claim) -> str:
    """Return the root type as the set has it: it was converted from CAMEO codes.

    There a verdict is 116, an accusation in PLOVER's conversion table, and imposing sanctions is 163, coercion.
    """
    kind = coded_type(claim)
    if kind == "SANCTION" and claim.mode == "convict":
        return "ACCUSE"
    return "COERCE" if kind == "SANCTION" and SANCTIONS in claim.rule else folded(kind)


def folded(kind: str) -> str:
    """Return the type with verbal and material yielding as one."""
    return "YIELD" if kind in YIELD else kind


if __name__ == "__main__":
    main()
