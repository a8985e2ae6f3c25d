"""The rule for imperatives in direct speech."""

from __future__ import annotations

from collections.abc import Iterator

from app.parsing.demands.frames import read_list
from app.parsing.demands.scene import Finding, Scene
from app.parsing.demands.shapes import Shape
from app.parsing.demands.things import ThingReader
from app.parsing.demands.voices import SUBJECTS
from app.parsing.tokens import Token
from app.records import DemandKind, QuoteKind


def find_imperative(scene: Scene, verb: Token) -> Iterator[Finding]:
    """“Open the gates”, "Pay us first and leave afterward": direct speech that asks for an act."""
    mark = scene.article.mark(verb)
    if (
        mark is None
        or verb.i in scene.cast.naming_of
        or verb.tag_ not in ("VB", "VBP")
        or verb.lower_ != verb.lemma_.lower()
        or not opens(scene, verb)
    ):
        return
    quote = scene.quote_at(verb) if verb.i not in scene.cast.naming_of else None
    if quote is None or quote.kind is not QuoteKind.DIRECT or scene.article.sentence(verb)[-1].text == "?":
        return
    if any(child.dep_ in SUBJECTS and child.i < verb.i for child in verb.children) or is_rhetorical(scene, verb):
        return
    pieces = ThingReader(scene, verb.i, Shape.DO, verb).read()
    if not pieces or pieces[0].end - pieces[0].start < 3:
        return
    yield Finding(DemandKind.DEMAND, "demand.imperative", verb, pieces, (quote.speaker,), told_inside(scene, verb))


def opens(scene: Scene, verb: Token) -> bool:
    """Whether the word is the first of a sentence or of a quotation."""
    if verb.i and verb.nbor(-1).text == "Please":
        verb = verb.nbor(-1)
    if verb.i == 0:
        return False
    before = verb.nbor(-1)
    if verb.lower_ == "let" and before.text == ",":
        return verb.sent[0].lower_ == "if" or (verb.sent[0].is_quote and verb.sent[1].lower_ == "if")
    if not verb.text[0].isupper():
        return False
    return before.text in ("“", '"', "‘", "'", "``") or (before.text in '.!”’"' and verb.is_sent_start is True)


def is_rhetorical(scene: Scene, verb: Token) -> bool:
    """Imperatives that ask for no act: "Imagine", "Let nobody think", "Give in and you will regret it"."""
    words = read_list("rhetorical")
    if verb.lower_ == "do":  # "Don't touch our dam"
        forbidden = verb.doc[verb.i + 2] if verb.i + 2 < len(verb.doc) else verb
        denied = verb.nbor(1).lower_ in ("not", "n't", "n’t")
        return (
            not denied
            or forbidden.tag_ != "VB"
            or forbidden.lemma_ in words
            or forbidden.lemma_ in read_list("minding")
        )
    following = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    if verb.lower_ in words or f"{verb.lower_} {following}" in words:
        return True
    if verb.lower_ == "let" and verb.i + 2 < len(verb.doc) and verb.nbor(2).lower_ == "be":
        return True  # "Let them be angry"
    if verb.lower_ == "let" and following in (
        "nobody",
        "no",
        "none",
        "there",
        "everyone",
        "everybody",
        "anyone",
        "us",
        "me",
        "him",
        "it",
    ):
        return True
    limit = scene.limit(verb.i)
    return any(
        token.lower_ == "you"
        and token.nbor(-1).lower_ == "and"
        and token.nbor(1).lower_ in ("'ll", "’ll", "will", "get", "find", "see")
        for token in scene.article.doc[verb.i + 1 : limit]
        if token.i + 1 < limit
    )


def told_inside(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Whom the speaker tells it, where he says so himself: "I told the minister, ‘Pay us first’"."""
    before = [token for token in scene.before_in_sentence(verb) if not token.is_punct and not token.is_quote]
    teller = next((token for token in reversed(before) if token.lemma_ in ("tell", "ask", "beg", "urge")), None)
    if teller is None or scene.article.mark_of[teller.i] < 0:
        return ()
    whom = next((child for child in teller.children if child.dep_ in ("dobj", "dative") and child.i < verb.i), None)
    return scene.cast.resolve_all(whom) if whom is not None else ()
