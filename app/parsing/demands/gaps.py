"""Rules for things that do not stand behind their verb: “What he wants is …”, “the valley, which she claims”."""

from __future__ import annotations

from collections.abc import Iterator

from app.parsing.demands.addressees import find_addressees
from app.parsing.demands.clauses import denial, is_supposed
from app.parsing.demands.frames import Frame, read_frames, read_list
from app.parsing.demands.holders import find_holders, find_subject
from app.parsing.demands.matching import match_takes
from app.parsing.demands.scene import Finding, Piece, Scene
from app.parsing.demands.shapes import Shape
from app.parsing.tokens import Token
from app.records import DemandKind

TOPS = ("nsubj", "nsubjpass", "dobj")


def find_cleft(scene: Scene, verb: Token) -> Iterator[Finding]:
    """“What she wants is a new treaty”: the thing stands behind the "is" of the whole."""
    what = next((child for child in verb.children if child.lower_ in ("what", "all") and child.i < verb.i), None)
    if what is None and verb.dep_ == "relcl" and verb.head.lemma_ in ("thing", "all") and verb.head.i < verb.i:
        what = verb.head  # "the one thing that she wants is"
    stranded = find_stranded(verb)
    if what is None and stranded is not None:  # "what she asks for is"
        what = next((child for child in stranded.children if child.lower_ == "what" and child.i < verb.i), None)
        what = what or next((word for word in verb.subtree if word.lower_ == "all" and word.i < verb.i), None)
    frames = [frame for frame in read_frames().verbs.get(read_frames().base(verb), ()) if not frame.particles]
    if stranded is not None:
        frames = [frame for frame in frames if takes_behind(frame, stranded.lower_)] or frames
    denied = denial(verb)
    if denied:  # "what she will not accept is"
        frames = [frame for frame in frames if frame.only == "denied" and denied == "will"]
    if what is None or not frames or is_supposed(scene, verb):
        return
    be = next((word for word in verb.ancestors if word.lemma_ == "be" and word.i > verb.i), None) or find_main_be(verb)
    if be is None or be.doc[be.i + 1].lower_ in ("not", "n't", "n’t"):
        return
    simple = be.doc[be.i + 1].tag_ == "JJ" and be.doc[be.i + 2].text == ":"  # "what we want is simple: our land back"
    start = be.i + 3 if simple else be.i + 1
    match = match_takes(scene, be, start, (("for", "WHOM", "to", "DO"), ("to", "DO"), ("that", "THAT"), ("GONE",)))
    holders = find_holders(scene, find_subject(verb))
    if match is None or not holders or verb.doc[start].tag_.startswith("JJ"):
        return
    kind = next((frame.kind for frame in frames if denied or not frame.only), DemandKind.DEMAND)
    if match.shape is Shape.DO and match.whom is None and not denied:
        kind = DemandKind.GOAL
    yield Finding(
        kind,
        f"{kind}.cleft",
        verb,
        match.pieces,
        holders,
        find_addressees(scene, match.whom, holders) if match.whom else (),
    )


def find_main_be(verb: Token) -> Token | None:
    """The "was" behind an aside: "all that Chad wanted, its envoy told the council, [was] a signature"."""
    for word in verb.doc[verb.i + 1 : verb.sent.end - 1]:
        if word.lemma_ == "be" and word.tag_ in ("VBZ", "VBD") and word.nbor(-1).text == ",":
            return word
    return None


def find_stranded(verb: Token) -> Token | None:
    """The preposition of a verb whose noun stands before it: "the truce that she called [for]", "[on] which it insists"."""
    for child in verb.children:
        nouns = [noun for noun in child.children if noun.dep_ == "pobj"] if child.dep_ == "prep" else None
        if nouns is None or any(noun.i > child.i and noun.tag_ not in ("WDT", "WP") for noun in nouns):
            continue
        if child.i == verb.i + 1 or nouns:
            return child
    return None


def takes_behind(frame: Frame, preposition: str) -> bool:
    return any(take[0] == preposition and take[1] in ("WHAT", "GONE") for take in frame.takes if len(take) == 2)


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
    stranded = find_stranded(verb)
    begin = stranded if stranded is not None and stranded.i < subject.i else subject
    for frame in frames:
        bare = ("WHAT",) in frame.takes or ("GONE",) in frame.takes
        if (
            not (takes_behind(frame, stranded.lower_) if stranded is not None else bare)
            or frame.only
            or frame.particles
            or frame.objects
            or frame.would
        ):
            continue
        kind = frame.negated if denied else frame.kind
        if kind is None or denied == "maybe" or has_object(verb):
            continue
        piece = antecedent(scene, clause.head, begin)
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
    elif noun.lemma_.lower() in read_list("occasions") and noun.dep_ == "pobj":
        noun = next((word for word in noun.ancestors if word.dep_ in TOPS), noun)  # "a pledge to pay by March, which"
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
