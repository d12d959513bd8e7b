"""What the tables of a record are made of: their metadata, and the columns that recur."""

from typing import Any

from sqlalchemy import BigInteger, Column, Dialect, ForeignKey, Integer, MetaData, Table, Text, TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# What stands where a day is no day at all, as it is compared with and as it is kept.
UNDATED, NO_DAY = "", 0


def day_number(day: str | None) -> int:
    """Return the number a day (ISO 8601) is kept as, "2026-02-03" as 20260203; NO_DAY for none."""
    return int(day.replace("-", "")) if day else NO_DAY


class Day(TypeDecorator[str]):
    """A day kept as a number of eight digits, in less than half the room of its text and in the same order.

    Values are ISO 8601 text. UNDATED is kept as NO_DAY, which comes before all days and is read as None.
    """

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> int | None:  # noqa: ARG002  SQLAlchemy's
        """Return the number of a day."""
        return None if value is None else day_number(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy's
        """Return the day of a number."""
        return f"{value // 10_000:04}-{value // 100 % 100:02}-{value % 100:02}" if value else None


def text(name: str, *, null: bool = False) -> Column[str]:
    """Return a text column."""
    return Column(name, Text, nullable=null)


def number(name: str, *, null: bool = False) -> Column[int]:
    """Return a whole-number column."""
    return Column(name, Integer, nullable=null)


def day(name: str, *, null: bool = False) -> Column[str]:
    """Return a column of days."""
    return Column(name, Day, nullable=null)


def of_document() -> Column[str]:
    """Return the reference to a document."""
    return Column("document_id", Text, ForeignKey("documents.id"), nullable=False)


def of_reading() -> Column[int]:
    """Return the reference to a reading."""
    return Column("reading_id", Integer, ForeignKey("readings.id"), nullable=False)


def big(name: str) -> Column[int]:
    """Return a column of whole numbers of 64 bits."""
    return Column(name, BigInteger, nullable=False)


def columns_of(table: Table) -> tuple[str, ...]:
    """Return the columns of a table that its rows are given in, in their order."""
    return tuple(column.name for column in table.columns)
