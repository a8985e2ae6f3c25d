"""Hundreds of decisions, other parsers, and then texts that have changed: every decision is kept, or listed for a person."""

from random import Random

from app.decisions.events import live_events
from app.decisions.fields import PASSAGES, write_fields
from app.records import Record, State
from app.store.database import Store
from app.store.events import fetch_decisions
from app.store.found import fetch_found
from app.store.save import save_verified
from tests.factories import make_document
from tests.review.corpus import change_text, decide_much, make_corpus, parse
from tests.store.rows import rows

ASIDE = (State.REJECTED, State.UNPLACED)


def reviewed(store: Store) -> dict[str, tuple[State, Record]]:
    """Every record by key, shown or set aside, as people left it."""
    found: dict[str, tuple[State, Record]] = {}
    with store.connect() as connection:
        for (id_,) in rows(store, "SELECT id FROM document"):
            parse = fetch_found(connection, id_)
            review = fetch_decisions(connection, [parse.document.sha256]).review(parse)
            shown = (*review.parse.quotes, *review.parse.demands, *review.parse.outcomes)
            found |= {one.key: (one.state, one) for one in shown}
            found |= {one.key: (one.state, one.record) for one in review.set_aside}
    return found


def decided(store: Store) -> set[str]:
    """The keys of records about which some decision counts."""
    with store.connect() as connection:
        hashes = [sha256 for (sha256,) in rows(store, "SELECT DISTINCT document FROM event WHERE document IS NOT NULL")]
        events = [event for each in fetch_decisions(connection, hashes).about.values() for event in each]
    return {event.key for event in live_events(events)}


def values(record: Record, *, offsets: bool = True) -> dict[str, object]:
    left_out = () if offsets else [f"{prefix}{end}" for prefix in PASSAGES.values() for end in ("start", "end")]
    return {name: value for name, value in write_fields(record).items() if name not in left_out}


def test_every_decision_is_kept_or_listed(store: Store) -> None:
    documents = make_corpus(11, 12)
    save_verified(store, [parse(document, 1) for document in documents])
    events = list(decide_much(store, Random(11), 480))
    before, keys = reviewed(store), decided(store)
    assert len(events) > 240
    assert len(keys) > 100

    for version in (2, 3):
        save_verified(store, [parse(document, version) for document in documents])
        after = reviewed(store)
        assert keys <= after.keys()
        for key in keys:
            (state, record), (now, kept) = before[key], after[key]
            if state is State.REJECTED:
                assert now in ASIDE
            else:  # what a person saved stays as it was saved, to the letter
                assert (now, values(kept)) == (state, values(record))

    random = Random(11)
    mended = [make_document(change_text(random, one.text), one.id, published_on="2031-06-01") for one in documents]
    save_verified(store, [parse(document, 4) for document in mended])
    after = reviewed(store)
    assert keys <= after.keys()
    for key in keys:
        (state, record), (now, kept) = before[key], after[key]
        if state not in ASIDE and now not in ASIDE:
            assert (now, values(kept, offsets=False)) == (state, values(record, offsets=False))
    listed = {key for (key,) in rows(store, "SELECT key FROM set_aside WHERE state = 'unplaced'")}
    assert listed == {key for key in keys if after[key][0] is State.UNPLACED}
    assert 0 < len(listed) < len(keys) / 3


def test_what_was_rejected_stays_away_or_is_listed(store: Store) -> None:
    """Under its own words; over other words that it shares some of, a person is told."""
    documents = make_corpus(12, 8)
    save_verified(store, [parse(document, 1) for document in documents])
    list(decide_much(store, Random(12), 240))
    rejected = {key for key, (state, _) in reviewed(store).items() if state is State.REJECTED}
    assert len(rejected) > 15
    save_verified(store, [parse(document, 2) for document in documents])
    told = dict(rows(store, "SELECT key, why FROM set_aside"))
    assert rejected <= told.keys()
    shown = rows(store, "SELECT key FROM quote UNION SELECT key FROM demand UNION SELECT key FROM outcome")
    assert not rejected & {key for (key,) in shown}
