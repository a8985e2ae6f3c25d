"""Documents, actors, records and parses out of short texts, for the tests of every floor above parsing.

    document = make_document("“No,” Ada Lund said. She wants the bridge back.")
    parse = make_parse(
        document,
        actors=[make_actor("Ada Lund")],
        quotes=[make_quote(document, "No,", speaker="ada-lund", source="Ada Lund")],
        demands=[make_demand(document, "the bridge back", holder="ada-lund")],
    )

Records are found in the text by their words; `nth` picks one where the words occur more than once.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from app.records import (
    Actor,
    ActorKind,
    Demand,
    DemandKind,
    Document,
    Mention,
    Outcome,
    OutcomeStatus,
    Parse,
    Passage,
    Quote,
    QuoteKind,
    Topic,
    hash_text,
    slug,
)

SENTENCE = re.compile(r"\S[^.!?]*[.!?]?[”\"]?")


def make_document(
    text: str,
    id: str = "bridge-talks",
    *,
    title: str | None = None,
    publisher: str | None = None,
    published_on: str | None = None,
    place: str | None = None,
    url: str | None = None,
) -> Document:
    return Document(
        id,
        text,
        hash_text(text),
        title=title,
        publisher=publisher,
        published_on=date.fromisoformat(published_on) if published_on else None,
        place=place,
        url=url,
        file_name=f"{id}.txt",
    )


def make_actor(
    name: str,
    kind: str = "person",
    *,
    key: str | None = None,
    names: Sequence[str] = (),
    role: str = "",
    side: str | None = None,
    wikidata: str | None = None,
) -> Actor:
    return Actor(key or slug(name), name, ActorKind(kind), tuple(names) or (name,), role, side, wikidata)


def find_passage(document: Document, words: str, nth: int = 0) -> Passage:
    """Where the document says these words, for the nth time counted from 0; an error where it does not."""
    starts = [found.start() for found in re.finditer(re.escape(words), document.text)]
    assert len(starts) > nth, f"{words!r} stands {len(starts)} times in {document.text!r}"
    return Passage.cut(document.text, starts[nth], starts[nth] + len(words))


def make_mention(document: Document, words: str, actor: str, nth: int = 0) -> Mention:
    return Mention(find_passage(document, words, nth), actor)


def make_quote(
    document: Document,
    words: str,
    *,
    speaker: str,
    source: str,
    kind: str = "direct",
    nth: int = 0,
    cue: str | None = "said",
    addressees: Sequence[str] = (),
    said_on: str | None = None,
    topics: Sequence[str] = (),
    rule: str = "by-hand",
) -> Quote:
    return Quote(
        find_passage(document, words, nth),
        QuoteKind(kind),
        speaker,
        find_passage(document, source),
        rule,
        cue,
        tuple(addressees),
        date.fromisoformat(said_on) if said_on else None,
        tuple(map(Topic, topics)),
    )


def make_demand(
    document: Document,
    words: str,
    *,
    holder: str,
    kind: str = "demand",
    nth: int = 0,
    cue: str | None = None,
    addressees: Sequence[str] = (),
    topics: Sequence[str] = ("other",),
    rule: str = "by-hand",
) -> Demand:
    passage = find_passage(document, words, nth)
    return Demand(passage, DemandKind(kind), holder, rule, cue, tuple(addressees), tuple(map(Topic, topics)))


def make_outcome(
    document: Document,
    words: str,
    *,
    status: str = "expected",
    nth: int = 0,
    actors: Sequence[str] = (),
    affected: Sequence[str] = (),
    condition: str | None = None,
    topics: Sequence[str] = ("other",),
    occurred_on: str | None = None,
    cue: str | None = None,
    rule: str = "by-hand",
    question: int | None = None,
) -> Outcome:
    return Outcome(
        find_passage(document, words, nth),
        OutcomeStatus(status),
        rule,
        tuple(actors),
        tuple(affected),
        find_passage(document, condition) if condition else None,
        tuple(map(Topic, topics)),
        date.fromisoformat(occurred_on) if occurred_on else None,
        cue,
        question,
    )


def make_parse(
    document: Document,
    *,
    actors: Iterable[Actor] = (),
    mentions: Iterable[Mention] = (),
    quotes: Iterable[Quote] = (),
    demands: Iterable[Demand] = (),
    outcomes: Iterable[Outcome] = (),
    parser_version: str = "test",
) -> Parse:
    """A parse whose sentences end at each . ! ? of the text."""
    return Parse(
        document,
        parser_version,
        tuple(actors),
        tuple(mentions),
        tuple(quotes),
        tuple(demands),
        tuple(outcomes),
        tuple(found.span() for found in SENTENCE.finditer(document.text)),
    )


SUMMIT = (
    "Ada Lund, the water minister of Norrland, told Radio Askar on Monday: “Open the gates.” "
    "Sundia rejected a dam on the Tolm. "
    "If the gates stay shut, Norrland will recall its envoy. The talks collapsed on May 5."
)


def make_summit(id: str = "summit", published_on: str | None = "2031-05-06") -> Parse:
    """One small article that holds every kind of record, link and absence."""
    document = make_document(
        SUMMIT,
        id,
        title="Water and fire",
        publisher="The Norrland Courier",
        published_on=published_on,
        place="Askar",
    )
    return make_parse(
        document,
        actors=[
            make_actor("Ada Lund", role="the water minister of Norrland", side="norrland"),
            make_actor("Norrland", "country"),
            make_actor("Sundia", "country"),
            make_actor("Radio Askar", "organization"),
        ],
        mentions=[make_mention(document, "Ada Lund", "ada-lund"), make_mention(document, "Sundia", "sundia")],
        quotes=[make_summit_quote(document)],
        demands=[
            make_demand(
                document, "Open the gates", holder="ada-lund", addressees=["sundia"], topics=["trade", "other"]
            ),
            make_demand(document, "a dam on the Tolm", holder="sundia", kind="refusal", topics=["territory"]),
        ],
        outcomes=make_summit_outcomes(document),
    )


def make_summit_quote(document: Document) -> Quote:
    return make_quote(
        document,
        "Open the gates.",
        speaker="ada-lund",
        source="Ada Lund",
        cue="told",
        addressees=["radio-askar"],
        said_on="2031-05-05",
        topics=["trade"],
    )


def make_summit_outcomes(document: Document) -> list[Outcome]:
    recall = make_outcome(
        document,
        "recall its envoy",
        status="threatened",
        actors=["norrland"],
        affected=["sundia"],
        condition="If the gates stay shut",
        topics=["recognition"],
    )
    collapse = make_outcome(
        document,
        "The talks collapsed on May 5",
        status="occurred",
        actors=["norrland", "sundia"],
        topics=["negotiations"],
        occurred_on="2031-05-05",
    )
    return [recall, collapse]
