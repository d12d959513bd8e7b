"""Judgement: hypotheses weighed, scenarios run, forecasts kept and scored; every number with what it rests on."""
