"""Amounts: numbers with their bounds, their units and what they count."""
