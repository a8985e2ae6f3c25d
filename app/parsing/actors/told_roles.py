"""What an article says in a sentence of its own that a person is: "Geddes is chief executive of the association", "As Norway's
envoy, Brandt …"; and the office by which a feature calls the one with whom it begins: "Ilse Brandt keeps a jar of sand on her
desk. Norway's foreign minister …"."""

from __future__ import annotations

from collections.abc import Iterator

from app.parsing.actors.cast import Cast
from app.parsing.actors.figures import Naming
from app.parsing.actors.role_words import BREAKS, RELATIVES, Role
from app.parsing.lexicon import read_words
from app.parsing.tokens import Token
from app.records import ActorKind

PROFESSIONS = frozenset({"executive", "manager", "founder", "fellow", "researcher", "scholar", "editor", "secretary"})
JUDGED = frozenset({"leader", "candidate", "man", "woman", "father", "friend", "head"})  # "is a strong leader"
COMPLEMENTS = frozenset({"of", "for", "to", "with", "at"})
LONGEST_POST = 14  # tokens
LEAD = 4  # sentences in which a feature names the one with whom it begins, and his office


def tell_roles(cast: Cast, roles: dict[str, Role]) -> None:
    """Set the role of persons whose name has none beside it, where a clause of its own or the lead tells it."""
    for naming in cast.namings:
        figure = cast.figures[naming.key]
        if figure.kind is ActorKind.PERSON and not figure.role and (role := _is_said_to_be(cast, naming)):
            roles[naming.key], figure.role = role, role.words
    for naming in cast.namings:
        figure = cast.figures[naming.key]
        if figure.kind is ActorKind.PERSON:
            later = naming.key in roles and roles[naming.key].start > cast.article.sentence(naming.start).end
            told = _office_in_lead(cast, naming) if (later or not figure.role) and not figure.side else None
            if told is not None:
                roles[naming.key], figure.role = told, told.words
            return  # the first one alone


def _is_said_to_be(cast: Cast, naming: Naming) -> Role | None:
    """ "Geddes is chief executive of the association", "Brandt has been Norway's envoy for a year", "As its envoy, Brandt …"."""
    subject = cast.article.doc[naming.start : naming.end].root
    verb = subject.head
    if subject.dep_ != "nsubj" or verb.dep_ != "ROOT" or cast.article.mark_of[naming.start] >= 0:
        return None
    if post := _stated_as(verb):
        return _role_of(cast, post)
    if verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBN"):
        return None
    if any(child.dep_ == "neg" or (child.dep_ == "aux" and child.lemma_ != "have") for child in verb.children):
        return None
    post = next((child for child in verb.children if child.dep_ == "attr" and child.i > verb.i), None)
    return _role_of(cast, post) if post is not None and _is_post(post) and _is_told_whose(post) else None


def _stated_as(verb: Token) -> Token | None:
    """The post in "As Norway's envoy, she has spent a year …"."""
    first = verb.doc[verb.left_edge.i]
    if first.lower_ != "as" or first.head is not verb:
        return None
    return next((child for child in first.children if child.dep_ == "pobj" and _is_post(child)), None)


def _is_post(noun: Token) -> bool:
    lemma = noun.lemma_.casefold()
    return noun.tag_ in ("NN", "NNP") and (
        lemma in read_words("names", "titles") or lemma in read_words("names", "offices") or lemma in PROFESSIONS
    )


def _is_told_whose(post: Token) -> bool:
    """Whether the post has no article, an owner or a complement: "the head of", "chief economist at", not "a strong leader"."""
    article = next((child.lower_ for child in post.children if child.dep_ == "det"), "")
    owned = any(child.dep_ == "poss" for child in post.children)
    complement = any(child.dep_ == "prep" and child.lower_ in COMPLEMENTS for child in post.children)
    if article in ("a", "an"):
        return complement and post.lemma_ not in JUDGED
    return owned or complement or not article


def _role_of(cast: Cast, post: Token) -> Role | None:
    """The words of the post from its owner to its complement, without an article."""
    doc, start, end = post.doc, post.left_edge.i, post.i + 1
    start += doc[start].lower_ == "the"
    for child in post.rights:
        if child.i != end or child.dep_ != "prep" or child.lower_ not in COMPLEMENTS:
            break
        end = child.right_edge.i + 1
    breaks = (index for index in range(post.i, end) if doc[index].text in BREAKS or doc[index].lower_ in RELATIVES)
    end = next(breaks, end)
    quoted = any(cast.article.mark_of[index] >= 0 for index in range(start, end))
    return None if quoted or end - start > LONGEST_POST else Role(doc[start:end].text, start, end)


def _office_in_lead(cast: Cast, naming: Naming) -> Role | None:
    """The office that the first sentences of the article name as a subject, where they name only one person."""
    article = cast.article
    first = article.sentence_of[_body_start(cast)]
    root = article.doc[naming.start : naming.end].root
    behind = article.doc[naming.title_start - 2] if naming.title_start > 1 else root
    said = root.head.lemma_ in read_words("speech", "saying") and behind.is_punct  # "“Why?” said Brandt"
    acts = root.dep_ in ("nsubj", "poss") or said
    if article.sentence_of[naming.start] - first >= LEAD or not acts:
        return None
    for post in _offices_told(cast, first):
        before = cast.namings[: cast.namings_before(post)]
        others = {one.key for one in before if cast.figures[one.key].kind is ActorKind.PERSON} - {naming.key}
        return None if others else _role_of(cast, post)
    return None


def _body_start(cast: Cast) -> int:
    return next((token.i for token in cast.article.doc if token.idx >= cast.article.document.body_start), 0)


def _offices_told(cast: Cast, first: int) -> Iterator[Token]:
    """The offices with an owner, or in capitals, that are the subject of one of the first sentences, or begin it behind "As"."""
    article = cast.article
    for nth in range(first, min(first + LEAD, len(article.sentences))):
        sentence = article.sentences[nth]
        for token in article.doc[sentence.start : sentence.end]:
            begins = token.dep_ == "nsubj" and token.head.dep_ == "ROOT"
            begins = begins or (token.dep_ == "pobj" and token.head.lower_ == "as" and token.head.i == sentence.start)
            if begins and _is_post(token) and token.i not in cast.naming_of and article.mark_of[token.i] < 0:
                owned = any(child.dep_ == "poss" or cast.gazetteer.nation(child) for child in token.children)
                if owned or (token.text[0].isupper() and token.left_edge.lower_ == "the"):
                    yield token
