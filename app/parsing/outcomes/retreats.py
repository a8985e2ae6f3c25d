"""Whoever goes back on what he promised, threatened or planned: "reneged on a promise to …", "called off the visit"."""

from __future__ import annotations

from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.frames import follows, matches, outcome_words
from app.parsing.outcomes.lapses import told_with_a_lapse
from app.parsing.outcomes.scene import Scene
from app.parsing.predicates import Form, Predicate, is_verbal, lemma_of
from app.parsing.tokens import Token
from app.records import OutcomeStatus

LAPSED = OutcomeStatus.LAPSED
AS_SAID = frozenset(
    {"promise", "agree", "pledge", "plan", "schedule", "threaten", "undertake", "vow", "announce", "expect"}
)
DUTIES = frozenset({"deadline", "target", "obligation", "pledge", "promise", "commitment"})


def find_retreat(scene: Scene, predicate: Predicate) -> Draft | None:
    """What somebody took back, put off, or did not do as he had said he would."""
    if (
        predicate.passive
        or predicate.subject is None
        or scene.supposed(predicate.verb)
        or scene.is_asked(predicate.verb)
        or told_with_a_lapse(scene, predicate.verb)
    ):
        return None
    return _took_back(scene, predicate) or _called_off(scene, predicate) or _left_undone(scene, predicate)


def find_given_up(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "no longer demands an apology", "has stopped insisting on ten kilometers": a demand given up is an act."""
    verb, stops = predicate.verb, lemma_of(predicate.verb) in ("stop", "cease")
    if not stops and lemma_of(verb) not in outcome_words("insisting"):
        return None
    if predicate.passive or predicate.subject is None or scene.supposed(verb):
        return None
    wanting: Token | None = verb
    if stops:
        wanting = next((child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VBG"), None)
    elif not any(child.lower_ == "longer" and child.i < verb.i for child in verb.children):
        return None
    if wanting is None or lemma_of(wanting) not in outcome_words("insisting") or not scene.doers(predicate.subject):
        return None
    if lemma_of(wanting) == "ask" and not any(child.lower_ == "for" for child in wanting.children):
        return None
    return Draft(OutcomeStatus.OCCURRED, "event.yield", verb, scene.claim(predicate.subject))


def _took_back(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "backed away from its threat to halt the water", "never made good on its offer": the words are the thing itself,
    where they are given."""
    verb = predicate.verb
    kept = matches(verb, "unkept") and predicate.negated
    if not kept and (predicate.negated or not matches(verb, "going_back")):
        return None
    leaving = next((act for act in _acts_behind(verb)), None)
    if leaving is not None and (actors := scene.claim(predicate.subject)):
        return Draft(LAPSED, "lapse.retreat", leaving, actors)
    pledge = next((noun for noun in _objects(verb) if noun.lemma_.lower() in outcome_words("pledged")), None)
    actors = scene.claim(predicate.subject)
    body = predicate.subject is not None and predicate.subject.lemma_.lower() in outcome_words("agents")
    if pledge is None or not (actors or body) or _of_another(scene, pledge, actors):
        return None
    behind = (*pledge.children, *(child for child in verb.children if child.left_edge.i == pledge.i + 1))
    promised = next((child for child in behind if _to_do(child)), None)
    return Draft(LAPSED, "lapse.retreat", promised if promised is not None else verb, actors)


def _acts_behind(verb: Token) -> list[Token]:
    """ "backed away from leaving the court": the act that was given up."""
    if lemma_of(verb) not in ("back", "retreat", "step", "shy", "pull", "climb", "row"):
        return []
    preps = [child for child in verb.children if child.dep_ in ("prep", "prt", "advmod") and child.i > verb.i]
    inner = [one for child in preps for one in child.children if one.dep_ == "prep"]
    return [one for prep in (*preps, *inner) for one in prep.children if one.dep_ == "pcomp" and one.tag_ == "VBG"]


def _of_another(scene: Scene, pledge: Token, actors: tuple[str, ...]) -> bool:
    """ "Egypt dropped Sudan's plan": whose it was, it was not his to take back."""
    owner = next((child for child in pledge.children if child.dep_ == "poss"), None)
    keys = scene.claim(owner) if owner is not None else ()
    return bool(keys) and not any(scene.same_side(actors, key) for key in keys)


def _called_off(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "Macron shelved the trip", "put the talks on hold", "canceled a loan that it had promised"."""
    verb = predicate.verb
    held = lemma_of(verb) in ("put", "place") and follows(verb, frozenset({"on hold", "on ice"}))
    if predicate.negated or not (held or matches(verb, "cancelled")):
        return None
    particle = lemma_of(verb) in ("call", "put", "postpone")
    things = [
        noun
        for noun in _objects(verb)
        if noun.lemma_.lower() in outcome_words("called_off") or _announced(noun) or (particle and noun.dep_ == "dobj")
    ]
    actors = scene.claim(predicate.subject)
    return Draft(LAPSED, "lapse.cancelled", verb, actors) if (things or held or _before_due(verb)) and actors else None


def _before_due(verb: Token) -> bool:
    """ "shelved the tax a day before it was due", "before it took effect"."""
    words = [token.lower_ for token in verb.doc[verb.i + 1 : verb.right_edge.i + 1]]
    return "before" in words and bool({"due", "effect"} & set(words[words.index("before") :]))


def _left_undone(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "failed to free them as it had agreed", "has yet to deliver the missiles that it promised", "has not paid the sum
    that it promised"."""
    verb = predicate.verb
    act: Token | None = verb
    if lemma_of(verb) == "fail" or (lemma_of(verb) == "have" and any(child.lower_ == "yet" for child in verb.children)):
        act = next((child for child in verb.children if child.dep_ == "xcomp" and child.i > verb.i), None)
        negated = not predicate.negated
    else:
        negated = predicate.negated and predicate.form in (Form.PERFECT, Form.PAST, Form.PLUPERFECT)
    if act is None or not negated:
        return None
    due = any(_announced(child) or child.lemma_.lower() in DUTIES for child in _objects(act)) or _as_agreed(verb)
    due = due or any(child.lower_ == "by" and _names_a_limit(child) for child in act.children)
    actors = scene.claim(predicate.subject)
    return Draft(LAPSED, "lapse.never", act, actors) if due and actors else None


def _names_a_limit(by: Token) -> bool:
    """ "by the date set in the accord", "by the deadline"."""
    return any(one.dep_ == "pobj" and one.lemma_.lower() in ("date", "deadline", "time") for one in by.children)


def _as_agreed(verb: Token) -> bool:
    """ "as it had agreed", "as promised", "as scheduled"."""
    words = verb.doc[verb.i + 1 : verb.right_edge.i + 1]
    return any(
        one.lower_ == "as" and any(lemma_of(after) in AS_SAID for after in verb.doc[one.i + 1 : one.i + 4])
        for one in words
    )


def _objects(verb: Token) -> list[Token]:
    """What the verb is done to, also behind its preposition ("reneged on a promise", "backed away from its threat")."""
    found = [child for child in verb.children if child.dep_ in ("dobj", "dative", "attr") and child.i > verb.i]
    for child in verb.children:
        if child.dep_ in ("prep", "prt", "advmod") and child.i > verb.i:
            inner = [one for one in child.children if one.dep_ == "prep"]
            found += [one for prep in (child, *inner) for one in prep.children if one.dep_ == "pobj"]
    return found


def _announced(noun: Token) -> bool:
    """ "a loan that it had promised", "the promised aid"."""
    said = outcome_words("announcing")
    return any(
        (child.dep_ in ("relcl", "acl") and lemma_of(child) in said)
        or (child.dep_ == "amod" and child.lower_ in outcome_words("announced"))
        for child in noun.children
    )


def _to_do(child: Token) -> bool:
    return is_verbal(child) and any(one.tag_ == "TO" for one in child.children)
