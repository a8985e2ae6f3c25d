"""Rules for things that do not stand behind their verb: “What he wants is …”, “the valley, which she claims”."""

from __future__ import annotations

from collections.abc import Iterator

from app.parsing.demands.clauses import denial, is_supposed
from app.parsing.demands.frames import read_frames, read_list
from app.parsing.demands.holders import find_addressees, find_holders, find_subject
from app.parsing.demands.matching import match_takes
from app.parsing.demands.scene import Finding, Piece, Scene
from app.parsing.demands.shapes import Shape
from app.parsing.tokens import Token
from app.records import DemandKind


def find_cleft(scene: Scene, verb: Token) -> Iterator[Finding]:
    """“What she wants is a new treaty”: the thing stands behind the "is" of the whole."""
    what = next((child for child in verb.children if child.lower_ in ("what", "all") and child.i < verb.i), None)
    if what is None and verb.dep_ == "relcl" and verb.head.lemma_ == "thing" and verb.head.i < verb.i:
        what = verb.head  # "the one thing that she wants is"
    frames = [frame for frame in read_frames().verbs.get(read_frames().base(verb), ()) if not frame.particles]
    denied = denial(verb)
    if denied:  # "what she will not accept is"
        frames = [frame for frame in frames if frame.only == "denied" and denied == "will"]
    if what is None or not frames or is_supposed(scene, verb):
        return
    be = next((word for word in verb.ancestors if word.lemma_ == "be" and word.i > verb.i), None)
    if be is None:
        return
    match = match_takes(scene, be, be.i + 1, (("for", "WHOM", "to", "DO"), ("to", "DO"), ("that", "THAT"), ("GONE",)))
    holders = find_holders(scene, find_subject(verb))
    if match is None or not holders or verb.doc[be.i + 1].tag_.startswith("JJ"):
        return
    kind = next((frame.kind for frame in frames if denied or not frame.only), DemandKind.DEMAND)
    if match.shape is Shape.DO and match.whom is None and not denied:
        kind = DemandKind.GOAL
    yield Finding(
        kind, f"{kind}.cleft", verb, match.pieces, holders, find_addressees(scene, match.whom) if match.whom else ()
    )


def find_relative(scene: Scene, verb: Token) -> Iterator[Finding]:
    """“the valley, which Chad claims”: the thing wanted is the noun before the relative clause."""
    frames = read_frames().verbs.get(read_frames().base(verb), ())
    clause = verb
    while clause.dep_ == "xcomp" and clause.head.lemma_ in ("seem", "appear", "continue"):
        clause = clause.head
    if clause.dep_ != "relcl" or clause.head.i > verb.i:
        return
    subject = next((child for child in clause.children if child.dep_ == "nsubj" and child.i < clause.i), None)
    if subject is None or subject.tag_ in ("WP", "WDT") or subject.i < clause.head.i or is_supposed(scene, verb):
        return
    denied = denial(verb)
    if is_set_aside(clause.head):
        return
    for frame in frames:
        if (
            (("WHAT",) not in frame.takes and ("GONE",) not in frame.takes)
            or frame.only
            or frame.particles
            or frame.objects
            or frame.would
        ):
            continue
        kind = frame.negated if denied else frame.kind
        if kind is None or denied == "maybe" or has_object(verb):
            continue
        piece = antecedent(scene, clause.head, subject)
        if piece is None:
            return
        yield Finding(kind, f"{kind}.relative", verb, (piece,), find_holders(scene, subject))
        return


def is_set_aside(noun: Token) -> bool:
    """“It was not [a mediator] that Chad wanted”: another thing is."""
    be = noun.head
    negated = any(child.dep_ == "neg" for child in be.children)
    return noun.dep_ == "attr" and be.lemma_ == "be" and negated and any(child.lower_ == "it" for child in be.children)


def has_object(verb: Token) -> bool:
    return any(
        child.dep_ in ("dobj", "xcomp", "ccomp") and child.tag_ not in ("WDT", "WP") and child.i > verb.i
        for child in verb.children
    )


def antecedent(scene: Scene, noun: Token, subject: Token) -> Piece | None:
    """The noun phrase before a relative clause; of an apposition ("the valley, a strip of …"), its first noun."""
    top = noun
    while top.dep_ in ("pobj", "prep") and top.head.dep_ in ("prep", "appos") and top.head.i < top.i:
        top = top.head
    if top.dep_ == "appos":
        noun = top.head
    elif is_bare_part(noun):
        noun = noun.head.head  # "a rise in tension that neither wants"
    if noun.lemma_.lower() in read_list("vague"):
        return None
    doc = noun.doc
    start, end = noun.left_edge.i, subject.left_edge.i
    for index in range(noun.i + 1, end):
        relative = doc[index].tag_ in ("WDT", "WP") or doc[index].lower_ == "that"
        if doc[index].text in (",", "—") or relative or doc[index].dep_ == "mark":
            end = index
            break
    return Piece(start, end) if end > start else None


def is_bare_part(noun: Token) -> bool:
    """Whether the noun without an article belongs to the one before: "a rise in [tension]"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "of", "for") or noun.head.head.pos_ != "NOUN":
        return False
    return not any(child.dep_ in ("det", "poss") for child in noun.children)
