"""Files, pages, feeds and archives → `Document`s: immutable text, metadata with its provenance, zones.

What the other stages call:

    sources.find_documents(argument, options=ParseOptions(), *, stdin=None, client=None)
        -> Iterator[Parsed | UnreadableDocument]      one CLI argument (path, folder, URL, feed, "-"), item by item
    sources.read_document(path, options=ParseOptions()) -> Document
        one file that holds one document; raises UnreadableDocument
    parse.parse_source(source, options=ParseOptions()) -> Iterator[Parsed | UnreadableDocument]
        bytes already at hand: `Source(data, name)`
    assemble.document_from_text(text, details=Details()) -> Document
        a text already at hand (Python API, benchmarks); never raises

`Parsed` is a document with its original bytes. What cannot be read is yielded, not raised: an `UnreadableDocument`
whose message is one line naming the item and the reason, so that one bad member never stops the others.
"""
