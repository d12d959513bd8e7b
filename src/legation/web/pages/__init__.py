"""The pages of the reading room: one module for each group of them, each with a `router`."""

from fastapi import APIRouter

from legation.web.api import router as api
from legation.web.pages import (
    adding,
    blocs,
    chronology,
    comparing,
    decisions,
    dossier,
    entrance,
    events,
    export,
    forecasts,
    front,
    network,
    notes,
    places,
    preferences,
    questions,
    reports,
    review,
    scenarios,
    searching,
    sources,
    team,
)

PAGES: tuple[APIRouter, ...] = (
    adding.router,
    blocs.router,
    chronology.router,
    comparing.router,
    decisions.router,
    dossier.router,
    events.router,
    forecasts.router,
    export.router,
    api,
    front.router,
    network.router,
    notes.router,
    places.router,
    preferences.router,
    questions.router,
    reports.router,
    review.router,
    searching.router,
    sources.router,
    scenarios.router,
)

# What a house without a team does not have.
TEAM_PAGES: tuple[APIRouter, ...] = (entrance.router, team.router)

__all__ = ["PAGES", "TEAM_PAGES"]
