"""The same data as JSON, for programs: pages with cursors, entity tags, problems as JSON, and a reference of it all."""

from legation.web.api.routes import router

__all__ = ["router"]
