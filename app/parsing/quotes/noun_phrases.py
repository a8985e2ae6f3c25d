"""The noun phrase of a source: its head, where it begins and ends, and the words of it that name the source."""

from __future__ import annotations

from app.parsing.actors.cast import Cast
from app.parsing.actors.figures import Naming
from app.parsing.lexicon import read_words
from app.parsing.tokens import Doc, Token

NOUN_PHRASE = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "case", "predet", "quantmod", "advmod"})
LONGEST_START = 5  # tokens
STOPS = frozenset({",", ";", ":", "—", "–", "“", "”", '"', "(", ")"})


def noun_head(doc: Doc, start: int, limit: int) -> Token | None:
    """The head of the noun phrase that begins at `start`, read left to right: "a spokesman for the bank" -> "spokesman"."""
    head = None
    owned = False  # behind an owner a noun is still to come: "Norway's new foreign minister"
    for index in range(start, min(start + 14, limit)):
        token = doc[index]
        if token.is_space or (head is None and token.pos_ == "CCONJ" and doc[index - 1].pos_ == "ADJ"):
            continue  # "local and foreign diplomats"
        if head is None and token.tag_ == "PRP$":
            continue  # "its foreign minister"
        if head is not None and token.pos_ == "PRON":
            break
        if (
            token.pos_ in ("NOUN", "PROPN", "PRON", "NUM")
            or token.text in ("'s", "’s", "-")
            or token.dep_ in ("compound", "case")
        ):
            head = token if token.pos_ in ("NOUN", "PROPN", "PRON") else head
            owned = token.dep_ == "case" or token.text in ("'s", "’s")
        elif token.pos_ in ("DET", "ADJ", "ADV") or token.tag_ in ("VBN", "VBG", "PRP$", "POS"):
            if head is not None and token.tag_ != "POS" and not owned:
                break
            owned = owned or token.tag_ == "POS"
        else:
            break
    return head


def phrase_start(cast: Cast, source: Token) -> int:
    """Where the noun phrase of a source begins: its determiners, adjectives and possessors, back to the nearest comma,
    and over the comma of a name in apposition ("Kenya's foreign minister, Amina Otieno, said").
    """
    naming = cast.naming_of.get(source.i)
    if naming and (described := _description_before(cast, naming)) is not None:
        source, naming = described, None
    start = naming.title_start if naming and naming.start <= source.i else source.i
    doc = source.doc
    while start > 0 and doc[start - 1].text not in STOPS and _within(doc[start - 1], source, start):
        start -= 1
    for index in range(start - 1, max(0, start - LONGEST_START), -1) if naming is None else ():
        if doc[index].tag_ in ("PRP$", "DT") and doc[index - 1].text == ",":
            return index  # "…, its vice-president for Africa, Clothilde Mbarga,", whatever the model makes of it
        if doc[index].pos_ in ("VERB", "AUX") or doc[index].text in STOPS:
            break
    return start


def _description_before(cast: Cast, naming: Naming) -> Token | None:
    """The noun to which a name between commas stands in apposition: "minister" in "Kenya's foreign minister, Amina Otieno,"."""
    doc = cast.article.doc
    at = naming.title_start
    if at < 2 or doc[at - 1].text != "," or doc[naming.end : naming.end + 1].text != ",":
        return None
    noun = doc[at - 2]
    while noun.dep_ in ("pobj", "prep") and noun.head.i < noun.i:
        noun = noun.head
    if noun.pos_ not in ("NOUN", "PROPN"):
        behind = next(
            (index for index in range(at - 3, max(1, at - 7), -1) if doc[index].lower_ in ("for", "of", "to")), 0
        )
        noun = doc[behind - 1] if behind else noun  # "its vice-president for Africa", where the model has lost its way
    return noun if noun.pos_ == "NOUN" and noun.lemma_.casefold() in read_words("names", "people") else None


def _within(token: Token, source: Token, start: int) -> bool:
    if token.is_space:
        return False
    if token.tag_ == "PRP$" or token.text == "-" or token.nbor(1).text == "-":
        return True  # "its vice-president", whatever the analysis makes of it
    if token.tag_ == "POS":
        return source.is_ancestor(token)
    return (token.dep_ in NOUN_PHRASE and token.head.i >= start and token.head.i <= source.i) or (
        token.dep_ in ("pobj", "prep") and source.is_ancestor(token)
    )


def phrase_end(cast: Cast, source: Token) -> int:
    """Where the noun phrase of a source ends, its appositions and relative clauses included."""
    naming = cast.naming_of.get(source.i)
    last = naming.end - 1 if naming and naming.start <= source.i else source.i
    for child in source.rights:
        if (
            child.dep_
            in (
                "prep",
                "appos",
                "relcl",
                "acl",
                "amod",
                "conj",
                "cc",
                "compound",
                "flat",
                "nmod",
                "punct",
                "poss",
                "case",
            )
            and child.dep_ != "punct"
        ):
            if child.dep_ in ("relcl", "acl", "conj") and child.pos_ == "VERB" and child.dep_ == "conj":
                break
            last = max(last, child.right_edge.i)
    return last + 1


def source_span(cast: Cast, source: Token) -> tuple[int, int]:
    """The words that name the source, as tokens: the name (with its title), the pronoun, or the noun with its modifiers."""
    if naming := cast.naming_of.get(source.i):
        return (naming.title_start, naming.end) if naming.start <= source.i else (naming.title_start, naming.start)
    for child in source.children:
        if child.dep_ == "appos" and (naming := cast.naming_of.get(child.i)):
            return naming.title_start, naming.end
    if source.pos_ == "PRON":
        return source.i, source.i + 1
    return phrase_start(cast, source), source.i + 1
