"""The rule for the nouns of wanting that the lexicon lists, and whose demand a noun is."""

from __future__ import annotations

from collections.abc import Iterator

from app.parsing.demands.clauses import denial, is_supposed
from app.parsing.demands.frames import Frame, read_frames, read_list
from app.parsing.demands.holders import (
    find_holders,
    find_owners,
    find_subject,
)
from app.parsing.demands.matching import Match, find_noun, match_takes
from app.parsing.demands.scene import Finding, Scene
from app.parsing.demands.shapes import Shape
from app.parsing.demands.words import is_allowed, make_finding
from app.parsing.tokens import Token


def find_by_noun(scene: Scene, noun: Token) -> Iterator[Finding]:
    """“His demand for a tribunal”, "a call by Norway to …", "with another goal: keeping …"."""
    frames = read_frames().nouns.get(noun.lemma_.lower())
    if not frames or noun.pos_ not in ("NOUN", "PROPN") or is_supposed(scene, noun):
        return
    governor = noun.head if noun.dep_ in ("dobj", "attr", "oprd") else noun.head.head if noun.dep_ == "pobj" else None
    if governor is not None and governor.lemma_ in read_list("dropping"):
        return
    if noun.lemma_ == "demand" and is_market(noun):
        return
    if governor is not None and governor.lemma_ == "give" and any(child.dep_ == "prt" for child in governor.children):
        return  # "would give up its claim to the valley"
    if any(child.lower_ in ("little", "few", "scant", "less") for child in noun.children):
        return  # "showed little interest in"
    for frame in frames:
        none = any(child.lower_ == "no" for child in noun.children)
        if (frame.only == "no") != none:
            continue
        match = _match_noun(scene, noun, frame)
        if match is None or not is_allowed(scene, frame, match) or is_owner(scene, match):
            continue
        holders = find_owners(scene, noun) or find_noun_holders(scene, noun, governor)
        finding = make_finding(scene, frame.kind, f"{frame.kind}.noun", noun, match, holders)
        if finding is not None:
            yield finding
            return


def is_owner(scene: Scene, match: Match) -> bool:
    """“the wishes [of Chad]”: whose they are, and not what is wished."""
    start, end = match.pieces[0].start, match.pieces[0].end
    if match.shape is not Shape.WHAT or scene.article.doc[start - 1].lower_ != "of":
        return False
    noun = find_noun(scene, start, end)
    return noun is not None and bool(scene.cast.resolve(noun))


def _match_noun(scene: Scene, noun: Token, frame: Frame) -> Match | None:
    doc = noun.doc
    if noun.i + 2 < len(doc) and doc[noun.i + 1].text in (":", "—", "–") and ("of", "DOING") in frame.takes:
        return match_takes(scene, noun, noun.i + 2, (("DOING",), ("to", "DO"), ("WHAT",)))
    after = noun.i + 1
    by = next((child for child in noun.children if child.lower_ in ("by", "from") and child.i == after), None)
    if by is not None:
        after = by.right_edge.i + 1 if by.right_edge.i < scene.limit(noun.i) else after
        nearest = next((child for child in by.children if child.dep_ == "pobj"), None)
        after = nearest.i + 1 if nearest is not None else after
    is_subject = noun.head.lemma_ == "be" and noun.dep_ == "nsubj" and noun.head.i > noun.i
    is_subject = is_subject and doc[noun.head.i + 1].tag_ in ("TO", "IN", "RB")
    told = match_takes(scene, noun, noun.head.i + 1, (("to", "DO"), ("that", "SHOULD"))) if is_subject else None
    return told or match_takes(scene, noun, after, frame.takes, end=_end_of_phrase(scene, noun))


def _end_of_phrase(scene: Scene, noun: Token) -> int:
    """Where the noun is a subject, its phrase ends before the verb: "his call for calm [went unheard]"."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.i < noun.i:
        return 0
    helping = [child.i for child in verb.children if child.dep_ in ("aux", "auxpass", "neg") and child.i > noun.i]
    return min([verb.i, *helping])


def find_noun_holders(scene: Scene, noun: Token, governor: Token | None) -> tuple[str, ...]:
    """The subject of the verb that holds the noun ("repeated a demand for", "is coming with a different goal")."""
    if noun.head.lemma_ == "be":  # "What she repeats is the demand that …"
        clause = next((child for child in noun.head.children if child.dep_ == "csubj"), None)
        if clause is not None:
            return find_holders(scene, find_subject(clause))
    if governor is None:
        return ()
    if governor.lemma_ == "be" and any(child.lower_ == "it" and child.dep_ == "nsubj" for child in governor.children):
        return ()  # "It is the dream of every child"
    if noun.dep_ == "pobj" and noun.head.lower_ not in ("with", "in", "by", "on", "to"):
        return ()
    if governor.pos_ == "ADJ" and noun.dep_ == "pobj" and noun.head.lower_ == "to":
        return ()  # "was deaf to calls for"
    if governor.lemma_ not in read_list("holding") and governor.pos_ not in ("AUX", "ADJ"):
        return ()
    if denial(governor):
        return ()
    subject = find_subject(governor) or (find_subject(governor.head) if governor.head.i != governor.i else None)
    return find_holders(scene, subject)


def is_market(noun: Token) -> bool:
    """Whether "demand" is the economists': what buyers buy."""
    market = read_list("market")
    near = [noun.head, *noun.children, noun.nbor(-1) if noun.i else noun]
    near += list(noun.head.children) if noun.head.i != noun.i else []
    if any(word.lemma_.lower() in market for word in near if word.i != noun.i):
        return True
    determined = any(child.dep_ in ("det", "poss") for child in noun.children)
    return noun.tag_ == "NN" and not determined and not any(child.lower_ in ("that",) for child in noun.children)
