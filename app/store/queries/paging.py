"""Orders of a list, and its pages: from behind, or from before, a record that the URL names; never by an offset."""

# SQL expressions over a list's table and its document, each with whether the greater comes first; the last of them
# tells any two records apart.
Order = tuple[tuple[str, bool], ...]


def order_by(order: Order, backwards: bool = False) -> str:
    return ", ".join(f"{each} DESC" if descends != backwards else each for each, descends in order)


def beyond(order: Order, mark: str, backwards: bool = False) -> str:
    """The condition that a record lies behind (or, backwards, before) the one that the common table `mark` holds."""
    condition = "FALSE"
    for number, (each, descends) in reversed(list(enumerate(order))):
        value = f"(SELECT k{number} FROM {mark})"
        sign = "<" if descends != backwards else ">"
        condition = f"({each} {sign} {value} OR ({each} = {value} AND {condition}))"
    return condition


def mark_columns(order: Order) -> str:
    return ", ".join(f"{each} AS k{number}" for number, (each, _) in enumerate(order))


def by_document(table: str, descends: bool = True) -> Order:
    """By the date of the document, undated ones last, and then as the text goes."""
    published = "document.published_on"
    return (
        (f"({published} IS NULL)", False),
        (f"coalesce({published}, '')", descends),
        ("document.id", descends),
        (f"{table}.start", False),
        (f"{table}.id", False),
    )
