"""What must hold of a parse before anything of it is stored."""

from collections.abc import Iterable, Iterator

from app.records import Parse, Passage, PassageError, hash_text
from app.store.errors import RefusedParseError
from app.store.ids import RECORDS

LARGEST = 2**63  # what SQLite can still hold as a number


def verify_parse(parse: Parse) -> None:
    """Raises RefusedParseError unless the hash is the text's, every record a slice of it, and every actor listed.

    It asks for all that the schema asks for too: in a batch, one parse that the schema refused would cost the others.
    """
    fault = next(find_faults(parse), None)
    if fault is not None:
        raise RefusedParseError(f"{parse.document.id}: {fault}")


def find_faults(parse: Parse) -> Iterator[str]:
    document = parse.document
    if "\x00" in document.text or not document.text.strip():
        yield "the text is empty or binary; nothing was saved"
    if hash_text(document.text) != document.sha256:
        yield "the hash is not that of the text; read the document again"
    if not 0 <= document.body_start <= len(document.text):
        yield f"the body starts at {document.body_start}, outside of the text; nothing was saved"
    yield from find_faulty_actors(parse)
    yield from find_faulty_passages(parse)
    yield from find_faulty_sentences(parse)
    if max(len(parse.quotes), len(parse.demands), len(parse.outcomes)) > RECORDS:
        yield f"it has more than {RECORDS:,} records of a kind; cut the document into several"
    if any(not -LARGEST <= (outcome.question or 0) < LARGEST for outcome in parse.outcomes):
        yield "the number of a question is too large; nothing was saved"


def find_faulty_actors(parse: Parse) -> Iterator[str]:
    keys = {actor.key for actor in parse.actors}
    if len(keys) != len(parse.actors):
        yield "two actors share a key; nothing was saved"
    for actor in parse.actors:
        if not actor.key or not actor.name or "" in actor.names:
            yield f"the actor {actor.key!r} has an empty key or name; nothing was saved"
        if actor.side == actor.key:
            yield f"the actor {actor.key!r} is its own side; nothing was saved"
    for named in sorted(named_keys(parse) - keys):
        yield f"a record names the actor {named!r}, which the parse does not list; nothing was saved"


def find_faulty_passages(parse: Parse) -> Iterator[str]:
    text, length = parse.document.text, len(parse.document.text)
    try:
        for passage in all_passages(parse):
            start, end, words = passage.start, passage.end, passage.text
            # Nearly every passage holds; what it lacks is told where it does not.
            if not 0 <= start < end <= length or text[start:end] != words or words.isspace():
                Passage.verify(text, start, end, words)
    except PassageError as error:
        yield f"{error}; nothing was saved"


def find_faulty_sentences(parse: Parse) -> Iterator[str]:
    reached = 0
    for start, end in parse.sentences:
        if not reached <= start < end <= len(parse.document.text):
            yield f"the sentence from {start} to {end} overlaps another or leaves the text; nothing was saved"
        reached = end


def named_keys(parse: Parse) -> set[str]:
    keys = {actor.side for actor in parse.actors if actor.side} | {mention.actor for mention in parse.mentions}
    for quote in parse.quotes:
        keys |= {quote.speaker, *quote.addressees}
    for demand in parse.demands:
        keys |= {demand.holder, *demand.addressees}
    for outcome in parse.outcomes:
        keys |= {*outcome.actors, *outcome.affected}
    return keys


def all_passages(parse: Parse) -> Iterable[Passage]:
    yield from (mention.passage for mention in parse.mentions)
    yield from (quote.passage for quote in parse.quotes)
    yield from (demand.passage for demand in parse.demands)
    yield from (outcome.passage for outcome in parse.outcomes)
    yield from (quote.source for quote in parse.quotes)
    yield from (outcome.condition for outcome in parse.outcomes if outcome.condition)
