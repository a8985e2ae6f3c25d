"""Rules for what is refused in a question or an answer, by "neither", or by a name that one gives it."""

from __future__ import annotations

from collections.abc import Iterator

from app.parsing.demands.clauses import denial, has_helper, is_supposed
from app.parsing.demands.frames import read_frames, read_list
from app.parsing.demands.holders import find_holders, find_subject, is_outsider
from app.parsing.demands.refusals import WILL, speaks_of_own
from app.parsing.demands.scene import Finding, Piece, Scene
from app.parsing.demands.shapes import Shape, begins_noun
from app.parsing.demands.things import ThingReader
from app.parsing.demands.voices import find_clause_subject
from app.parsing.lexicon import read_words
from app.parsing.tokens import Token
from app.records import DemandKind

ASKING = frozenset({"should", "would", "must"})
CALLING = frozenset({"call", "deem", "consider", "declare", "brand", "pronounce", "find", "think", "judge", "term"})
OBJECTED = frozenset({"unacceptable", "inadmissible", "intolerable", "unthinkable", "nonstarter", "starter"})
TAKING = frozenset({"want", "accept", "need", "seek"})


def find_why(scene: Scene, why: Token) -> Iterator[Finding]:
    """““Why should we pay?” she asked”: a question that refuses."""
    doc, speaker = why.doc, scene.voice(why)
    if speaker is None or scene.article.mark_of[why.i] < 0 or why.i + 3 >= len(doc) or not why.text[0].isupper():
        return
    modal, subject, verb = doc[why.i + 1], doc[why.i + 2], doc[why.i + 3]
    own = subject.lower_ in ("we", "i") or (
        subject.i in scene.cast.naming_of and speaks_of_own(scene, speaker, scene.cast.resolve(subject))
    )
    if modal.lower_ not in ASKING or not own or verb.tag_ not in ("VB", "VBP") or is_outsider(scene.cast, speaker):
        return
    if verb.lemma_ in read_list("minding") or verb.lemma_ == "be":
        return
    pieces = ThingReader(scene, verb.i, Shape.DO, why).read()
    yield Finding(DemandKind.REFUSAL, "refusal.question", why, pieces[:1], (speaker,))


def find_no(scene: Scene, no: Token) -> Iterator[Finding]:
    """“Would Chad lift the ban? “Never,” said its envoy”, "Asked if she would sign, she said no": what is refused stands in
    the question."""
    doc, article = no.doc, scene.article
    if no.i + 1 < len(doc) and not (doc[no.i + 1].is_punct or doc[no.i + 1].is_quote or doc[no.i + 1].lower_ == "in"):
        return
    sentence = article.sentence(no)
    said = next(
        (word for word in reversed(doc[sentence.start : no.i]) if not word.is_punct and not word.is_quote), None
    )
    if said is not None and said.lemma_ in ("say", "answer", "reply") and sentence[0].lemma_ in ("ask", "press"):
        asked = next((word for word in sentence if word.lower_ in ("if", "whether")), None)
        if asked is not None and asked.i < no.i:
            yield from read_question(scene, no, asked.i + 1, said.i, find_holders(scene, find_subject(said)))
        return
    nth = article.sentence_of[no.i]
    opens = article.mark_of[no.i] >= 0 and (no.i == 0 or doc[no.i - 1].is_quote)
    speaker = scene.voice(no)
    if not opens or not nth or speaker is None:
        return
    before = article.sentences[nth - 1]
    if before[-1].text == "?" and article.mark_of[before.start] < 0 and before[0].lower_ in WILL:
        yield from read_question(scene, no, before.start, before.end - 1, (speaker,))


def read_question(scene: Scene, no: Token, start: int, end: int, holders: tuple[str, ...]) -> Iterator[Finding]:
    """The predicate of a question about the one who answers, or about his side: "Would [Chad] lift the ban"."""
    doc = no.doc
    for modal in doc[start:end]:
        if modal.lower_ not in WILL or modal.tag_ != "MD":
            continue
        verb = modal.head
        subject = find_clause_subject(modal, verb) or next(
            (child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None
        )
        keys = scene.cast.resolve(subject) if subject is not None else ()
        own = subject is not None and (
            subject.lower_ in ("he", "she")
            or set(keys) & set(holders)
            or any(speaks_of_own(scene, one, keys) for one in holders)
        )
        if own and verb.tag_ in ("VB", "VBP") and verb.i > modal.i:
            pieces = ThingReader(scene, verb.i, Shape.DO, verb, limit=end).read()
            who = holders if subject is None or subject.tag_ == "PRP" else keys
            yield Finding(DemandKind.REFUSAL, "refusal.answer", no, pieces[:1], who or holders)
        return


def find_neither(scene: Scene, neither: Token) -> Iterator[Finding]:
    """“Chad wants neither the money nor the men”."""
    doc, limit = neither.doc, scene.limit(neither.i)
    verb = doc[neither.i - 1] if neither.i else neither
    nor = next((index for index in range(neither.i + 1, limit) if doc[index].lower_ == "nor"), 0)
    if verb.tag_[:2] != "VB" or read_frames().base(verb) not in TAKING or not nor or nor + 1 >= limit:
        return
    if is_supposed(scene, verb) or denial(verb) or not (begins_noun(doc[neither.i + 1]) and begins_noun(doc[nor + 1])):
        return
    further = ThingReader(scene, nor + 1, Shape.WHAT, verb).read()
    if holders := find_holders(scene, find_subject(verb)):
        yield Finding(DemandKind.REFUSAL, "refusal.neither", neither, (Piece(neither.i + 1, nor), *further), holders)


def find_called(scene: Scene, word: Token) -> Iterator[Finding]:
    """“Chad called the offer unacceptable”, "deems a swap a non-starter"."""
    doc, sentence = word.doc, scene.article.sentence(word)
    verb = next((one for one in reversed(doc[sentence.start : word.i]) if one.lemma_ in CALLING), None)
    if verb is None or denial(verb) or is_supposed(scene, verb):
        return
    if verb.tag_ == "VBN" and not has_helper(verb, ("have",)):
        return
    start, end = verb.i + 1, word.i
    while end > start and (
        doc[end - 1].tag_ in ("DT", "RB") or doc[end - 1].text in ("-", "“", '"') or doc[end - 1].lower_ == "non"
    ):
        end -= 1
    words = doc[start:end]
    if (
        end - start < 2
        or not begins_noun(doc[start])
        or any(one.tag_ in ("VBD", "VBZ", "VBP", "MD") or one.is_punct for one in words)
    ):
        return
    if holders := find_holders(scene, find_subject(verb)):
        yield Finding(DemandKind.REFUSAL, "refusal.called", word, (Piece(start, end),), holders)


def is_fiction(scene: Scene, cue: Token) -> bool:
    """“In the play, a king demands”: nobody's demand."""
    sentence = scene.article.sentence(cue)
    opening = [word.lower_ for word in sentence[:4]]
    return opening[:1] == ["in"] and bool(set(opening[1:]) & read_words("names", "fictions"))
