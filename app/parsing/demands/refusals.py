"""Rules for what a source will not do: will not and never, not going to, a question answered with "would not"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from app.parsing.demands.clauses import has_condition, is_supposed
from app.parsing.demands.frames import read_frames, read_list
from app.parsing.demands.holders import find_holders, find_subject
from app.parsing.demands.matching import match_takes
from app.parsing.demands.scene import Finding, Piece, Scene
from app.parsing.demands.shapes import Shape
from app.parsing.demands.things import ThingReader
from app.parsing.demands.voices import find_clause_subject
from app.parsing.lexicon import read_words
from app.records import DemandKind

WILL = frozenset({"will", "would", "wo", "'ll", "’ll", "shall"})


def find_will_not(scene: Scene, modal: Token) -> Iterator[Finding]:
    """“We will not pay”, "it would never pay", "No minister will ever sign"."""
    verb = modal.head if modal.head.i > modal.i else None
    if verb is None or verb.tag_ not in ("VB", "NN", "VBP", "JJ", "VBN"):
        yield from find_answer(scene, modal)
        return
    if verb.tag_ == "VBN" and (scene.voice(modal) is None or any(child.lemma_ == "have" for child in verb.children)):
        return  # "it would not be bound" is a refusal only where the one who would be bound says so
    if verb.lemma_ in read_list("passive_will") or is_supposed(scene, modal) or has_condition(scene, verb):
        return
    subject = find_clause_subject(modal, verb)
    if subject is None:
        return
    begin = find_refused(modal, verb)
    denied = [frame for frame in read_frames().verbs.get(verb.lemma_, ()) if frame.only == "denied"]
    if begin is not None and any(match_takes(scene, verb, verb.i + 1, frame.takes) for frame in denied):
        return  # "will not accept": the rule for verbs reads what is not accepted
    speaker = scene.voice(modal)
    if any(child.tag_ == "WP" and child.i < modal.i for child in verb.children):
        return
    if begin is None:
        if speaker and has_no(subject) and subject.i < modal.i:
            begin = subject.left_edge.i
            pieces = ThingReader(scene, modal.i + 1, Shape.DO, modal).read()
            yield Finding(DemandKind.REFUSAL, "refusal.no-one", modal, (Piece(begin, pieces[0].end),), (speaker,))
        return
    holders = find_holders(scene, subject)
    if not holders or (speaker and not speaks_of_own(scene, speaker, holders)):
        return
    pieces = ThingReader(scene, begin, Shape.DO, modal).read()
    yield Finding(DemandKind.REFUSAL, "refusal.will-not", modal, pieces, holders)


def find_not_going(scene: Scene, going: Token) -> Iterator[Finding]:
    """“We are not going to pay”: the refusal of everyday speech."""
    doc = going.doc
    denied = {child.lower_ for child in going.children} & {"not", "n't", "n’t", "never"}
    if not denied or going.i + 2 >= len(doc) or doc[going.i + 1].lower_ != "to" or doc[going.i + 2].tag_ != "VB":
        return
    verb = doc[going.i + 2]
    if verb.lemma_ in read_list("passive_will") or is_supposed(scene, going) or has_condition(scene, verb):
        return
    holders = find_holders(scene, find_subject(going))
    speaker = scene.voice(going)
    if holders and speaker and speaks_of_own(scene, speaker, holders):
        pieces = ThingReader(scene, verb.i, Shape.DO, going).read()
        yield Finding(DemandKind.REFUSAL, "refusal.will-not", going, pieces, holders)


def find_refused(modal: Token, verb: Token) -> int | None:
    """The token behind "not" or "never", at which the refused predicate begins; None where nothing is denied."""
    doc = modal.doc
    for index in range(modal.i + 1, verb.i):
        if doc[index].lower_ == "rather":
            continue
        if doc[index].lower_ in ("not", "n't", "n’t", "never"):
            at = index + 1
            while at < verb.i and doc[at].tag_ == "RB":
                at += 1
            return at if doc[at].lower_ != "rather" else None
        if doc[index].tag_ not in ("RB",):
            return None
    refused = any(
        child.dep_ == "dobj" and (child.lower_ in ("neither", "none") or has_no(child)) for child in verb.children
    )
    return verb.i if refused and verb.lemma_ not in ("have", "get", "see", "find") else None  # "would do neither"


def has_no(subject: Token) -> bool:
    return any(child.lower_ == "no" for child in subject.children)


def speaks_of_own(scene: Scene, speaker: str, holders: tuple[str, ...]) -> bool:
    """Whether a speaker tells of himself or his side; what others say of an actor is a prediction."""
    side = scene.cast.side_of(speaker)
    if side is None and set(scene.cast.figures[speaker].role.casefold().split()) & read_words("names", "offices"):
        return True
    return any(key in (speaker, side) or (side and scene.cast.side_of(key) == side) for key in holders)


def find_answer(scene: Scene, modal: Token) -> Iterator[Finding]:
    """“Asked if Chad would leave, Lund said that it would not”: what is refused stands in the question."""
    doc = modal.doc
    sentence = scene.article.sentence(modal)
    if (
        modal.i + 1 >= sentence.end
        or doc[modal.i + 1].lower_ not in ("not", "n't", "n’t")
        or sentence[0].lemma_ not in ("ask", "press")
    ):
        return
    asked = next((token for token in sentence if token.lower_ in ("if", "whether")), None)
    if asked is None or asked.i > modal.i or doc[min(modal.i + 2, sentence.end - 1)].tag_ in ("VB", "RB"):
        return
    for token in doc[asked.i + 1 : modal.i]:
        if token.lower_ in WILL and token.head.tag_ in ("VB", "NN") and token.head.i > token.i:
            pieces = ThingReader(scene, token.i + 1, Shape.DO, token).read()
            subject = find_clause_subject(token, token.head)
            yield Finding(DemandKind.REFUSAL, "refusal.answer", modal, pieces, find_holders(scene, subject))
            return
