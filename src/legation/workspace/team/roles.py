"""What people may do: each role may do what the ones before it may."""

from enum import StrEnum


class Role(StrEnum):
    """A role. Admins are so everywhere; the other roles are held in a project each."""

    READER = "reader"
    """Looks, searches and exports."""
    ANALYST = "analyst"
    """Rules on claims and events, writes notes, follows and saves searches."""
    EDITOR = "editor"
    """Adds reports and imports data, grades outlets."""
    ADMIN = "admin"
    """Invites people, gives roles, opens projects, sees the log."""

    def may(self, needed: "Role") -> bool:
        """Tell whether this role may do what asks for another."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


# What one can be in a project.
MEMBERS = (Role.READER, Role.ANALYST, Role.EDITOR)
