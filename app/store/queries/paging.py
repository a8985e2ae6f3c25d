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
    each = ids_of_document(table)
    return ((f"({table}.id < {DOCUMENTS * each})", False), (f"{table}.id / {each}", False), (f"{table}.id", True))


def ids_of_document(table: str) -> int:
    """How many ids of the table belong to one document."""
    return 1 if table == "document" else RECORDS


def select_oldest(table: str, found: str, id: str, marked: bool, backwards: bool, most: int) -> str:
    """The first `most` ids of `found` (source WHERE condition) in the order of time that does not descend.

    No index has that order, but nearly: the dated, then the undated, each along their ids; only within the last
    document are ids turned round. Where they are `marked`, `found` begins at the row that the common table `mark` holds.
    """
    each = ids_of_document(table)
    undated = DOCUMENTS * each
    parts = []
    for dated in (True, False):
        # One bound on either side, for SQLite reads along no more.
        begin, end = (str(undated), str(2**63 - 1)) if dated else ("0", str(undated))
        if marked:  # k0 is whether it is undated, k1 the number of its document
            near = f"(SELECT iif(k0 = {int(not dated)}, (k1 + {int(backwards)}) * {each}, {end if dated else begin}) FROM mark)"
            begin, end = (begin, f"min({end}, {near})") if backwards else (f"max({begin}, {near})", end)
        first = f"""SELECT {id} AS id FROM {found} AND {id} >= {begin} AND {id} < {end}
            ORDER BY {id} {"DESC" if backwards else "ASC"} LIMIT {most}"""
        last = f"(SELECT {'min' if backwards else 'max'}(id) FROM ({first})) / {each}"
        begin, end = (f"{last} * {each}", end) if backwards else (begin, f"({last} + 1) * {each}")
        parts.append(f"SELECT {id} AS id FROM {found} AND {id} >= {begin} AND {id} < {end}")
    order = ((f"(id < {undated})", False), (f"id / {each}", False), ("id", True))
    return f"SELECT id FROM ({' UNION ALL '.join(parts)}) ORDER BY {order_by(order, backwards)} LIMIT {most}"
