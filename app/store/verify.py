"""What must hold of a parse before anything of it is stored."""

from collections.abc import Iterable

from app.records import Parse, Passage, PassageError, hash_text
from app.store.errors import RefusedParseError


def verify_parse(parse: Parse) -> None:
    """Raises RefusedParseError unless the hash is the text's, every record a slice of it, and every actor listed."""
    document = parse.document
    if hash_text(document.text) != document.sha256:
        raise RefusedParseError(f"{document.id}: the hash is not that of the text; read the document again")
    keys = {actor.key for actor in parse.actors}
    if len(keys) != len(parse.actors):
        raise RefusedParseError(f"{document.id}: two actors share a key; nothing was saved")
    for named in sorted(named_keys(parse) - keys):
        raise RefusedParseError(
            f"{document.id}: a record names the actor {named!r}, which the parse does not list; nothing was saved"
        )
    try:
        for passage in all_passages(parse):
            Passage.verify(document.text, passage.start, passage.end, passage.text)
    except PassageError as error:
        raise RefusedParseError(f"{document.id}: {error}; nothing was saved") from error


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
