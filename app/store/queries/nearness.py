"""Documents that may be the same article as a text that somebody is about to add.

Asked of the full-text index that is there anyway: a few sentences of the text, each by its rarer words. What that finds
is compared sentence by sentence, so a candidate too many costs a moment, and nothing else.
"""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection

from app.reading.nearness import NEAR, Difference, find_differences, measure_shared, squeeze, telling
from app.store.queries.columns import DOCUMENT, to_document
from app.store.queries.values import DocumentLink

PROBES = 8  # sentences that are asked for
WORDS = 6  # of each, the longest: they are the rarest as a rule
MOST_FOUND = 20  # documents with all these words, for each sentence
COMPARED = 5  # documents that are compared in full
MOST_DIFFERENCES = 40
MOST_SENTENCE = 600  # letters of a text without full stops that are looked at


@dataclass(frozen=True, slots=True)
class Near:
    """A stored document much like the text: the share of sentences in common, and what differs (at most so much)."""

    document: DocumentLink
    shared: float
    differences: tuple[Difference, ...]
    more: int


def fetch_near(connection: Connection, text: str) -> Near | None:
    """The stored document with most sentences in common, where those are at least half of the shorter one's."""
    counted: Counter[int] = Counter()
    for query in make_probes(text):
        found = "SELECT rowid FROM document_text WHERE document_text MATCH ? LIMIT ?"
        counted.update(connection.exec_driver_sql(found, (query, MOST_FOUND)).scalars())
    best: tuple[float, DocumentLink, str] | None = None
    for id_, _ in counted.most_common(COMPARED):
        row = connection.exec_driver_sql(f"SELECT {DOCUMENT}, text FROM document WHERE id = ?", (id_,)).one()
        shared = measure_shared(row.text, text)
        if shared >= NEAR and (best is None or shared > best[0]):
            best = shared, to_document(row), row.text
    if best is None:
        return None
    differences = tuple(find_differences(best[2], text))
    return Near(best[1], best[0], differences[:MOST_DIFFERENCES], len(differences[MOST_DIFFERENCES:]))


def make_probes(text: str) -> list[str]:
    """Queries for sentences from all over the text, each for all of its longest words."""
    sentences = sorted(telling(text), key=lambda each: (-len(each), each))
    chosen = sentences[:: max(len(sentences) // PROBES, 1)][:PROBES]
    probes = []
    for sentence in chosen:
        words = sorted(
            {word for word in squeeze(sentence[:MOST_SENTENCE]).split() if word.isascii()}, key=lambda w: (-len(w), w)
        )
        if len(words) >= 3:
            probes.append(" ".join(f'"{word}"' for word in words[:WORDS]))
    return probes
