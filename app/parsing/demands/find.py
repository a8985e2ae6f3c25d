"""Walks an article once and lets each rule look at the words that concern it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from app.parsing.actors.cast import Cast
from app.parsing.article import Article
from app.parsing.demands.addressees import RULERS, find_addressees
from app.parsing.demands.answers import OBJECTED, find_called, find_neither, find_no, find_why, is_fiction
from app.parsing.demands.conditions import GIVING, OPENING, find_deadline, find_necessary
from app.parsing.demands.copulas import (
    AIMS,
    ASKS,
    BARRED,
    ESSENTIAL,
    FIXED,
    find_barred,
    find_equated,
    find_essential,
    find_made_condition,
    find_none,
)
from app.parsing.demands.frames import read_frames
from app.parsing.demands.gaps import find_cleft, find_relative
from app.parsing.demands.holders import is_own, speaks_for
from app.parsing.demands.imperatives import find_imperative
from app.parsing.demands.lists import LISTED, find_bullets, find_list
from app.parsing.demands.matching import find_noun, match_takes
from app.parsing.demands.nouns import find_by_noun
from app.parsing.demands.refusals import WILL, find_does_not, find_not_going, find_will_not
from app.parsing.demands.scene import Finding, Piece, Scene
from app.parsing.demands.shapes import is_bare_verb
from app.parsing.demands.voices import MUST, find_must, find_rather, find_time
from app.parsing.demands.words import find_by_adjective, find_by_verb
from app.parsing.demands.worth import is_anonymity, is_empty, is_person, is_unrelated
from app.parsing.substance import says_something
from app.parsing.tokens import Token
from app.records import Demand, DemandKind, Passage, Quote

LEAVING = frozenset({"withdrawal", "exit", "departure", "pullout", "pullback", "retreat", "secession", "independence"})
STRIPPED = " \n\t,;:—–-“”\"'‘’«»…()•"
DISLIKING = frozenset({"refusal.noun", "refusal.adjective"})  # "their opposition to Lund" is no position
Rule = Callable[[Scene, Token], Iterator[Finding]]
# The words at which a rule looks, and the base forms.
BY_WORD: tuple[tuple[Collection[str], Rule], ...] = (
    (OPENING, find_necessary),
    (("time",), find_time),
    (WILL, find_will_not),
    (("rather", "sooner"), find_rather),
    (("why",), find_why),
    (("no", "never", "not"), find_no),
    (("neither",), find_neither),
    (OBJECTED, find_called),
    (("there",), find_none),
    (BARRED, find_barred),
    (FIXED, find_barred),
    (ESSENTIAL, find_essential),
    (("do", "does"), find_does_not),
    (("going",), find_not_going),
    ((":",), find_bullets),
)
BY_LEMMA: tuple[tuple[Collection[str], Rule], ...] = (
    (LISTED | AIMS, find_list),
    (GIVING, find_deadline),
    (AIMS | ASKS, find_equated),
    (ASKS, find_made_condition),
)


BARE = ("VB", "VBP")  # what an imperative is tagged as


def find_demands(article: Article, cast: Cast, quotes: Sequence[Quote]) -> tuple[Demand, ...]:
    """The demands, goals and refusals of the article, in text order."""
    scene = Scene(article, cast, quotes)
    demands: list[Demand] = []
    taken = bytearray(len(article.doc))
    for token in article.doc:
        if token.idx < article.document.body_start or token.is_space or (token.is_punct and token.text != ":"):
            continue
        if taken[token.i] or not (token.tag_ in BARE or rules_at(token.lower_, token.lemma_)):
            continue
        for finding in chain.from_iterable(turn_inward(scene, found) for found in find_at(scene, token)):
            made = make_demands(scene, finding) if not is_fiction(scene, finding.cue) else []
            if made:
                scene.state(finding)
                for piece in finding.pieces:
                    taken[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
                demands.extend(made)
    once = {(one.passage, one.holder): one for one in reversed(demands)}
    return tuple(sorted(once.values(), key=lambda one: (one.passage.start, one.passage.end, one.holder)))


def find_at(scene: Scene, token: Token) -> Iterator[Finding]:
    """What the rules find at a word, the most particular rule first."""
    for rule in rules_at(token.lower_, token.lemma_):
        yield from rule(scene, token)
    if token.tag_ in BARE and (token.text[0].isupper() or (token.i and token.nbor(-1).text in ("Please", ","))):
        yield from find_imperative(scene, token)


@lru_cache(maxsize=4096)
def rules_at(word: str, lemma: str) -> tuple[Rule, ...]:
    """The rules that look at a word with this base form, in their order."""
    frames = read_frames()
    base = frames.base_of(word, lemma)
    found = [rule for words, rule in BY_WORD if word in words]
    found += (rule for words, rule in BY_LEMMA if base in words)
    if word in MUST or base in MUST:
        found.append(find_must)
    if base in frames.verbs:
        found += (find_relative, find_cleft, find_by_verb)
    if base in frames.nouns:
        found.append(find_by_noun)
    if word in frames.adjectives:
        found.append(find_by_adjective)
    return tuple(found)


def turn_inward(scene: Scene, finding: Finding) -> Iterator[Finding]:
    """Where an aim is to press somebody, what he presses for is the demand: "wants to [pressure Chad to] give way"."""
    if finding.kind is not DemandKind.GOAL:
        yield finding
        return
    kept = []
    for piece in finding.pieces:
        verb = scene.article.doc[piece.start]
        frames = (
            read_frames().verbs.get(read_frames().base(verb), ())
            if verb.tag_[:2] == "VB" or verb.dep_ == "conj"
            else ()
        )
        pressing = next((frame for frame in frames if frame.kind is DemandKind.DEMAND and not frame.particles), None)
        match = match_takes(scene, verb, verb.i + 1, pressing.takes, end=piece.end) if pressing else None
        if match is None or match.whom is None:
            kept.append(piece)
            continue
        addressees = find_addressees(scene, match.whom, finding.holders)
        yield Finding(DemandKind.DEMAND, "demand.verb", verb, match.pieces, finding.holders, addressees)
    if kept:
        yield replace(finding, pieces=tuple(kept))


def make_demands(scene: Scene, finding: Finding) -> list[Demand]:
    """The records of a finding: one for each thing and holder."""
    made = []
    asked: tuple[str, ...] = ()
    for nth, piece in enumerate(finding.pieces):
        passage = cut(scene, piece)
        if (
            passage is None
            or ((nth or finding.rule in DISLIKING) and is_person(scene, piece))
            or is_empty(scene, piece)
            or not says_something(scene.article, passage)
            or is_anonymity(scene, finding, piece)
            or is_unrelated(scene, piece)
        ):
            continue
        topics = scene.article.topics(passage)
        asked = finding.addressees or clause_addressees(scene, piece, finding, asked)
        for holder in scene.cast.use(holders_of(scene, finding)):
            made.append(
                Demand(
                    passage,
                    finding.kind,
                    holder,
                    finding.rule,
                    finding.cue.text,
                    scene.cast.use(key for key in asked if key != holder),
                    topics,
                )
            )
    return made


def holders_of(scene: Scene, finding: Finding) -> Iterator[str]:
    """The holders; outside quotation marks a spokesman stands for the body for which he speaks."""
    for key in finding.holders:
        yield key if scene.article.mark_of[finding.cue.i] >= 0 else speaks_for(scene.cast, key)


def clause_addressees(scene: Scene, piece: Piece, finding: Finding, before: tuple[str, ...]) -> tuple[str, ...]:
    """Who is to act where the thing says so: "that [Chad] withdraw …", "an apology from [Japan]".

    A verb coordinated without a subject of its own is asked of those `before`.
    """
    doc = scene.article.doc
    if (
        finding.kind is DemandKind.DEMAND
        and before
        and (doc[piece.start].tag_ in ("VB", "VBP") or is_bare_verb(doc[piece.start], 0))
    ):
        return before
    naming = scene.cast.naming_of.get(piece.start)
    if naming is not None and naming.end < piece.end and doc[piece.start - 1].lower_ == "that":
        verb = doc[naming.end]
        if verb.is_alpha and verb.lower_ == verb.lemma_.lower():
            return () if is_own(scene, naming.key, finding.holders) else (naming.key,)
    for index in range(piece.start, min(piece.start + 8, piece.end)):
        token = doc[index]
        asked = token.dep_ == "pobj" and token.head.i == piece.start - 1  # "called for [Chad] to leave"
        asked = asked and any(word.tag_ == "TO" for word in doc[index : piece.end])
        if asked or (token.dep_ == "nsubj" and index < token.head.i < piece.end):
            keys = scene.cast.resolve_all(token)
            if any(child.lower_ in ("two", "both") for child in token.children):
                keys = find_addressees(scene, token, finding.holders)  # "that the two powers swap pictures"
            return tuple(key for key in keys if not is_own(scene, key, finding.holders))
        if token.tag_ in ("VB", "VBZ", "MD", "IN"):
            break
    if finding.kind is not DemandKind.DEMAND:
        return ()
    for index in range(piece.start + 1, piece.end - 1):
        if doc[index].lower_ == "from" and doc[index].head.lemma_.lower() in LEAVING:
            break
        if doc[index].lower_ in ("from", "by") and (noun := find_noun(scene, index + 1, piece.end)) is not None:
            named = noun.i in scene.cast.naming_of or noun.lemma_.lower() in RULERS
            keys = find_addressees(scene, noun, finding.holders) if named else ()
            return tuple(key for key in keys if not is_own(scene, key, finding.holders))
        if doc[index].tag_[:2] == "VB" or doc[index].tag_ in ("WDT", "WP"):
            break
    return ()


def cut(scene: Scene, piece: Piece) -> Passage | None:
    """The words of a piece without the punctuation and quotation marks at its ends."""
    doc, text = scene.article.doc, scene.article.text
    last = before_speech(scene, piece)
    start, end = doc[piece.start].idx, doc[last - 1].idx + len(doc[last - 1])
    while end > start and (text[end - 1] in STRIPPED or (text[end - 1] in ".!?" and not abbreviated(scene, end))):
        end -= 1
    while start < end and text[start] in STRIPPED:
        start += 1
    return Passage.cut(text, start, end) if end > start else None


def before_speech(scene: Scene, piece: Piece) -> int:
    """Where a piece outside quotation marks ends: before a comma and a clause in marks, which is what somebody says of it
    ("a closer relationship, “he'll get neither,” warned")."""
    article = scene.article
    if article.mark_of[piece.start] >= 0:
        return piece.end
    for index in range(piece.start + 1, piece.end - 1):
        opens = article.doc[index].text == "," and article.mark_of[index] < 0 <= article.mark_of[index + 1]
        if opens and any(
            token.dep_ == "nsubj" and token.tag_ not in ("WP", "WDT") and article.mark_of[token.i] >= 0
            for token in article.doc[index + 1 : piece.end]
        ):
            return index
    return piece.end


def abbreviated(scene: Scene, end: int) -> bool:
    token = scene.article.tokens(end - 1, end)
    return bool(len(token)) and len(token[0]) > 1
