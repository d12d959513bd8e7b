"""What is raised for a thing that is not in the record, as one tuple for those who may not ask the record itself."""

from legation.errors import LegationError
from legation.record.view import NotInRecordError
from legation.workspace.parties import UnknownActorError
from legation.workspace.team.accounts import UnknownAccountError

ABSENT: tuple[type[LegationError], ...] = (NotInRecordError, UnknownActorError, UnknownAccountError)
