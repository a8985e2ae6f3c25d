"""What a sentence tells of the promise, threat or date of the one before: nothing came of it, all stayed as it was."""

from __future__ import annotations

from app.parsing.lexicon import read_words
from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.frames import outcome_words
from app.parsing.outcomes.scene import Scene
from app.parsing.predicates import MONTHS, Form, Predicate, is_verbal, lemma_of
from app.parsing.tokens import Token
from app.records import OutcomeStatus

LAPSED = OutcomeStatus.LAPSED
NOBODY = frozenset({"none", "nothing", "neither", "nobody"})
ANNOUNCED = frozenset({OutcomeStatus.PROMISED, OutcomeStatus.THREATENED, LAPSED})
WORDS = frozenset({"answer", "reply", "response", "word", "comment", "explanation", "reason"})
HARM = frozenset(
    {
        "change",
        "thank",
        "stop",
        "ask",
        "laugh",
        "applaud",
        "see",
        "hear",
        "speak",
        "hurt",
        "injure",
        "kill",
        "wound",
        "harm",
        "budge",
        "know",
        "say",
        "expect",
        "believe",
    }
)
TIMES = frozenset(
    {
        "noon",
        "midnight",
        "dawn",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "christmas",
        "easter",
        "ramadan",
        "monday",
    }
    | {"tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "date", "dates", "day", "deadline", "year"}
)
SHORT, FAR = 12, 60  # tokens


def find_sequel(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "None did.", "It has not.", "June came and went.", "The road is still shut.": soon after what was announced."""
    if predicate.subject is None or not _short(scene, predicate.verb) or scene.supposed(predicate.verb):
        return None
    if predicate.form is Form.PRESENT:
        return _still_so(scene, predicate) or _did_not(scene, predicate)
    for rule in (_none_did, _stayed, _still_so, _did_not, _went_by):
        if draft := rule(scene, predicate):
            return draft
    return None


def _none_did(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "None did.", "Nothing came.", "Not one prisoner left his cell.": a short denial after a promise or a threat."""
    verb, subject = predicate.verb, predicate.subject
    if (
        subject is None
        or lemma_of(verb) in HARM | read_words("speech", "saying") - {"report"}
        or not (announced := just_announced(scene, verb) or _just_due(scene, verb))
    ):
        return None
    if announced.status is OutcomeStatus.EXPECTED and not _was_told_once(scene, announced):
        return None
    if lemma_of(verb) in ("listen", "agree", "object", "notice", "believe", "mind", "care", "doubt"):
        return None
    words = {child.lower_ for child in subject.subtree}
    if subject.lemma_.lower() in WORDS:
        return None  # "No answer came."
    none = subject.lower_ in NOBODY or bool(words & {"no", "not", "neither"} and not words & {"all", "every"})
    nothing = any(child.dep_ == "dobj" and _no_thing(child) for child in verb.children)
    if not (none or nothing or (predicate.negated and lemma_of(verb) in outcome_words("take_place"))):
        return None
    own = scene.doers(subject) if nothing else ()
    return Draft(LAPSED, "lapse.none", verb, own or announced.actors, None if own else subject)


def _no_thing(noun: Token) -> bool:
    return noun.lower_ in NOBODY or any(child.lower_ == "no" for child in noun.children)


def _stayed(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The road stayed shut": after a promise or a threat, what remained as it was."""
    verb, subject = predicate.verb, predicate.subject
    if subject is None or lemma_of(verb) not in outcome_words("staying") or predicate.negated:
        return None
    state = any(
        child.dep_ in ("acomp", "oprd", "advcl") or child.lower_ in ("in", "where", "put") for child in verb.children
    )
    announced = just_announced(scene, verb)
    if announced is None or not state or scene.doers(subject):
        return None
    return Draft(LAPSED, "lapse.stayed", verb, announced.actors, subject)


def _still_so(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The crossings are still shut.", "On Monday they were still there.": what was to end by a day that lies behind."""
    verb, subject = predicate.verb, predicate.subject
    still = any(child.lower_ == "still" for child in verb.children)
    if subject is None or not still or lemma_of(verb) != "be" or predicate.negated:
        return None
    announced = just_announced(scene, verb)
    state = any(child.dep_ in ("acomp", "prep", "advmod") and child.i > verb.i for child in verb.children)
    if announced is None or not state or not _was_told_once(scene, announced) or announced.status is LAPSED:
        return None
    told = {token.lemma_.lower() for token in announced.verb.subtree if token.pos_ in ("NOUN", "PROPN")}
    meant = scene.doers(subject)
    back = subject.lower_ in ("they", "it") or subject.lemma_.lower() in told
    if not back and not set(meant) & set(announced.actors):
        return None
    return Draft(LAPSED, "lapse.stayed", verb, announced.actors, subject)


def _was_told_once(scene: Scene, announced: Draft) -> bool:
    """ "promised to leave by Friday", "had agreed to open them": told as past, with or without a day."""
    cue = announced.cue
    if cue is None:
        return any(token.lower_ in ("would", "had") for token in scene.sentence(announced.verb))
    return is_verbal(cue) and scene.predicate(cue).form in (Form.PAST, Form.PLUPERFECT)


def _did_not(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "It never did so.", "So far it has not.", "He did not come.": of whoever was to do it."""
    verb, subject = predicate.verb, predicate.subject
    denied = predicate.negated or any(child.dep_ == "neg" for child in verb.children)
    if subject is None or not denied:
        return None
    alone = lemma_of(verb) in ("do", "have") and not any(
        child.dep_ in ("dobj", "ccomp", "xcomp") and child.lower_ not in ("so", "it", "that") for child in verb.children
    )
    if not alone and lemma_of(verb) not in outcome_words("turning_up"):
        return None
    announced = just_announced(scene, verb) or _just_due(scene, verb)
    if announced is None or announced.status is LAPSED or not _was_told_once(scene, announced):
        return None
    if not set(scene.doers(subject)) & set(announced.actors):
        return None
    return Draft(LAPSED, "lapse.none", verb, announced.actors, None if not alone else subject)


def _just_due(scene: Scene, verb: Token) -> Draft | None:
    """What was due by the sentence before."""
    before = scene.drafts[-1] if scene.drafts else None
    near = before is not None and scene.article.sentence_of[verb.i] - scene.article.sentence_of[before.verb.i] == 1
    return before if before is not None and near and before.status is OutcomeStatus.EXPECTED else None


def _went_by(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "June came and went.": the time that somebody was given in the sentence before."""
    verb, subject = predicate.verb, predicate.subject
    went = lemma_of(verb) == "come" and any(lemma_of(one) == "go" for one in verb.conjuncts)
    gone = went or lemma_of(verb) in ("pass", "elapse")
    if subject is None or not gone or predicate.negated or scene.article.sentence_of[verb.i] == 0:
        return None
    words = {subject.lower_, subject.lemma_.lower()}
    if not words & (MONTHS | TIMES):
        return None
    announced = just_announced(scene, verb)
    before = scene.article.sentences[scene.article.sentence_of[verb.i] - 1]
    named = is_verbal(before.root) and any(token.lower_ == subject.lower_ for token in before)
    actors = scene.claim(scene.predicate(before.root).subject) if named else ()
    if not (named or went):
        return None
    if not actors and announced is not None:
        actors = announced.actors
    return Draft(LAPSED, "lapse.deadline", verb, actors, subject)


def _short(scene: Scene, verb: Token) -> bool:
    sentence = scene.sentence(verb)
    return sentence.end - sentence.start <= SHORT and scene.article.mark_of[verb.i] < 0


def just_announced(scene: Scene, verb: Token) -> Draft | None:
    """The promise, threat or deadline told last, a few sentences back at most."""
    earlier = [draft for draft in scene.drafts if draft.status in ANNOUNCED]
    return earlier[-1] if earlier and verb.i - earlier[-1].verb.i < FAR else None
