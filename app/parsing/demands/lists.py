"""Rules for lists: what somebody's conditions include, and the points behind a colon."""

from __future__ import annotations

from collections.abc import Iterator

from app.parsing.demands.clauses import denial, is_supposed
from app.parsing.demands.conditions import GIVING
from app.parsing.demands.copulas import AIMS
from app.parsing.demands.frames import read_frames
from app.parsing.demands.holders import find_holders, find_owners, find_subject
from app.parsing.demands.matching import thing_is
from app.parsing.demands.nouns import find_noun_holders
from app.parsing.demands.scene import Finding, Scene
from app.parsing.demands.shapes import Shape
from app.parsing.demands.things import ThingReader
from app.parsing.tokens import Token
from app.records import DemandKind

FULFILLED = frozenset({"include", "be", "remain", "comprise", "contain", "cover"})
LISTED = frozenset(
    {
        "condition",
        "demand",
        "term",
        "precondition",
        "requirement",
        "request",
        "price",
        "ultimatum",
        "line",
        "prerequisite",
        "wish",
    }
)


def find_list(scene: Scene, noun: Token) -> Iterator[Finding]:
    """“Its conditions include a new treaty and …”, "Their demands: …"."""
    if noun.lemma_ == "line" and not any(child.lower_ == "red" for child in noun.children):
        return
    if noun.i + 2 < len(noun.doc) and noun.nbor(1).text == ":" and noun.lemma_ in LISTED and noun.dep_ == "dobj":
        yield from find_announced_list(scene, noun)
        return
    if noun.lemma_ in AIMS and not (noun.dep_ == "nsubj" and noun.head.lemma_ in ("be", "remain")):
        return
    if noun.lemma_ not in LISTED | AIMS or noun.dep_ not in ("nsubj", "ROOT", "pobj", "dobj", "nsubjpass"):
        return
    verb = noun.head
    doc = noun.doc
    if noun.i + 1 < len(doc) and doc[noun.i + 1].lower_ == "that":
        return  # "Its demand that … is the main obstacle"
    if noun.dep_ == "pobj" and noun.head.lower_ in ("among", "of") and noun.i + 1 < len(doc):
        verb = doc[noun.i + 1]  # "Among its demands is the return of …"
    if noun.dep_ in ("nsubj", "pobj") and verb.lemma_ in FULFILLED and verb.i > noun.i:
        start = verb.i + 1
        while start < len(doc) and doc[start].tag_ == "RB":
            start += 1
        colon = next((word.i for word in doc[start : start + 4] if word.text == ":"), None)
        start = colon + 1 if colon is not None else start  # "Its demands were three: a loan, …"
        holders = find_owners(scene, noun)
        shape = Shape.WHAT
        if doc[start].lower_ == "that":
            start, shape = start + 1, Shape.CLAUSE
        elif doc[start].lower_ == "to":
            start, shape = start + 1, Shape.DO
        elif doc[start].tag_ not in ("DT", "NN", "NNS", "JJ", "PRP$", "CD", "NNP", "VBG") or (
            verb.lemma_ == "be" and doc[start].tag_ in ("JJ", "VBG")
        ):
            return
        kind = DemandKind.GOAL if noun.lemma_ in AIMS else DemandKind.DEMAND
        vague = doc[start].lower_ in ("no", "a", "one") or doc[start].tag_ == "JJ"  # "Its goal is no secret"
        pieces = ThingReader(scene, start, shape, verb).read()
        if kind is DemandKind.GOAL and (shape is not Shape.WHAT or denial(verb)):
            return
        if kind is DemandKind.GOAL and vague and not (pieces and thing_is(scene, pieces[0], "askable")):
            return
        if holders and not is_supposed(scene, noun):
            yield Finding(kind, f"{kind}.list", noun, pieces, holders)


def find_announced_list(scene: Scene, noun: Token) -> Iterator[Finding]:
    """“Chad has three demands: a loan, …”, "set two conditions: that …"."""
    start, shape = noun.i + 2, Shape.WHAT
    first = noun.doc[start]
    if scene.points_after(noun.nbor(1)) or is_supposed(scene, noun) or denial(noun.head):
        return
    if first.lower_ in ("that", "to"):
        start, shape = start + 1, Shape.CLAUSE if first.lower_ == "that" else Shape.DO
    elif first.tag_ not in ("DT", "NN", "NNS", "JJ", "PRP$", "CD", "NNP"):
        return
    holders = find_owners(scene, noun) or find_noun_holders(scene, noun, noun.head)
    if holders:
        yield Finding(
            DemandKind.DEMAND, "demand.list", noun, ThingReader(scene, start, shape, noun.head).read(), holders
        )


def find_bullets(scene: Scene, token: Token) -> Iterator[Finding]:
    """Points of a list behind "called on X to:" or "what it asks of X:": each point is a thing."""
    points = scene.points_after(token)
    if not points:
        return
    sentence = scene.article.sentence(token)
    pieces = tuple(piece for point in points if (piece := scene.point_words(point)) is not None)
    for word in sentence:
        if word.i >= token.i:
            return
        lemma = read_frames().base(word)
        if word.tag_[:2] == "VB" and lemma in read_frames().verbs:
            holders = find_holders(scene, find_subject(word))
            whom = find_called(scene, word, token.i)
            kinds = [frame.kind for frame in read_frames().verbs[lemma] if not (frame.only or frame.particles)]
            if holders and kinds and not denial(word):
                kind = DemandKind.DEMAND if DemandKind.DEMAND in kinds else kinds[0]
                yield Finding(kind, "demand.points", word, pieces, holders, whom)
                return
        elif lemma in GIVING and word.tag_[:2] == "VB" and token.nbor(-1).lower_ == "to":  # "gives Chad a week to:"
            holders = find_holders(scene, find_subject(word))
            if holders and not denial(word):
                yield Finding(
                    DemandKind.DEMAND, "demand.points", word, pieces, holders, find_called(scene, word, token.i)
                )
                return
        elif lemma in LISTED and word.pos_ == "NOUN":
            holders = find_owners(scene, word) or find_noun_holders(scene, word, word.head)
            if holders:
                yield Finding(DemandKind.DEMAND, "demand.points", word, pieces, holders)
                return


def find_called(scene: Scene, verb: Token, end: int) -> tuple[str, ...]:
    """Whom the verb before a list of points names: "called on Chad to:", "what it expects of Chad"."""
    doc = verb.doc
    for index in range(verb.i + 1, end):
        if index in scene.cast.naming_of or doc[index].dep_ in ("dobj", "pobj"):
            keys = scene.cast.resolve_all(doc[index])
            if keys:
                return keys
        if doc[index].tag_ in ("VBZ", "VBD"):
            break
    return ()
