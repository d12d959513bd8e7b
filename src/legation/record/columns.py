"""What the tables of a record are made of: their metadata, and the columns that recur."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def text(name: str, *, null: bool = False) -> Column[str]:
    """Return a text column."""
    return Column(name, Text, nullable=null)


def number(name: str, *, null: bool = False) -> Column[int]:
    """Return a whole-number column."""
    return Column(name, Integer, nullable=null)


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
