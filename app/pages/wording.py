"""The tool's own words: labels of the closed sets, dates, plurals and the voices of a quotation, as filters for
templates."""

import re
from datetime import UTC, date, datetime, timedelta

from app.records import QuoteKind, Topic
from app.store.queries.values import DocumentLink

TOPICS: dict[str, str] = {
    Topic.CEASEFIRE: "Cease-fire",
    Topic.TERRITORY: "Territory",
    Topic.SECURITY_GUARANTEES: "Security guarantees",
    Topic.ALLIANCES: "Neutrality and alliances",
    Topic.MILITARY_AID: "Arms and military aid",
    Topic.SANCTIONS: "Sanctions and tariffs",
    Topic.TRADE: "Trade and energy",
    Topic.ARMS_CONTROL: "Arms control",
    Topic.NEGOTIATIONS: "Negotiations",
    Topic.MILITARY_ACTION: "Military action",
    Topic.HUMANITARIAN: "Humanitarian",
    Topic.JUSTICE: "Justice and reparations",
    Topic.RECOGNITION: "Relations and recognition",
    Topic.ELECTIONS: "Elections",
    Topic.OTHER: "Other aims",
}
LABELS: dict[str, str] = {
    **TOPICS,
    "direct": "quoted",
    "mixed": "partly quoted",
    "indirect": "reported",
    "demand": "demand",
    "goal": "goal",
    "refusal": "refusal",
    "promised": "promised",
    "threatened": "threatened",
    "expected": "expected",
    "occurred": "happened",
    "lapsed": "came to nothing",
    "announced": "announced",
    "repeated": "repeated",
    "carried-out": "carried out",
    "open": "nothing more found",
    "person": "person",
    "country": "country",
    "organization": "organization",
    "group": "group",
    "found": "found by the parser",
    "accepted": "accepted",
    "corrected": "corrected",
    "added": "added by hand",
    "rejected": "rejected",
    "unplaced": "could not be carried over",
    "draft": "to be looked through",
    "queued": "waiting",
    "parsing": "being parsed",
    "failed": "not parsed",
    "cancelled": "cancelled",
}
PARAMETERS = {
    "q": "Words",
    "clock": "Kind of date",
    "speaker": "Speaker",
    "holder": "Wanted by",
    "addressee": "Asked of",
    "actor": "Actor",
    "affected": "Affects",
    "kind": "Kind",
    "status": "Status",
    "topic": "Topic",
    "document": "Article",
    "side": "Side",
    "state": "State",
    "editor": "Editor",
    "action": "Change",
    "record": "Record",
    "publisher": "Publisher",
    "from": "From",
    "to": "Until",
}
ORDERS = {
    "newest": "newest first",
    "oldest": "oldest first",
    "name": "by name",
    "status": "by status",
    "date": "when it happened",
    "weight": "most records",
    "documents": "most articles",
    "title": "by title",
    "records": "most records",
}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
OPENING, CLOSING = "“„«", "”»"
# Names that English gives an article in a sentence.
ARTICLED = re.compile(
    r"United |World Bank$|West$|.*\b(?:Union|Nations|League|Front|Party|Council|Commission|Ministry|Department|Alliance"
    r"|Parliament|Congress|Institute|Agency|Organi[sz]ation|(?:Bank|Republic|University|Ministry|Court) (?:of|for) .*)"
    r"(?: (?:of|for) .*)?$"
)
# Of a name in small letters: what follows its noun, nouns that stand for many, and words that leave no room for "the".
BEHIND_NOUN = re.compile(r" (?:of|in|from|for|at|on|to|with|close|familiar|near|who|that)\b")
MANY = re.compile(r".*(?:[^s]s|\bmen|women|people|children)$")
NO_ARTICLE = re.compile(r"(?:an?|the|his|her|its|their|our|one|some|any|no|each|every|\w+['’]s?)\b")
ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
MARKS = re.compile(f'([{OPENING}{CLOSING}"])')


def label(value: str) -> str:
    """How a reader sees a value of a closed set, or a date of a URL; the value itself where it is neither."""
    if ISO_DATE.fullmatch(value):
        try:
            return long_date(date.fromisoformat(value))
        except ValueError:  # 2031-02-30, typed as a name or as words
            return value
    return LABELS.get(value, value)


def parameter_label(name: str) -> str:
    return PARAMETERS.get(name, name)


def long_date(day: date | None) -> str:
    """`15 August 2025`; "no date" where there is none."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else "no date"


def short_date(day: date | None) -> str:
    """`15 Aug 2025`; "no date" where there is none."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" if day else "no date"


def moment(at: datetime) -> str:
    """`15 Aug 2025, 17:03 UTC`."""
    utc = at.astimezone(UTC)
    return f"{short_date(utc.date())}, {utc:%H:%M} UTC"


def stretch(since: date, until: date) -> str:
    """`15 August 2025`, `August 2025`, `2025`, or `1 July 2025 to 30 September 2025`; both days included."""
    if since == until:
        return long_date(since)
    after = until + timedelta(days=1) if until < date.max else until
    if since.day == after.day == 1 and since.month == after.month == 1 and after.year == since.year + 1:
        return str(since.year)
    if since.day == after.day == 1 and (after.year * 12 + after.month) - (since.year * 12 + since.month) == 1:
        return f"{MONTHS[since.month - 1]} {since.year}"
    return f"{long_date(since)} to {long_date(until)}"


def tick(since: date, until: date, before: date | None) -> tuple[str, str]:
    """What stands under a bar of a histogram: the bar's own day or months, and below it what begins there.

    `("4", "Aug")` where a month begins with a bar of days, `("Jan", "2032")` where a year begins with a bar of months;
    the second is empty elsewhere, the first for years.
    """
    month = MONTHS[since.month - 1][:3]
    days = (until - since).days
    if days < 27:
        return str(since.day), month if before is None or before.month != since.month else ""
    year = str(since.year) if before is None or before.year != since.year else ""
    if days > 300:
        return "", year
    return month if days < 31 else f"{month}–{MONTHS[until.month - 1][:3]}", year


def origin(document: DocumentLink) -> str:
    """The shortest name by which a reader knows a document again."""
    title = shortened(document.title, 44)
    return document.publisher or (title if document.titled else document.place or title)


def order_label(order: str) -> str:
    return ORDERS.get(order, order)


def count(number: int, one: str, many: str = "") -> str:
    """`1 quote`, `2 quotes`, `1,234 quotes`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def thousands(number: int) -> str:
    """`1,234`."""
    return f"{number:,}"


def joined(names: list[str] | tuple[str, ...], last: str = "and") -> str:
    """`A`, `A and B`, `A, B and C`."""
    return f" {last} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def in_sentence(name: str) -> str:
    """An actor's name as it stands within a sentence: `the European Union`, `Norway`, `the court`, `rice growers`."""
    noun = BEHIND_NOUN.split(name, maxsplit=1)[0]
    one = name[:1].islower() and not MANY.match(noun) and not NO_ARTICLE.match(name)
    return f"the {name}" if one or ARTICLED.match(name) else name


def shortened(words: str, most: int = 80) -> str:
    """At most `most` characters, cut between words, with an ellipsis where something was cut.

    A mark of punctuation before the ellipsis goes; a quotation that was cut open is closed: `“By meeting…”`.
    """
    if len(words) <= most:
        return words
    cut = words[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.–—…“") + "…"
    return cut + "”" * (cut.count("“") > cut.count("”"))


def voices(words: str, kind: str) -> tuple[tuple[str, bool], ...]:
    """The words in pieces, each with whether it is the speaker's own: what stands in quotation marks is, the rest is
    the reporter's.

    A mixed quote without a mark in it is a fragment that was quoted as a whole: its marks stand just outside the
    span. A piece before a closing mark whose opening one is missing is the speaker's, too.
    """
    pieces = MARKS.split(words)
    if kind == QuoteKind.DIRECT or len(pieces) == 1:
        return ((words, kind != QuoteKind.INDIRECT),)
    own = pieces[1] in CLOSING
    voiced: list[tuple[str, bool]] = []
    for piece in pieces:
        if MARKS.fullmatch(piece):
            closes = piece in CLOSING or (piece == '"' and own)
            voiced.append((piece, True))
            own = not closes
        elif piece:
            voiced.append((piece, own))
    return tuple(merged(voiced))


def in_voices(words: str, kind: str) -> str:
    """The words as plain text, the speaker's own in quotation marks, also where the marks stand just outside of them."""
    return "".join(in_marks(piece) if own else piece for piece, own in voices(words, kind))


def in_marks(piece: str) -> str:
    opened, closed = piece[0] in OPENING + '"', piece[-1] in CLOSING + '"'
    return f"{'' if opened else '“'}{piece}{'' if closed else '”'}"


def merged(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Neighbours of one voice made one."""
    whole: list[tuple[str, bool]] = []
    for words, own in pieces:
        if whole and whole[-1][1] == own:
            whole[-1] = (whole[-1][0] + words, own)
        else:
            whole.append((words, own))
    return whole
