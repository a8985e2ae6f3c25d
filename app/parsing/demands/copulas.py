"""Rules for what is said to be wanted or unacceptable: “X is its main demand”, “X is out of the question for her”."""

from __future__ import annotations

from collections.abc import Iterator

from app.parsing.demands.addressees import find_addressees
from app.parsing.demands.clauses import NEVER, denial, has_condition, is_supposed
from app.parsing.demands.frames import read_list
from app.parsing.demands.holders import find_holders, find_owners, find_subject, is_outsider
from app.parsing.demands.matching import match_takes, thing_is
from app.parsing.demands.scene import Finding, Piece, Scene
from app.parsing.demands.shapes import Shape
from app.parsing.demands.things import ThingReader
from app.parsing.tokens import Token
from app.records import DemandKind

AIMS = frozenset({"goal", "aim", "objective", "priority", "ambition", "aspiration", "dream"})
ASKS = frozenset({"demand", "condition", "precondition", "requirement", "request", "prerequisite"})
BEING = frozenset({"be", "remain", "become", "stay"})
# What cannot be had, by its last word, and the words that must stand before it.
BARRED = {
    "unacceptable": ((),),
    "inadmissible": ((),),
    "intolerable": ((),),
    "unthinkable": ((),),
    "starter": (("non", "-"),),
    "nonstarter": ((),),
    "question": (("out", "of", "the"),),
    "table": (("off", "the"), ("not", "on", "the")),
    "agenda": (("off", "the"), ("not", "on", "the")),
    "menu": (("off", "the"), ("not", "on", "the")),
    "option": (("not", "an"),),
    "sale": (("not", "for"),),
    "acceptable": (("not",),),
    "negotiation": (("up", "for"),),
    "discussion": (("up", "for"),),
    "debate": (("up", "for"),),
}
FIXED = frozenset({"negotiable", "nonnegotiable", "negotiation", "discussion", "debate"})
ESSENTIAL = frozenset(
    {
        "imperative",
        "essential",
        "vital",
        "crucial",
        "necessary",
        "indispensable",
        "urgent",
        "paramount",
        "up",
        "incumbent",
    }
)
NEEDED = (("for", "WHOM", "to", "DO"), ("that", "SHOULD"))
FALLING_TO = (("on", "WHOM", "to", "DO"), ("upon", "WHOM", "to", "DO"))
EMPTY = frozenset({"it", "this", "that", "what", "which", "there", "he", "she", "they", "we", "i", "you", "who"})


def find_equated(scene: Scene, noun: Token) -> Iterator[Finding]:
    """“A withdrawal is Chad's main demand”: the subject is what is wanted."""
    if noun.lemma_ not in AIMS | ASKS or noun.dep_ != "attr" or noun.head.lemma_ not in BEING:
        return
    following = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    if denial(noun.head) or is_supposed(scene, noun) or following in ("that", "to", "of"):
        return
    holders = find_owners(scene, noun)
    piece = subject_piece(scene, noun.head)
    if not holders or piece is None or (following == "for" and noun.lemma_ in ("demand", "request")):
        return
    kind = DemandKind.GOAL if noun.lemma_ in AIMS else DemandKind.DEMAND
    yield Finding(kind, f"{kind}.equated", noun, (piece,), holders)


def find_made_condition(scene: Scene, noun: Token) -> Iterator[Finding]:
    """“made the return of the men a condition for talks”."""
    if noun.lemma_ not in ASKS or noun.lemma_ in ("demand", "request"):
        return
    made = next((word for word in reversed(scene.before_in_sentence(noun)) if word.tag_[:2] == "VB"), None)
    if made is None or made.lemma_ not in ("make", "set") or denial(made) or is_supposed(scene, noun):
        return
    start = made.i + 1
    end = next((child.i for child in noun.children if child.dep_ in ("det", "poss") and child.i > start), noun.i)
    if (
        end - start < 2
        or scene.article.doc[start].lower_ in EMPTY
        or any(word.text == "," for word in noun.doc[start:end])
    ):
        return
    if holders := find_holders(scene, find_subject(made)):
        yield Finding(DemandKind.DEMAND, "demand.equated", noun, (Piece(start, end),), holders)


def find_barred(scene: Scene, word: Token) -> Iterator[Finding]:
    """“A swap is out of the question for Chad”, "“Any delay is unacceptable,” she said"."""
    doc = word.doc
    fixed = word.lower_ in FIXED
    before = next((words for words in BARRED.get(word.lower_, ((),)) if stands_before(word, words)), None)
    if before is None:
        return
    start = word.i - len(before)
    be = next((doc[at] for at in range(start - 1, max(start - 5, -1), -1) if doc[at].lemma_ in BEING), None)
    if be is None or is_supposed(scene, be) or doc[be.i].tag_ == "VBN":
        return
    denied = any(doc[at].lower_ in NEVER or doc[at].lower_ == "non" for at in range(be.i + 1, start))
    if denied != (fixed and word.lower_ != "nonnegotiable") or has_condition(scene, be):
        return
    piece = subject_piece(scene, be)
    holders = tuple(key for key in find_for_whom(scene, word) if not is_outsider(scene.cast, key))
    if not holders and (speaker := scene.voice(word)) is not None and not is_outsider(scene.cast, speaker):
        holders = (speaker,)
    if piece is None or not holders:
        return
    kind = DemandKind.DEMAND if fixed else DemandKind.REFUSAL
    yield Finding(kind, f"{kind}.barred", word, (piece,), holders)


def stands_before(word: Token, words: tuple[str, ...]) -> bool:
    start = word.i - len(words)
    return start >= 0 and all(word.doc[start + nth].lower_ == part for nth, part in enumerate(words))


def find_for_whom(scene: Scene, word: Token) -> tuple[str, ...]:
    """“unacceptable [to Chad]”, "[For Chad], a swap is out of the question"."""
    doc, sentence = word.doc, scene.article.sentence(word)
    if word.i + 2 < sentence.end and doc[word.i + 1].lower_ in ("to", "for"):
        noun = next((child for child in doc[word.i + 1].children if child.dep_ == "pobj"), None)
        return find_holders(scene, noun) if noun is not None else ()
    if sentence[0].lower_ == "for":
        noun = next((child for child in sentence[0].children if child.dep_ == "pobj"), None)
        return find_holders(scene, noun) if noun is not None else ()
    return ()


def subject_piece(scene: Scene, be: Token) -> Piece | None:
    """The words of the subject of "be"; None for a pronoun or an actor."""
    subject = next((child for child in be.children if child.dep_ in ("nsubj", "csubj") and child.i < be.i), None)
    if subject is None or subject.lower_ in EMPTY | read_list("vague") or subject.i in scene.cast.naming_of:
        return None
    start, end = subject.left_edge.i, subject.right_edge.i + 1
    start = max(start, scene.article.sentence(be).start)
    if any(word.text in (",", ";", ":") for word in scene.article.doc[start : min(end, be.i)]):
        return None
    return Piece(start, min(end, be.i)) if min(end, be.i) > start else None


def find_essential(scene: Scene, adjective: Token) -> Iterator[Finding]:
    """“It is imperative that both sides stop”, in the voice of a source."""
    be = adjective.head
    speaker = scene.voice(adjective)
    if speaker is None or be.lemma_ != "be" or is_outsider(scene.cast, speaker):
        return
    if denial(be) or is_supposed(scene, adjective) or not any(child.lower_ == "it" for child in be.children):
        return
    takes = FALLING_TO if adjective.lower_ == "incumbent" else NEEDED
    match = match_takes(scene, adjective, adjective.i + 1, takes)
    if match is not None:
        asked = find_addressees(scene, match.whom, (speaker,)) if match.whom is not None else ()
        yield Finding(DemandKind.DEMAND, "demand.essential", adjective, match.pieces, (speaker,), asked)


def find_none(scene: Scene, there: Token) -> Iterator[Finding]:
    """“There will be no talks under fire”, in the voice of a source who can refuse them."""
    be = there.head
    speaker = scene.voice(there)
    if speaker is None or be.lemma_ != "be" or is_outsider(scene.cast, speaker) or has_condition(scene, be):
        return
    doc, at = there.doc, be.i + 1
    modal = any(child.lower_ in ("will", "can", "wo", "ca", "would", "could") for child in be.children)
    if not modal or at + 1 >= scene.limit(there.i) or doc[at].lower_ != "no" or is_supposed(scene, there):
        return
    if any(word.lower_ in ("without", "before") for word in doc[at : scene.limit(there.i)]):
        return
    pieces = ThingReader(scene, at + 1, Shape.WHAT, be).read()
    if pieces and thing_is(scene, pieces[0], "askable") and not thing_is(scene, pieces[0], "foretold"):
        yield Finding(DemandKind.REFUSAL, "refusal.no-one", there, pieces, (speaker,))
