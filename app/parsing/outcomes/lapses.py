"""What was announced, threatened or due, and then not done."""

from __future__ import annotations

from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.frames import follows, matches, outcome_words
from app.parsing.outcomes.scene import Scene
from app.parsing.outcomes.sequels import TIMES, just_announced
from app.parsing.predicates import Predicate, is_verbal, lemma_of, own_subject
from app.parsing.tokens import Token
from app.records import OutcomeStatus

LAPSED = OutcomeStatus.LAPSED
PLEDGES = frozenset(
    {"promise", "pledge", "vow", "commitment", "undertaking", "offer", "assurance", "threat", "plan", "agreement"}
)
FORGOTTEN = frozenset(
    {"break", "forget", "ignore", "abandon", "withdraw", "drop", "shelve", "rescind", "retract", "bury", "scrap"}
)
SPANS = frozenset({"day", "hour", "week", "month", "date"})  # "the ninety days", not "the week"
AHEAD = frozenset({"ahead", "forward", "through", "into", "anywhere"})
DUES = frozenset({"payment", "instalment", "installment", "repayment", "delivery"})
LIMITS = frozenset(
    {
        "deadline",
        "ultimatum",
        "date",
        "days",
        "day",
        "hour",
        "week",
        "month",
        "period",
        "window",
        "grace",
        "timetable",
        "target",
    }
)


def find_lapse(scene: Scene, predicate: Predicate) -> Draft | None:
    """A deadline that ran out, a pledge never kept, a meeting that never took place."""
    verb, subject = predicate.verb, predicate.subject
    if subject is None or scene.supposed(verb) or told_with_a_lapse(scene, verb):
        return None
    for rule in (_missed, _never_did, _ran_out, _unkept, _never_happened, _fell_through, _cancelled):
        if draft := rule(scene, predicate):
            return draft
    return None


def told_with_a_lapse(scene: Scene, verb: Token) -> bool:
    """ "promised to try him, but the hearing was called off": told with the promise that lapsed."""
    before = scene.drafts[-1] if scene.drafts else None
    return (
        before is not None
        and before.rule in ("lapse.contrast", "lapse.was_to")
        and scene.sentence(before.verb) == scene.sentence(verb)
    )


def is_cancelling(verb: Token) -> bool:
    return matches(verb, "cancelled")


def _fell_through(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The swap fell through", "Talk of a customs union came to nothing"."""
    verb, subject = predicate.verb, predicate.subject
    if (
        subject is None
        or predicate.negated
        or subject.pos_ not in ("NOUN", "PROPN")
        or not matches(verb, "came_to_nothing")
    ):
        return None
    owner = scene.parties(subject) if scene.is_joint(subject) else scene.owner_of(subject)
    return Draft(LAPSED, "lapse.never", verb, owner, subject)


def _antecedent(subject: Token, predicate: Predicate) -> Token:
    """What "which" stands for."""
    return predicate.lead.head if subject.tag_ in ("WDT", "WP") and predicate.lead.dep_ == "relcl" else subject


def _ran_out(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The ninety days ran out", "a deadline, which expired last Friday": what is limited is in the words."""
    verb, subject = predicate.verb, predicate.subject
    if subject is None or predicate.negated or not matches(verb, "run_out"):
        return None
    noun = _antecedent(subject, predicate)
    if noun.lemma_.lower() not in LIMITS and noun.lower_ not in LIMITS:
        return None
    if noun.lemma_.lower() in SPANS and not any(child.like_num for child in noun.children):
        return None
    return Draft(LAPSED, "lapse.deadline", verb, giver_of(scene, noun), noun)


def giver_of(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Whose deadline it was: its possessor, who gave it, or who was last said to have set one."""
    for child in noun.children:
        if child.dep_ == "poss":
            return scene.claim(child)
    if noun.dep_ == "dobj" and is_verbal(noun.head):
        return scene.claim(scene.predicate(noun.head).subject)
    earlier = [
        draft
        for draft in scene.drafts
        if draft.actors and draft.status in (OutcomeStatus.THREATENED, OutcomeStatus.PROMISED)
    ]
    if earlier and noun.i - earlier[-1].verb.i < 40:
        return earlier[-1].actors
    return scene.owner_of(noun) if noun.lemma_.lower() in ("ultimatum", "deadline") else ()


def _missed(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "Egypt skipped a payment", "the army let the deadline pass", "both sides missed a deadline to …"."""
    verb = predicate.verb
    if predicate.passive or predicate.negated or lemma_of(verb) not in ("let", "miss", "skip"):
        return None
    objects = {child.lemma_.lower() for child in verb.children if child.dep_ == "dobj"}
    let = lemma_of(verb) == "let" and any(
        lemma_of(child) in ("pass", "slip", "lapse", "expire", "go")
        and any(one.lemma_.lower() in LIMITS | DUES or one.lower_ in TIMES for one in child.children)
        for child in verb.children
    )
    if not let and (lemma_of(verb) == "let" or not objects & (LIMITS | DUES)):
        return None
    before = scene.drafts[-1] if scene.drafts else None
    if before is not None and before.status is LAPSED and scene.sentence(before.verb) == scene.sentence(verb):
        return None
    actors = scene.claim(predicate.subject)
    return Draft(LAPSED, "lapse.missed", verb, actors) if actors else None


def _never_did(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "Chile never sent the doctors that it had promised": not done, of what was announced."""
    verb, subject = predicate.verb, predicate.subject
    if subject is None or predicate.passive or not any(child.lower_ == "never" for child in verb.children):
        return None
    things = (child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i)
    actors = scene.claim(subject) if any(_was_announced(thing) for thing in things) else ()
    return Draft(LAPSED, "lapse.never", verb, actors) if actors else None


def _unkept(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "A pledge by both sides to withdraw was never kept": the words are what was promised, where they are given."""
    verb, subject = predicate.verb, predicate.subject
    if subject is None or subject.lemma_.lower() not in PLEDGES:
        return None
    unkept = matches(verb, "unkept") and predicate.negated and predicate.passive
    forgotten = predicate.passive and lemma_of(verb) in FORGOTTEN
    actors = scene.claim(_promiser(subject)) or _promised_before(scene, subject)
    if not (unkept or forgotten or matches(verb, "broken")) or not actors:
        return None
    promised = next((child for child in subject.children if _to_do(child)), None)
    if promised is not None:
        return Draft(LAPSED, "lapse.pledge", promised, actors)
    return Draft(LAPSED, "lapse.pledge", verb, actors, subject)


def _promised_before(scene: Scene, pledge: Token) -> tuple[str, ...]:
    """Whose "the promise" was: that of the sentence before."""
    before = just_announced(scene, pledge)
    told = before is not None and scene.sentence(before.verb) == scene.sentence(pledge)
    return before.actors if before is not None and not told and pledge.left_edge.lower_ in ("the", "that") else ()


def _to_do(child: Token) -> bool:
    return child.dep_ in ("acl", "relcl") and any(one.tag_ == "TO" for one in child.children)


def _promiser(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    return None


def _never_happened(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The exchange never took place", "a hotline, promised for May, has never rung", "the panel has yet to be named"."""
    verb, subject = predicate.verb, predicate.subject
    if subject is None or not (predicate.negated or _has_yet(verb)):
        return None
    done = lemma_of(verb) in outcome_words("take_place") or (predicate.passive and matches(verb, "never_done"))
    never = done and (
        not predicate.passive or any(child.lower_ in ("never", "still", "yet") for child in verb.children)
    )
    if lemma_of(verb) == "go" and not follows(verb, AHEAD):
        never = False  # "did not go down well"
    if predicate.passive and any(child.lower_ == "no" for child in subject.children):
        never = False  # "no date has been set yet"
    event = subject.lemma_.lower() in outcome_words("lapsing") and never
    if not event and not _was_announced(subject):
        return None
    told = _announcer(scene, subject)
    actors = told or (scene.parties(subject) if scene.is_joint(subject) else scene.owner_of(subject))
    return Draft(LAPSED, "lapse.never", verb, actors, subject)


def _has_yet(verb: Token) -> bool:
    return lemma_of(verb) in ("have", "be") and any(child.lower_ == "yet" for child in verb.children)


def _was_announced(subject: Token) -> bool:
    """ "promised for May", "that Iran had scheduled": said of the subject in a participle or a relative clause."""
    if "due" in [token.lower_ for token in subject.doc[subject.i + 1 : subject.i + 5]]:
        return True
    return any(
        child.dep_ in ("acl", "relcl", "amod", "appos")
        and (lemma_of(child) in outcome_words("announcing") or child.lower_ in outcome_words("announced"))
        for child in subject.children
    )


def _announcer(scene: Scene, subject: Token) -> tuple[str, ...]:
    """Sudan in "the convoy, which Sudan had announced"."""
    for child in subject.children:
        if child.dep_ == "relcl" and lemma_of(child) in outcome_words("announcing") and (who := own_subject(child)):
            return scene.claim(who) if who.tag_ not in ("WDT", "WP") else ()
    return ()


def _possessor(noun: Token) -> Token | None:
    return next((child for child in noun.children if child.dep_ == "poss"), None)


def _cancelled(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The handover was called off an hour before it was due"."""
    verb, subject = predicate.verb, predicate.subject
    if subject is None or not predicate.passive or predicate.negated or not matches(verb, "cancelled"):
        return None
    if subject.lemma_.lower() not in outcome_words("lapsing") and not _was_announced(subject):
        return None
    told = _announcer(scene, subject) or scene.shared_by(subject)
    actors = told or (scene.parties(subject) if scene.is_joint(subject) else scene.claim(_possessor(subject)))
    return Draft(LAPSED, "lapse.cancelled", verb, actors, subject)
