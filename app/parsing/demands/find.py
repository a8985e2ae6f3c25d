"""Walks an article once and lets each rule look at the words that concern it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from app.parsing.article import Article
from app.parsing.cast import Cast
from app.parsing.demands.conditions import (
    GIVING,
    LISTED,
    OPENING,
    find_bullets,
    find_cleft,
    find_deadline,
    find_list,
    find_necessary,
    find_relative,
)
from app.parsing.demands.voices import MUST, WILL, find_imperative, find_must, find_will_not
from app.parsing.demands.frames import read_frames, read_list
from app.parsing.demands.holders import is_own
from app.parsing.demands.scene import Finding, Piece, Scene
from app.parsing.demands.words import find_by_adjective, find_by_noun, find_by_verb
from app.parsing.topics import topics_of
from app.records import Demand, Passage, Quote

STRIPPED = " \n\t,;:—–-“”\"'‘’«»…()•"
Rule = Callable[[Scene, Token], Iterator[Finding]]


def find_demands(article: Article, cast: Cast, quotes: Sequence[Quote]) -> tuple[Demand, ...]:
    """The demands, goals and refusals of the article, in text order."""
    scene = Scene(article, cast, quotes)
    demands: list[Demand] = []
    taken: list[tuple[int, int]] = []
    for token in article.doc:
        if token.idx < article.document.body_start or token.is_space or (token.is_punct and token.text != ':'):
            continue
        if any(start <= token.i < end for start, end in taken[-8:]):
            continue
        for finding in find_at(scene, token):
            made = make_demands(scene, finding)
            if made:
                scene.state(finding.cue, finding.holders[0])
                taken.extend((piece.start, piece.end) for piece in finding.pieces)
                demands.extend(made)
                break
    return tuple(sorted(dict.fromkeys(demands), key=lambda one: (one.passage.start, one.passage.end)))


def find_at(scene: Scene, token: Token) -> Iterator[Finding]:
    """What the rules find at a word, the most particular rule first."""
    frames = read_frames()
    lemma = frames.base(token)
    word = token.lower_
    if word in OPENING:
        yield from find_necessary(scene, token)
    if lemma in LISTED:
        yield from find_list(scene, token)
    if word in MUST or lemma in MUST:
        yield from find_must(scene, token)
    if word in WILL:
        yield from find_will_not(scene, token)
    if token.text == ":":
        yield from find_bullets(scene, token)
    if lemma in GIVING:
        yield from find_deadline(scene, token)
    if lemma in frames.verbs:
        yield from find_relative(scene, token)
        yield from find_cleft(scene, token)
        yield from find_by_verb(scene, token)
    if lemma in frames.nouns:
        yield from find_by_noun(scene, token)
    if word in frames.adjectives:
        yield from find_by_adjective(scene, token)
    if token.text[0].isupper() and token.tag_ in ("VB", "VBP"):
        yield from find_imperative(scene, token)


def make_demands(scene: Scene, finding: Finding) -> list[Demand]:
    """The records of a finding: one for each thing and holder."""
    made = []
    for piece in finding.pieces:
        passage = cut(scene, piece)
        if passage is None or is_empty(scene, piece):
            continue
        topics = topics_of(passage.text, scene.article.sentence(piece.start).text)
        addressees = finding.addressees or clause_addressees(scene, piece, finding.holders)
        for holder in scene.cast.use(finding.holders):
            made.append(
                Demand(
                    passage,
                    finding.kind,
                    holder,
                    finding.rule,
                    finding.cue.text,
                    scene.cast.use(key for key in addressees if key != holder),
                    topics,
                )
            )
    return made


def clause_addressees(scene: Scene, piece: Piece, holders: tuple[str, ...]) -> tuple[str, ...]:
    """Who is to act where the thing is a clause whose subject is an actor: "that [Castrova] withdraw …"."""
    doc = scene.article.doc
    for index in range(piece.start, min(piece.start + 8, piece.end)):
        token = doc[index]
        if token.dep_ == "nsubj" and token.head.i > index and token.head.i < piece.end:
            return tuple(key for key in scene.cast.resolve_all(token) if not is_own(scene, key, holders))
        if token.tag_ in ("VB", "VBZ", "MD", "IN"):
            break
    return ()


def cut(scene: Scene, piece: Piece) -> Passage | None:
    """The words of a piece without the punctuation and quotation marks at its ends."""
    doc, text = scene.article.doc, scene.article.text
    start, end = doc[piece.start].idx, doc[piece.end - 1].idx + len(doc[piece.end - 1])
    while end > start and (text[end - 1] in STRIPPED or (text[end - 1] in ".!?" and not abbreviated(scene, end))):
        end -= 1
    while start < end and text[start] in STRIPPED:
        start += 1
    return Passage.cut(text, start, end) if end > start else None


def abbreviated(scene: Scene, end: int) -> bool:
    token = scene.article.tokens(end - 1, end)
    return bool(len(token)) and len(token[0]) > 1


def is_empty(scene: Scene, piece: Piece) -> bool:
    """A pronoun or a vague word alone says nothing ("something", "it")."""
    words = [token for token in scene.article.doc[piece.start : piece.end] if not token.is_punct]
    return not words or (len(words) <= 2 and words[0].lower_ in read_list("vague") and words[-1].tag_ != "VBN")
