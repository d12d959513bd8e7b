"""Files, pages, feeds and archives → `Document`s: immutable text, metadata with its provenance, zones."""
