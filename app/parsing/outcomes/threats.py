"""Threats that no "will" tells: what is not ruled out, what comes after "or", the empty chair, the possible further step."""

from __future__ import annotations

from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.frames import outcome_words
from app.parsing.outcomes.harm import hurts
from app.parsing.outcomes.scene import Scene
from app.parsing.predicates import Predicate, is_verbal, lemma_of, own_subject
from app.parsing.tokens import Token
from app.records import OutcomeStatus

THREATENED = OutcomeStatus.THREATENED
MENACES = frozenset({"consequence", "repercussion", "reckoning", "retaliation", "reprisal"})
POSSIBLY = frozenset({"potentially", "possibly", "perhaps", "maybe", "probably", "likely", "even"})


def find_option(scene: Scene, verb: Token) -> Draft | None:
    """ "refused to rule out force", "did not rule out a blockade": the thing is threatened; what hurts nobody may follow."""
    if lemma_of(verb) == "reserve":
        return _reserved(scene, verb)
    if lemma_of(verb) not in ("rule", "exclude", "preclude"):
        return None
    out = next((child for child in verb.children if child.lower_ == "out"), None)
    if lemma_of(verb) == "rule" and out is None:
        return None
    predicate = scene.predicate(verb)
    refusing = verb.head if verb.dep_ == "xcomp" and lemma_of(verb.head) in ("refuse", "decline") else None
    if refusing is None and not predicate.negated:
        return None
    thing = next(
        (child for child in verb.children if child.dep_ in ("dobj", "pcomp", "xcomp", "pobj") and child.i > verb.i),
        None,
    )
    if thing is None and out is not None:
        thing = next((child for child in out.children if child.i > out.i), None)
    subject = own_subject(refusing) if refusing is not None else predicate.subject
    actors = scene.claim(subject)
    if thing is None or not actors:
        return None
    owners = tuple(dict.fromkeys((*actors, *(scene.body_of(actors[0])))))
    start = thing.left_edge.i if not is_verbal(thing) else thing.i
    mild = not hurts(thing) if is_verbal(thing) else thing.lemma_.lower() in outcome_words("joint")
    status, rule = (OutcomeStatus.EXPECTED, "schedule.may") if mild else (THREATENED, "threat.option")
    return Draft(status, rule, thing, owners, None, verb, start=start)


def _reserved(scene: Scene, verb: Token) -> Draft | None:
    """ "reserves the right to leave": held over those who hear it."""
    right = next((child for child in verb.children if child.dep_ == "dobj" and child.lemma_.lower() == "right"), None)
    act = next((child for child in right.children if child.dep_ in ("acl", "relcl")), None) if right else None
    actors = scene.claim(scene.predicate(verb).subject)
    if act is None or not actors or not any(child.tag_ == "TO" for child in act.children):
        return None
    return Draft(THREATENED, "threat.option", act, actors, None, verb)


def find_or_else(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "must stop or face new sanctions": the penalty after "or"."""
    verb = predicate.verb
    struck = verb.tag_ == "VBN" and any(child.dep_ == "auxpass" and child.tag_ == "VB" for child in verb.children)
    penalty = lemma_of(verb) in outcome_words("penalty") or struck
    if not penalty or verb.dep_ != "conj" or predicate.negated:
        return None
    before = next(
        (token for token in verb.head.children if token.dep_ == "cc" and token.i < verb.i and token.i > verb.head.i),
        None,
    )
    if before is None or before.lower_ != "or" or lemma_of(verb) == lemma_of(verb.head):
        return None
    voice = scene.voice(verb)
    actors = (voice.speaker,) if voice.speaker else _ultimatum_giver(scene, verb)
    return Draft(THREATENED, "threat.or", verb, actors, None, before) if actors else None


def _ultimatum_giver(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Who gave the deadline or the order that "or" ends: the subject of the verb above the first alternative."""
    step = verb.head
    while step.head.i != step.i:
        step = step.head
        if is_verbal(step) and (subject := own_subject(step)) is not None:
            return scene.claim(subject)
    return ()


def find_nobody(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "if the ban stays, there will be nobody from France at the talks"."""
    verb = predicate.verb
    there = next((child for child in verb.children if child.dep_ == "expl" and child.i < verb.i), None)
    if there is None or lemma_of(verb) != "be" or scene.supposed(verb):
        return None
    what = next(
        (child for child in verb.children if child.dep_ in ("attr", "nsubj", "dobj") and child.i > verb.i), None
    )
    none = what is not None and (
        what.lower_ in ("nobody", "none", "nothing") or any(child.lower_ == "no" for child in what.children)
    )
    condition, voice = scene.condition_of(verb), scene.voice(verb)
    woe = what is not None and (
        what.lemma_.lower() in outcome_words("woes") | outcome_words("threatened_things") or what.lower_ == "bombing"
    )
    menace = what is not None and what.lemma_.lower() in MENACES
    if not (none or woe) or (condition is None and not menace) or voice.speaker is None:
        return None
    owners = tuple(dict.fromkeys((*scene.body_of(voice.speaker), voice.speaker)))
    return Draft(THREATENED, "threat.nobody", verb, owners, there, None, condition)


def find_further(scene: Scene, verb: Token) -> Draft | None:
    """ "…, potentially flying him to Paris": a further step, of the same kind as the promise or the threat that it hangs on."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or not any(child.lower_ in POSSIBLY for child in verb.children):
        return None
    base = next(
        (
            draft
            for draft in reversed(scene.drafts)
            if draft.verb.i < verb.i and scene.sentence(draft.verb) == scene.sentence(verb)
        ),
        None,
    )
    if base is None or base.status not in (OutcomeStatus.PROMISED, THREATENED, OutcomeStatus.EXPECTED):
        return None
    return Draft(base.status, "promise.further", verb, base.actors, None, None, base.condition)


def find_pain(scene: Scene, token: Token) -> Draft | None:
    """ "gave Egypt thirty days to open the gate, on pain of a blockade": the penalty of whoever sets it."""
    if token.lower_ not in ("pain", "threat", "penalty") or token.i < 1 or token.nbor(-1).lower_ not in ("on", "under"):
        return None
    of = next((child for child in token.children if child.lower_ == "of"), None)
    thing = next((child for child in of.children if child.dep_ in ("pobj", "pcomp")), None) if of is not None else None
    verb = token.head.head
    while not is_verbal(verb) and verb.head.i != verb.i:
        verb = verb.head
    while verb.dep_ in ("xcomp", "acl", "advcl", "conj", "relcl") and verb.head.i < verb.i:
        verb = verb.head if is_verbal(verb.head) else verb.head.head
    subject = scene.predicate(verb).subject if is_verbal(verb) else None
    actors = scene.claim(subject)
    if thing is None or not actors:
        return None
    start = thing.left_edge.i if not is_verbal(thing) else thing.i
    return Draft(THREATENED, "threat.pain", thing, actors, None, verb, start=start)


def find_included(scene: Scene, token: Token) -> Draft | None:
    """ "…, possibly including sanctions on its buyers": one of the consequences threatened before."""
    if token.lower_ != "including" or token.i == 0 or token.nbor(-1).lower_ not in POSSIBLY:
        return None
    base = next(
        (
            draft
            for draft in reversed(scene.drafts)
            if draft.verb.i < token.i and scene.sentence(draft.verb) == scene.sentence(token)
        ),
        None,
    )
    thing = next((child for child in token.children if child.dep_ == "pobj"), None)
    if base is None or thing is None or base.status not in (THREATENED, OutcomeStatus.PROMISED):
        return None
    return Draft(base.status, base.rule, thing, base.actors, None, token, base.condition, start=thing.left_edge.i)
