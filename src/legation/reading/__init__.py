"""A `Document` → a `Reading`: mentions, times, quantities, attributions, claims. Pure: no clock, network, database."""
