"""Reference: whom a found mention names in its document. `resolver` asks the other modules in order."""
