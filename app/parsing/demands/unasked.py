"""Where a word of wanting asks for nothing: what is foreseen, what would follow, an order to one's own."""

from __future__ import annotations

from app.parsing.demands.clauses import has_helper
from app.parsing.demands.frames import read_frames, read_list
from app.parsing.demands.holders import find_subject
from app.parsing.demands.matching import WISHING, Match
from app.parsing.demands.scene import Scene
from app.parsing.tokens import Token
from app.records import ActorKind


def is_threat(scene: Scene, verb: Token) -> bool:
    """“If Chad refuses, Norway will call for a boycott”: what it would do is no demand yet."""
    if not has_helper(verb, ("will", "would", "'ll", "’ll")) or read_frames().base(verb) in WISHING | {"ask"}:
        return False
    sentence = scene.article.sentence(verb)
    return sentence[0].lower_ in ("if", "unless", "should", "otherwise") and verb.i - sentence.start > 2


def is_over(verb: Token, refused: str) -> bool:
    """“no longer wants”: what is given up is not refused."""
    return bool(refused) and any(word.lower_ == "longer" for word in verb.doc[max(0, verb.i - 3) : verb.i])


def is_meaning(verb: Token) -> bool:
    """“what it means to be …”, "claimed on Friday that …": no aim, and no claim to anything."""
    if verb.lemma_ == "claim":
        return any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
    return verb.lemma_ == "mean" and any(
        child.dep_ == "nsubj" and child.lower_ in ("it", "this", "that", "which") for child in verb.children
    )


def disagrees(scene: Scene, verb: Token, holders: tuple[str, ...]) -> bool:
    """Whether a plural verb cannot have one person as its subject: "the envoys fear that Lund might win and [want] to stop it"."""
    subject = find_subject(verb) if verb.tag_ == "VBP" and verb.dep_ == "conj" else None
    if subject is None or subject.tag_ != "NNP" or subject.conjuncts or len(holders) != 1:
        return False
    figure = scene.cast.figures[holders[0]]
    return figure.named and figure.kind is ActorKind.PERSON


def is_thing(scene: Scene, cue: Token, match: Match, whom: Token, addressees: tuple[str, ...]) -> bool:
    """Whether what is “expected” to do something can do nothing, or anonymity is what is “requested to” tell something."""
    active = scene.article.doc[match.pieces[0].start].lower_ != "be"
    return whom.lemma_ == "anonymity" or (cue.lemma_ == "expect" and active and not addressees)


def is_forecast(scene: Scene, cue: Token, holders: tuple[str, ...]) -> bool:
    """“She expects Chad to pay” foresees where a state's or a speaker's own “we expect” asks."""
    subject = find_subject(cue)
    own = subject is not None and subject.lower_ in ("i", "we") and scene.voice(cue) is not None
    return not own and any(scene.cast.figures[key].kind is ActorKind.PERSON for key in holders)


def is_own_people(noun: Token) -> bool:
    """“its citizens”, “his army”: an order to one's own is no demand."""
    owned = any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in noun.children)
    return owned and noun.lemma_.lower() in read_list("own_people")
