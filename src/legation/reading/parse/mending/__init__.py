"""Repairs of the parse, one module a class of errors: `passes` has their order, `repair` what they share."""
