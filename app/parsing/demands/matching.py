"""What a word of wanting takes: reads the patterns of a frame from the words behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.parsing.demands.frames import read_list
from app.parsing.demands.moods import asks, find_clause_verb
from app.parsing.demands.scene import Piece, Scene
from app.parsing.demands.shapes import ENDING, Shape, begins_noun
from app.parsing.demands.things import ThingReader
from app.parsing.tokens import Token

SHAPES = {"DO": Shape.DO, "WHAT": Shape.WHAT, "GONE": Shape.GONE, "DOING": Shape.DOING}
PARTS = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "predet", "preconj", "nmod", "case", "quantmod", "advmod", "npadvmod"}
)
BETWEEN = frozenset({"RB", "IN", "DT", "NN", "NNS", "NNP", "CD", "JJ", ",", "PRP$", "``", "''", "RP"})
LOOK_AHEAD = 30
WISHING = frozenset({"want", "like", "prefer"})
WARNING = frozenset({"warn", "caution", "advise", "counsel", "urge"})
CLAIMING = frozenset({"insist", "suggest", "suggestion", "claim", "insistence", "argue", "adamant"})
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
ASIDES = frozenset(
    {"however", "though", "too", "instead", "meanwhile", "nonetheless", "nevertheless", "therefore", "again"}
)


@dataclass(frozen=True, slots=True)
class Match:
    """The things read, the noun that names who is to act, and the shape of the first thing."""

    pieces: tuple[Piece, ...]
    whom: Token | None = None
    shape: Shape = Shape.WHAT


def match_takes(scene: Scene, cue: Token, after: int, takes: tuple[tuple[str, ...], ...], end: int = 0) -> Match | None:
    """The first pattern that fits the words from token `after` on; None where none does."""
    limit = end or scene.limit(cue.i)
    for take in takes:
        if match := _match(scene, cue, after, take, limit):
            return match
    return None


def _match(scene: Scene, cue: Token, at: int, take: tuple[str, ...], limit: int) -> Match | None:
    doc = cue.doc
    whom: Token | None = None
    against: int | None = None
    for nth, part in enumerate(take):
        if part == "WHOM":
            found = find_noun(scene, at, limit)
            if found is None:
                return None
            if found.lemma_ == "question":
                return None  # "asked the question to make a point"
            whom, at = found, found.i + 1
        elif part == "to" and take[nth + 1 : nth + 2] == ("DO",):
            begin = find_infinitive(cue, at, limit, whom)
            if whom is not None and cue.lemma_ in WISHING and begin is not None and parted(whom, begin):
                return None
            if begin is None or ("not" in take[:nth] and doc[begin].lower_ != "not"):
                return None
            pieces = ThingReader(scene, begin, Shape.DO, cue, limit=limit).read()
            return Match(pieces, whom, Shape.DO) if pieces else None
        elif part in ("that",) and take[nth + 1 : nth + 2] in (("THAT",), ("SHOULD",)):
            return _match_clause(scene, cue, at, limit, whom, asking=take[nth + 1] == "SHOULD")
        elif part in SHAPES:
            match = _match_thing(scene, cue, at, limit, whom, SHAPES[part])
            if match is None or against is None:
                return match
            return replace(match, pieces=(Piece(against, match.pieces[0].end), *match.pieces[1:]))
        elif part in ("not", "never") and take[nth + 1 : nth + 2] == ("to",):
            if not any(doc[index].lower_ == part for index in range(at, min(at + 4, limit))):
                return None
        elif part == "not" and at < limit and doc[at].lower_ == "not":
            pieces = ThingReader(scene, at, Shape.DO, cue, limit=limit).read()
            return Match(pieces, whom, Shape.DO)
        else:
            word = find_word(cue, part, at, limit, whom)
            if word is None:
                return None
            at = word + 1
            against = word if part == "against" and cue.lemma_ in WARNING else None
    return None


def parted(whom: Token, begin: int) -> bool:
    """Whether other words part the noun from the infinitive ("wants [her] beside him in Geneva [to announce] …")."""
    return any(
        not word.is_punct
        and word.tag_ not in ("CC", "NNP")
        and word.lower_ not in ("to", "not")
        and not (word.i == whom.i or whom.is_ancestor(word))
        for word in whom.doc[whom.i + 1 : begin]
    )


def find_word(cue: Token, word: str, at: int, limit: int, whom: Token | None) -> int | None:
    """A preposition that belongs to the cue: at once, behind adverbs, or where the tree says so."""
    doc = cue.doc
    for index in range(at, min(at + LOOK_AHEAD, limit)):
        token = doc[index]
        if token.text == "," and {doc[index - 1].lower_, doc[min(index + 1, limit - 1)].lower_} & ASIDES:
            continue
        if token.text in ENDING or token.text == "," or (token.tag_ in ("VBZ", "VBD", "MD") and token.dep_ != "relcl"):
            return None
        opens = token.dep_ == "mark" and token.head.head.i == cue.i  # "called again and again for the guards to go"
        if token.lower_ == word and (
            index <= at + 1 or opens or token.head.i == cue.i or (whom is not None and token.head.i <= whom.i)
        ):
            return index
    return None


def find_noun(scene: Scene, at: int, limit: int) -> Token | None:
    """The head of the noun phrase that begins at once (behind an adverb or two)."""
    doc = scene.article.doc
    while at < limit and (doc[at].tag_ == "RB" or doc[at].is_quote or doc[at].dep_ == "preconj"):
        at += 1
    if at >= limit:
        return None
    token = doc[at]
    if token.tag_ in ("PRP", "WP"):
        return token
    if token.lower_ in ("that", "this") and token.head.i < token.i:
        return None
    if token.tag_ not in ("DT", "PRP$", "CD", "PDT", "NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "VBN", "JJR", "JJS"):
        return None
    while token.dep_ in PARTS and token.head.i > token.i and token.head.i < limit:
        token = token.head
    naming = scene.cast.naming_of.get(token.i)
    if naming is not None:
        return doc[naming.start : naming.end].root
    return token if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM") or token.lower_ in ("both", "each", "all") else None


def find_infinitive(cue: Token, at: int, limit: int, whom: Token | None) -> int | None:
    """The token at which the infinitive begins that the cue governs: its "not", else the word behind "to".

    Behind a noun that names who is to act, other words may stand between ("pressed him on Wednesday to accept").
    """
    doc = cue.doc
    for index in range(at, min(at + (LOOK_AHEAD if whom is not None else 10), limit - 1)):
        token = doc[index]
        if (token.text in ENDING and token.text != ":") or (token.lower_ == "that" and token.dep_ == "mark"):
            return None
        if token.lower_ == "order" and doc[index - 1].lower_ == "in":
            return None
        if whom is None and (token.lower_ == "as" or (token.text == "," and cue.pos_ == "NOUN")):
            return None  # "worked as a cook to pay for it"
        if whom is None and token.dep_ == "dobj" and token.head.i == cue.i and token.pos_ != "PRON":
            return None  # "seeks a deal to lower the tariffs"
        following = doc[index + 1]
        if following.is_quote and index + 2 < limit:
            following = doc[index + 2]  # to “stop right there”
        if token.lower_ == "to" and doc[index - 1].tag_ in ("WRB", "WP"):
            return None  # "argued over how to end it"
        if token.lower_ == "to" and _begins_infinitive(following) and not _of_other_verb(token, cue, whom):
            return index - 1 if doc[index - 1].lower_ == "not" and index > at else following.i
        if token.tag_ in ("VBZ", "VBD", "MD") and not _inside_relative(token, cue):
            return None
        if whom is None and token.tag_ not in BETWEEN:
            return None
    return None


def _begins_infinitive(token: Token) -> bool:
    if token.tag_ == "RB" and token.i + 1 < len(token.doc):
        token = token.nbor(1)
    if token.tag_ != "VB" and token.doc[token.i - 2].text == ",":
        return False  # "told them, to applause"
    return token.tag_ == "VB" or (token.tag_ in ("VBP", "NN") and token.dep_ in ("xcomp", "advcl", "acl", "conj"))


def _of_other_verb(to: Token, cue: Token, whom: Token | None) -> bool:
    """Whether another verb between governs the infinitive ("a claim that its envoys [refused] to hear")."""
    above = to.head.head
    return whom is not None and whom.i < above.i < to.i and above.tag_[:2] == "VB" and above.i != cue.i


def _inside_relative(token: Token, cue: Token) -> bool:
    return any(step.dep_ in ("relcl", "acl") and step.i > cue.i for step in [token, *token.ancestors])


def _match_thing(scene: Scene, cue: Token, at: int, limit: int, whom: Token | None, shape: Shape) -> Match | None:
    doc = cue.doc
    while at < limit and (
        (doc[at].tag_ == "RB" and doc[at].lower_ not in ("not", "no", "more", "less", "so"))
        or doc[at].text in ('"', "“", "‘", "``")
        or (doc[at].lower_ == "both" and doc[at].dep_ in ("preconj", "cc"))
    ):
        at += 1
    if at >= limit:
        return None
    token = doc[at]
    if shape is Shape.DOING:
        fits = token.tag_ == "VBG" and not (token.dep_ in ("amod", "compound") and token.head.i > at)
        fits = fits or (token.lower_ == "being" or (token.lower_ == "not" and doc[at + 1].tag_ == "VBG"))
    elif shape is Shape.DO:
        fits = token.tag_ in ("VB", "VBP")
    else:
        fits = begins_noun(token)
    if not fits:
        return None
    if doc[at - 1].lower_ == "for" and _is_duration(token):
        return None
    if doc[at - 1].lower_ == "on" and token.lower_ in DAYS:
        return None  # "pushed the rebels back on Friday"
    begin = at - 1 if doc[at - 1].is_quote and at - 1 > cue.i else at
    pieces = ThingReader(scene, begin, shape, cue, limit=limit).read()
    return Match(pieces, whom, shape) if pieces else None


def _is_duration(token: Token) -> bool:
    """“asked for six years”, "for the last time": how long or how often, and no thing."""
    while token.dep_ in PARTS and token.head.i > token.i:
        token = token.head
    if any(child.lower_ in ("more", "another", "extra", "additional", "a", "an") for child in token.children):
        return False
    joined = token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("and", "or")
    return token.lemma_.lower() in read_list("durations") and not joined


def _match_clause(scene: Scene, cue: Token, at: int, limit: int, whom: Token | None, *, asking: bool) -> Match | None:
    doc = cue.doc
    begin = None
    for index in range(at, min(at + 12, limit)):
        token = doc[index]
        if token.text in ENDING:
            return None
        if token.text == "," and not {doc[index - 1].lower_, doc[min(index + 1, limit - 1)].lower_} & ASIDES:
            break
        if (token.dep_ == "dobj" and token.head.i == cue.i) or token.tag_ in ("MD", "VBZ", "VBD", "VBP"):
            break
        if token.lower_ == "that" and (token.tag_ in ("IN", "WDT") or token.dep_ == "mark" or index == at):
            begin = index + 1
            break
        if index == at and token.lower_ in ("to", "for", "on"):
            break
    if begin is None:
        if at < limit and doc[at].lower_ in ("me", "him", "us", "them"):
            return None  # "wish them luck"
        clause = next((child for child in cue.children if child.dep_ == "ccomp" and child.i > cue.i), None)
        if clause is None or clause.left_edge.i > at + 1 or clause.left_edge.i < at:
            return None
        begin = clause.left_edge.i
    if begin >= limit or doc[begin].tag_ == "MD":
        return None  # "a step that it hopes will help"
    verb = find_clause_verb(scene, begin, limit)
    if verb is None or (asking and not asks(verb, cue.lemma_ in CLAIMING)):
        return None
    pieces = ThingReader(scene, begin, Shape.CLAUSE, cue, limit=limit).read()
    return Match(pieces, whom, Shape.CLAUSE) if pieces else None


def thing_is(scene: Scene, piece: Piece, listed: str) -> bool:
    """Whether the head of a thing is one of the words of a list of the lexicon."""
    words = read_list(listed)
    doc = scene.article.doc
    for index in range(piece.start, piece.end):
        token = doc[index]
        following = doc[index + 1].lower_ if index + 1 < piece.end else ""
        if {token.lemma_.lower(), token.lower_, f"{token.lemma_.lower()} {following}"} & words:
            return True
        if token.tag_ in ("IN", "TO", "WDT", "WP") and index > piece.start:
            return False
    return False
