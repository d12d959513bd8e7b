"""Events as JSON Lines: one object an event, with every value and the words it rests on."""

import json
from typing import IO, Any

from legation.reporting.chronology import encode_line, make_line
from legation.reporting.exporters.parcel import Exporter, Item, Parcel
from legation.reporting.footnotes import cite


def write_jsonl(parcel: Parcel, file: IO[bytes]) -> None:
    """Write one JSON object for each event, in UTF-8."""
    for item in parcel.items:
        file.write(json.dumps(encode_item(parcel, item), ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")


def encode_item(parcel: Parcel, item: Item) -> dict[str, Any]:
    """Return an event as a chronology has it, its quotes as far as licences let them out, with citations."""
    row = encode_line(make_line(item.event))
    quotes = [parcel.gate.quote(account, item.documents.get(account.document_id)) for account in item.event.accounts]
    evidence = [{**told, "quote": quote} for told, quote in zip(row["evidence"], quotes, strict=True)]
    documents = [
        {"id": document.id, "citation": cite(document), "url": document.url, "licence": document.licence}
        for document in item.documents.values()
    ]
    return {**row, "evidence": evidence, "documents": documents}


JSONL = Exporter("jsonl", ".jsonl", "one JSON object an event, with its claims", write_jsonl)
