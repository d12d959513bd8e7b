"""Views of the record's events that tell how a relationship stands: pure functions of events."""
