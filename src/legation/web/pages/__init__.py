"""The pages of the reading room: one module for each group of them, each with a `router`."""

from fastapi import APIRouter

from legation.web.pages import front, notes, preferences, review

PAGES: tuple[APIRouter, ...] = (
    front.router,
    preferences.router,
    review.router,
    notes.router,
)

__all__ = ["PAGES"]
