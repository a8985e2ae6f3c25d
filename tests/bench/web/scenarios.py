"""What is asked of both servers, and what each answer must hold.

Our server keeps answers that it has given, so a page of ours is never asked for twice unless that is what is measured:
every scenario has many addresses that take the same work (other speakers of the same size, other places in one list).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from app.store.queries.quotes import QUOTES
from tests.bench.web.questions import Archive

ROWS = QUOTES.length  # on a page of ours; Datasette is asked for as many
ENOUGH = 150  # addresses of a scenario
BATCH, MOST_RECORDS, CSV_TURNS = 1000, 100_000, 3
# Datasette's table has ids where our records have a key and a name.
SAME_MEMBERS = "&fields=key,document,speaker,kind,text,said_on,topics"
SAME_CELLS = "&fields=key,document_key,speaker_key,speaker,kind,text,said_on,topics"
NEWEST = "d.published_on DESC, d.id DESC, q.start, q.id"  # our order of a list
LATEST = "q.said_on DESC, q.id"  # Datasette's


@dataclass(frozen=True, slots=True)
class Asked:
    """One address; `words` and `numbers` must stand in the body."""

    path: str
    words: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """`theirs` is empty for a page that has no counterpart in Datasette. Both are asked for `each` pages in each of
    `turns` turns; the pages that are left after that, under load."""

    name: str
    about: str
    ours: Sequence[Asked]
    theirs: Sequence[Asked] = ()
    turns: int = 6
    each: int = 8


def words_of(listed: Sequence[Any]) -> tuple[str, ...]:
    return tuple(words for *_, words in listed)


def surely(latest: Sequence[Any], at: int) -> list[Any]:
    """Of the rows that Datasette shows from this place, those that must be there: it leaves rows of one day in any order."""
    days = {latest[near][2] for near in (at - 1, at + ROWS) if 0 <= near < len(latest)}
    return [row for row in latest[at : at + ROWS] if row[2] not in days]


def ordinary_speakers(archive: Archive) -> list[Any]:
    """Those with about a thousandth of the quotes each."""
    wanted = archive.quotes / 1000
    near = sorted(archive.speakers, key=lambda one: abs(one[2] - wanted))
    return near[: 2 * ENOUGH]


def speaker_pages(archive: Archive, *, facets: bool) -> tuple[list[Asked], list[Asked]]:
    ours, theirs = [], []
    for speaker, key, number in ordinary_speakers(archive)[facets::2]:
        numbers = archive.facets(speaker) if facets else (number,)
        newest, latest = (archive.listed(order, "q.speaker_id = ?", speaker) for order in (NEWEST, LATEST))
        ours.append(Asked(f"/quotes?speaker={key}", words_of(newest[:ROWS]), archive.facets(speaker)))
        theirs.append(
            Asked(
                f"/flat/quote?speaker_id={speaker}&_sort_desc=said_on&_size={ROWS}" + FACETS * facets,
                words_of(surely(latest, 0)),
                numbers,
            )
        )
    return ours, theirs


FACETS = "&_facet=kind&_facet=topic"


def heavy_pages(archive: Archive, *, facets: bool) -> tuple[list[Asked], list[Asked]]:
    """Pages from everywhere in the list of the most quoted speaker; each has the total, and the facets if asked for.

    With facets Datasette is asked for the first page alone: on later ones it counts only what comes after.
    """
    speaker, key, _ = archive.speakers[0]
    newest, latest = (archive.listed(order, "q.speaker_id = ?", speaker) for order in (NEWEST, LATEST))
    numbers = archive.facets(speaker)
    plain = f"/flat/quote?speaker_id={speaker}&_sort_desc=said_on&_size={ROWS}"
    ours, theirs = [], []
    for at in places(len(newest), shift=facets):
        words = words_of(newest[at + 1 : at + 1 + ROWS])
        ours.append(Asked(f"/quotes?speaker={key}&after={newest[at][1]}", words, numbers))
        id_, _, day, _ = latest[at]
        words = words_of(surely(latest, at + 1))
        theirs.append(Asked(f"{plain}&_next={day}%2C{id_}", words, numbers[:1]))
    if facets:
        theirs = [Asked(plain + FACETS, words_of(surely(latest, 0)), numbers)] * len(ours)
    return ours, theirs


def places(many: int, shift: bool = False) -> range:
    """ENOUGH places in a list of so many, evenly; shifted ones lie between."""
    step = max((many - ROWS - 2) // ENOUGH, 2)
    return range(step // 2 if shift else 0, max(many - ROWS - 2, 1), step)


def deep_pages(archive: Archive) -> tuple[list[Asked], list[Asked]]:
    """Pages nine tenths into the list of all quotes."""
    ninth = archive.quotes * 9 // 10
    many = ENOUGH * ROWS
    newest = archive.listed(NEWEST, "TRUE")[ninth : ninth + many + 1]
    latest = archive.listed("q.id", "q.id > ?", ninth)[: many + 1]
    starts = range(0, min(len(newest), len(latest)) - ROWS - 1, ROWS)
    return (
        [
            Asked(f"/quotes?after={newest[at][1]}", words_of(newest[at + 1 : at + 1 + ROWS]), (archive.quotes,))
            for at in starts
        ],
        [
            Asked(
                f"/flat/quote?_next={latest[at][0]}&_size={ROWS}",
                words_of(latest[at + 1 : at + 1 + ROWS]),
                (archive.quotes,),
            )
            for at in starts
        ],
    )


def search_pages(archive: Archive, share: float) -> tuple[list[Asked], list[Asked]]:
    """Searches for words that stand in about this share of the quotes: their first page and the exact total."""
    archive.raw.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(flat, 'quote_fts', 'row')")
    wanted = max(archive.quotes * share, 2)
    terms = archive.all("SELECT term, doc FROM temp.terms ORDER BY abs(doc - ?) LIMIT ?", wanted, ENOUGH)
    ours, theirs = [], []
    for term, number in [each for each in terms if 0.5 < each[1] / wanted < 2]:
        matching = "q.id IN (SELECT rowid FROM flat.quote_fts WHERE quote_fts MATCH ?)"
        newest, latest = (archive.listed(order, matching, f'"{term}"') for order in (NEWEST, "q.id"))
        number = len(newest)
        further = places(number) if number > ENOUGH * ROWS else []
        ours.append(Asked(f"/quotes?q={term}", words_of(newest[:ROWS]), (number,)))
        theirs.append(Asked(f"/flat/quote?_search={term}&_size={ROWS}", words_of(latest[:ROWS]), (number,)))
        for at in further:
            ours.append(
                Asked(f"/quotes?q={term}&after={newest[at][1]}", words_of(newest[at + 1 : at + 1 + ROWS]), (number,))
            )
            path = f"/flat/quote?_search={term}&_next={latest[at][0]}&_size={ROWS}"
            theirs.append(Asked(path, words_of(latest[at + 1 : at + 1 + ROWS]), (number,)))
        if further:
            break
    return ours, theirs


def comparisons(archive: Archive) -> tuple[list[Asked], list[Asked]]:
    """Pairs of actors who hold some 200 demands together."""
    holders = archive.all(
        "SELECT d.holder_id, a.key, a.name, count(*) AS number FROM flat.demand AS d JOIN main.actor AS a ON a.id = d.holder_id"
        " GROUP BY 1 ORDER BY abs(number - 100) LIMIT ?", 2 * ENOUGH
    )  # fmt: skip
    ours, theirs = [], []
    for (one, key, name, number), (other, other_key, other_name, other_number) in zip(
        holders[::2], holders[1::2], strict=False
    ):
        found = archive.all("SELECT text FROM flat.demand WHERE holder_id IN (?, ?) LIMIT 400", one, other)
        words = (name, other_name, *(words for (words,) in found))
        ours.append(
            Asked(f"/compare?actor={key}&actor={other_key}", words if number + other_number <= 400 else words[:2])
        )
        theirs.append(Asked(f"/flat/compare?a={one}&b={other}", words if number + other_number <= 400 else words[:2]))
    return ours, theirs


def records(archive: Archive) -> tuple[list[Asked], list[Asked]]:
    step = archive.quotes // (ENOUGH + 2)
    found = archive.listed("q.id", "q.id % ? = 0", step)[:ENOUGH]
    return (
        [Asked(f"/quotes/{key}", (words,)) for _, key, _, words in found],
        [Asked(f"/flat/quote/{id_}", (words,)) for id_, _, _, words in found],
    )


def json_pages(archive: Archive, fields: str = "") -> tuple[list[Asked], list[Asked]]:
    """A thousand records from everywhere in the list of all."""
    newest, latest = (archive.listed(order, "TRUE") for order in (NEWEST, "q.id"))
    starts = range(0, len(newest) - BATCH - 1, max((len(newest) - BATCH) // ENOUGH, 1))
    return (
        [
            Asked(
                f"/api/v1/quotes?limit={BATCH}&after={newest[at][1]}{fields}", words_of(newest[at + 1 : at + 1 + BATCH])
            )
            for at in starts
        ],
        [
            Asked(
                f"/flat/quote.json?_shape=array&_size={BATCH}&_next={latest[at][0]}",
                words_of(latest[at + 1 : at + 1 + BATCH]),
            )
            for at in starts
        ],
    )


def csv_files(archive: Archive, fields: str = "") -> tuple[list[Asked], list[Asked]]:
    """All quotes, or in a large store those of the most quoted speaker: some 100,000 records in one answer."""
    speaker, key, _ = archive.speakers[0]
    alone = archive.quotes > 2 * MOST_RECORDS
    listed = archive.listed("q.id", "q.speaker_id = ?" if alone else "q.speaker_id <> ?", speaker if alone else 0)
    words = words_of(listed[:: len(listed) // 50])
    ours = f"/api/v1/quotes.csv?verbatim=on{f'&speaker={key}' if alone else ''}{fields}"
    theirs = f"/flat/quote.csv?_stream=on&_size=max{f'&speaker_id={speaker}' if alone else ''}"
    return [Asked(ours, words)] * CSV_TURNS, [Asked(theirs, words)] * CSV_TURNS


def own_pages(archive: Archive) -> dict[str, list[str]]:
    """Pages that Datasette has nothing like. Where there is only one of a kind, a parameter that it does not know makes
    several addresses of it."""
    keys = [key for _, key, _ in archive.speakers[1 : ENOUGH + 1]]
    slugs = [slug for (slug,) in archive.all("SELECT slug FROM main.document ORDER BY sha256 LIMIT ?", ENOUGH)]
    strange = [f"?n={nth}" for nth in range(ENOUGH)]
    return {
        "front": [f"/{each}" for each in strange],
        "actors": [f"/actors{each}" for each in strange],
        "actor": [f"/actors/{key}" for key in keys],
        "demands": [f"/demands?holder={key}" for key in keys],
        "outcomes": [f"/outcomes?actor={key}" for key in keys],
        "documents": [f"/documents?actor={key}" for key in keys],
        "document": [f"/documents/{slug}" for slug in slugs],
        "timeline": [f"/timeline?actor={key}" for key in keys],
        "network": [f"/network{each}" for each in strange],
        "search": [f"/search?q={key.split('-')[0]}" for key in keys],
    }


Maker = Callable[[Archive], tuple[list[Asked], list[Asked]]]
SCENARIOS: dict[str, tuple[str, Maker]] = {
    "speaker": (
        "newest quotes of an ordinary speaker, the total",
        lambda archive: speaker_pages(archive, facets=False),
    ),
    "deep": ("quotes nine tenths into the list of all", deep_pages),
    "facets": ("an ordinary speaker, counts by kind and topic", lambda archive: speaker_pages(archive, facets=True)),
    "heavy": ("quotes of the most quoted speaker, the total", lambda archive: heavy_pages(archive, facets=False)),
    "heavy-facets": (
        "the most quoted speaker, counts by kind and topic",
        lambda archive: heavy_pages(archive, facets=True),
    ),
    "rare-word": ("quotes with a word that 50 in a million hold", lambda archive: search_pages(archive, 50e-6)),
    "common-word": ("quotes with a word that 9 % hold, the exact total", lambda archive: search_pages(archive, 0.09)),
    "compare": ("200 demands of two actors", comparisons),
    "record": ("one quote; with us, in its paragraph", records),
    "json": ("1,000 quotes as JSON", json_pages),
    "csv": ("some 100,000 quotes as CSV", csv_files),
    "json-fields": (
        "1,000 quotes as JSON, the fields that Datasette's table has",
        lambda archive: json_pages(archive, SAME_MEMBERS),
    ),
    "csv-fields": (
        "some 100,000 quotes as CSV, the columns that Datasette's table has",
        lambda archive: csv_files(archive, SAME_CELLS),
    ),
}


OWN = ("front", "actors", "actor", "demands", "outcomes", "documents", "document", "timeline", "network", "search")


def make_scenario(archive: Archive, name: str) -> Scenario:
    if name in OWN:
        return Scenario(name, f"{name} (ours alone)", [Asked(path) for path in own_pages(archive)[name]], turns=3)
    about, make = SCENARIOS[name]
    kind = name.removesuffix("-fields")
    each = {"csv": 1, "json": 4}.get(kind, 8)
    return Scenario(name, about, *make(archive), turns=CSV_TURNS if kind == "csv" else 6, each=each)
