"""Orders of a list, and its pages: from behind, or from before, a record that the URL names; never by an offset."""

from app.store.ids import DOCUMENTS, RECORDS

# SQL expressions over a list's table and its document, each with whether the greater comes first; the last of them
# tells any two records apart.
Order = tuple[tuple[str, bool], ...]


def order_by(order: Order, backwards: bool = False) -> str:
    return ", ".join(f"{each} DESC" if descends != backwards else each for each, descends in order)


def beyond(order: Order, mark: str, backwards: bool = False) -> str:
    """The condition that a record lies behind (or, backwards, before) the one that the common table `mark` holds."""
    condition = ""
    for number, (each, descends) in reversed(list(enumerate(order))):
        value = f"(SELECT k{number} FROM {mark})"
        further = f"{each} {'<' if descends != backwards else '>'} {value}"
        condition = f"({further} OR ({each} = {value} AND {condition}))" if condition else further
    return condition


def mark_columns(order: Order) -> str:
    return ", ".join(f"{each} AS k{number}" for number, (each, _) in enumerate(order))


def by_time(table: str, descends: bool = True) -> Order:
    """By the date of the document, undated ones last, and then as the text goes: the order of ids, or nearly (ids.py)."""
    if descends:
        return ((f"{table}.id", True),)
    return ((f"({table}.id < {DOCUMENTS * RECORDS})", False), (f"{table}.document_id", False), (f"{table}.id", True))
