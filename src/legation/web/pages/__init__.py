"""The pages of the reading room: one module for each group of them, each with a `router`."""

from fastapi import APIRouter

from legation.web.pages import (
    chronology,
    decisions,
    events,
    front,
    notes,
    preferences,
    reports,
    review,
)

PAGES: tuple[APIRouter, ...] = (
    chronology.router,
    decisions.router,
    events.router,
    front.router,
    notes.router,
    preferences.router,
    reports.router,
    review.router,
)

__all__ = ["PAGES"]
