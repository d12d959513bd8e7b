"""The parse: passages of a document as trees that the rest of reading walks. Its repairs stand in `mending`."""
