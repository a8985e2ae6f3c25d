"""One article on its way: from the words that a person looked through to a document in the store."""

from dataclasses import replace

from app.parsing.streams import ParseError, Parser, parse_alone
from app.parsing.version import PARSER_VERSION
from app.reading import ReadingError, document_from_text
from app.records import Document, hash_text, slug
from app.store.adding_tables import AdditionState
from app.store.additions import Addition, Given, fail_addition, fetch_addition, finish_addition
from app.store.database import Store
from app.store.errors import RefusedParseError
from app.store.save import document_slug, fetch_known, save_parse

LONGEST_NAME = 80


def take_in(store: Store, addition: Addition, parse: Parser) -> None:
    """Parse and save the article; what goes wrong is kept with it, in words for the person who gave it. What the store has
    already, from this parser, is not parsed again. Raises StoreError where the store itself fails.
    """
    try:
        document = make_document(store, addition.given)
    except ReadingError as error:
        fail_addition(store, addition.key, str(error))
        return
    known = fetch_known(store, [document.sha256]).get(document.sha256)
    if known is None or known.parser_version != PARSER_VERSION:
        parsed = parse_alone(parse, document)
        if isinstance(parsed, ParseError):
            fail_addition(store, addition.key, f"The article could not be parsed: {parsed}")
            return
        try:
            save_parse(store, parsed)
        except RefusedParseError as error:
            fail_addition(store, addition.key, f"What was found contradicts itself, a fault of Demarche: {error}")
            return
    finish_addition(store, addition.key, document.sha256)


def settle(store: Store, key: str) -> bool:
    """Whether the article of an addition that was broken off is in the store all the same: then it is done."""
    with store.connect() as connection:
        addition = fetch_addition(connection, key)
    if addition is None or addition.state is AdditionState.DONE:
        return True
    known = fetch_known(store, [hash_text(addition.given.text)])
    return any(finish_addition(store, key, sha256) for sha256 in known)


def make_document(store: Store, given: Given) -> Document:
    """The document that a person gives, named for its file or its title. Where another text has that name already, a piece
    of its hash is added, so that it takes nobody's place. Raises ReadingError where the text cannot be read.
    """
    name = slug((given.file_name or "").rpartition(".")[0] or given.title or "")[:LONGEST_NAME].strip("-") or "article"
    document = document_from_text(
        name,
        given.text,
        title=given.title,
        publisher=given.publisher,
        published_on=given.published_on,
        url=given.url,
        file_name=given.file_name,
    )
    return replace(document, id=f"{name}-{document.sha256[:8]}") if is_taken(store, document) else document


def is_taken(store: Store, document: Document) -> bool:
    with store.connect() as connection:
        taken = "SELECT EXISTS (SELECT 1 FROM document WHERE slug = ? AND sha256 <> ?)"
        return bool(connection.exec_driver_sql(taken, (document_slug(document), document.sha256)).scalar())
