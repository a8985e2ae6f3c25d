"""To whom something was said: the object of a verb of telling or urging, "to" somebody, the receiver of a letter, whoever
asked the question."""

from __future__ import annotations

from collections.abc import Iterator

from app.parsing.actors.cast import Cast
from app.parsing.lexicon import read_words
from app.parsing.tokens import Token
from app.records import ActorKind

NEAR = 4  # words between "an interview" and the "with" that belongs to it
TURNING = frozenset({"speak", "talk", "turn", "reply", "respond", "write", "appeal", "point", "gesture", "direct"})
ASKING = frozenset({"ask", "interview", "question", "press", "quiz", "challenge", "prompt"})


def find_addressees(cast: Cast, cue: Token, left: int, right: int) -> tuple[str, ...]:
    """The keys of those whom the cue's clause names as told, outside the offsets `left` to `right` of what was said.

    The press, a rally and a crowd are nobody.
    """
    for target in _find_targets(cue):
        if not left <= target.idx < right and (keys := _resolve(cast, target)):
            return keys
    return ()


def _resolve(cast: Cast, target: Token) -> tuple[str, ...]:
    """Who is meant by the noun for a hearer; whoever sends a show hears what is told to it ("the BBC's Today programme")."""
    if target.i not in cast.naming_of:
        noun = target.lemma_.casefold()
        this = any(child.lower_ == "this" for child in target.children)
        if this or target.lower_ == "media" or noun in read_words("names", "nobody") or _is_press(target):
            return ()
        if noun in read_words("speech", "shows") or cast.article.mark_of[target.i] >= 0:
            return _senders(cast, target)
    keys = cast.resolve_all(target)
    if not keys and (key := cast.claim(target)):
        keys = (key,)
    return keys


def _is_press(noun: Token) -> bool:
    """ "News agencies", "local media", "a group of reporters": the press, which is nobody in particular."""
    beside = [word.lemma_.casefold() for child in noun.children for word in (child, *child.children)]
    many = noun.tag_ == "NNS" and "news" in beside
    return many or (noun.lemma_ == "group" and not read_words("names", "nobody").isdisjoint(beside))


def _senders(cast: Cast, show: Token) -> tuple[str, ...]:
    named = [cast.naming_of[word.i].key for word in show.doc[show.left_edge.i : show.i] if word.i in cast.naming_of]
    return tuple(key for key in named if cast.figures[key].kind is ActorKind.ORGANIZATION)[:1]


def _find_targets(cue: Token) -> list[Token]:
    """The nouns that may name the hearers, the likeliest first."""
    found: list[Token] = []
    if cue.lemma_ in read_words("speech", "listeners"):
        found.extend(_told(cue))
    for child in cue.rights:
        if child.dep_ in ("prep", "dative") and (
            (child.lower_ == "to" and cue.lemma_ in read_words("speech", "telling"))
            or (child.lower_ == "on" and cue.lemma_ == "call")
            or (child.lower_ == "before" and cue.lemma_ == "testify")
        ):
            found.extend(_objects(child))
    if cue.lemma_ in read_words("speech", "saying"):
        found.extend(_receivers(cue))
    found.extend(_turned_to(cue))
    above = cue.head
    adds = cue.lemma_ == "add" and cue.tag_ == "VBG"
    ordered = cue.tag_ == "VB" and cue.dep_ in ("xcomp", "ccomp", "conj", "advcl")
    if not found and above is not cue and above.pos_ == "VERB" and (adds or ordered):
        return _find_targets(above)  # "told parliament that …, adding that", "warned Norway to go or “face war”"
    return found


def _told(cue: Token) -> Iterator[Token]:
    """The object of a verb of telling, or its subject in the passive ("Brandt was told by Lund that")."""
    for child in cue.rights:
        if child.dep_ in ("dobj", "dative", "iobj"):
            yield from _objects(child) if child.pos_ == "ADP" else [child]
        elif child.dep_ in ("nsubj", "ccomp") and child.i == cue.i + 1 and child.pos_ in ("PROPN", "PRON"):
            yield child
    yield from (child for child in cue.lefts if child.dep_ == "nsubjpass")


def _objects(preposition: Token) -> list[Token]:
    return [child for child in preposition.children if child.dep_ == "pobj"]


def _receivers(cue: Token) -> Iterator[Token]:
    """ "In a letter to the Security Council …, he wrote", "said in an interview with Radio Dala", "in response to a question from
    Brandt": those to whom the letter went, with whom he spoke, who asked."""
    heard = {
        "to": read_words("speech", "texts") | read_words("speech", "talks"),
        "with": read_words("speech", "exchanges"),
    }
    for preposition in cue.children:
        for text in _objects(preposition) if preposition.lower_ in ("in", "during", "over", "on") else []:
            beside = [*text.children, *(child for child in cue.children if text.i < child.i <= text.i + NEAR)]
            for child in beside:
                if text.lemma_ in heard.get(child.lower_, ()):
                    yield from _objects(child)
                elif child.lower_ == "to" and text.lemma_ in ("response", "reply"):
                    yield from (who for question in _objects(child) for who in _askers(question))


def _askers(question: Token) -> Iterator[Token]:
    """Those who put a question: "a question from Brandt"."""
    for child in question.children:
        if question.lemma_ == "question" and child.lower_ in ("from", "by"):
            yield from _objects(child)


def _turned_to(cue: Token) -> Iterator[Token]:
    """ "Speaking to Radio Dala, she said", "Addressing parliament", "Asked by Brandt whether": the hearers that a participle beside
    the cue, or beside its subject, names."""
    subjects = [child for child in cue.children if child.dep_ == "nsubj"]
    for participle in [child for word in (cue, *subjects) for child in word.children]:
        if participle.tag_ == "VBG" and participle.dep_ in ("advcl", "acl"):
            for child in participle.children:
                if participle.lemma_ == "address" and child.dep_ == "dobj":
                    yield child
                elif participle.lemma_ in TURNING and child.lower_ in ("to", "with") and child.dep_ == "prep":
                    yield from _objects(child)
        elif participle.tag_ in ("VBN", "VBD") and participle.dep_ in ("advcl", "acl") and participle.lemma_ in ASKING:
            yield from (who for child in participle.children if child.dep_ == "agent" for who in _objects(child))
