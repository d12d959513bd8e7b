"""Names: what may name an actor, by the gazetteer, by description and by shape, before it is known whom."""
