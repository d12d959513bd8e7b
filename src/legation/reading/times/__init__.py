"""Times: expressions cut, resolved to days and anchored to events. `finding` finds those of a text."""
