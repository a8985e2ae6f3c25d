"""A thing offered, threatened or announced: "has offered 60 monitors", "threatened a general strike"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from app.parsing.actors.unnamed import is_person
from app.parsing.outcomes.contrasts import lapses_here
from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.frames import event_words, is_for_thing, nouns_of, outcome_words
from app.parsing.outcomes.scene import Scene
from app.parsing.predicates import Form, is_verbal, lemma_of
from app.parsing.tokens import Token
from app.records import OutcomeStatus

THREATENING = {"warn": "of", "hint": "at"}  # "warned of a blockade if …", "hinted at a boycott"
AID = frozenset({"aid", "loan", "grant", "assistance"})
OFFERS = frozenset({"offer", "promise", "pledge", "threat"})
NO_GIFTS = frozenset({"help", "support", "mediation", "friendship", "cooperation", "future", "life", "reform", "peace"})
EXPECTED = OutcomeStatus.EXPECTED
UNTOLD = frozenset({Form.INFINITIVE, Form.UNREAL, Form.GERUND, Form.PARTICIPLE})


def find_clause(scene: Scene, verb: Token) -> Draft | None:
    """ "The accord provides for a withdrawal", "the text foresees a vote in 2026": what an accord says is to be."""
    if lemma_of(verb) not in outcome_words("providing"):
        return None
    predicate = scene.predicate(verb)
    subject = predicate.subject
    if subject is None or predicate.passive or predicate.negated or scene.supposed(verb):
        return None
    if subject.lemma_.lower() not in outcome_words("papers") or predicate.form not in (Form.PRESENT, Form.CONDITIONAL):
        return None
    behind = next((child for child in verb.children if child.dep_ == "prep" and child.lower_ == "for"), verb)
    thing = next((child for child in behind.children if child.dep_ in ("dobj", "pobj") and child.i > verb.i), None)
    told = (
        outcome_words("lapsing")
        | outcome_words("planned_things")
        | outcome_words("sent_things")
        | event_words("subjects", "events")
    )
    if thing is None or thing.pos_ != "NOUN" or not set(nouns_of(thing)) & told:
        return None
    return Draft(EXPECTED, "schedule.plan", thing, scene.parties(None), None, verb, start=_first_word(thing))


def find_thing(scene: Scene, verb: Token) -> Draft | None:
    """The thing that is the object of a verb of offering or threatening; of announcing only where nothing came of it."""
    kind = _kinds().get(lemma_of(verb))
    if kind is None or _takes_clause(scene, verb):
        return None
    status, rule, announced = kind
    predicate = scene.predicate(verb)
    if predicate.passive or predicate.negated or predicate.form in UNTOLD or scene.supposed(verb):
        return None
    if lemma_of(verb) == "warn" and scene.condition_of(verb) is None:
        return None
    if lemma_of(verb) in ("vow", "swear"):
        thing = _sworn(verb)
    elif lemma_of(verb) == "assure":
        thing = _assured(verb)
    elif lemma_of(verb) in outcome_words("consenting"):
        thing = _agreed(verb)
    elif lemma_of(verb) in outcome_words("plan_to"):
        things = (child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i)
        thing = next((one for one in things if set(nouns_of(one)) & outcome_words("planned_things")), None)
    else:
        thing = _threatened(verb) if status is OutcomeStatus.THREATENED else _offered(scene, verb)
    actors = scene.claim(predicate.subject)
    menace = thing is not None and thing.lemma_.lower() in outcome_words("threatened_things")
    if menace and status is OutcomeStatus.PROMISED and lemma_of(verb) in outcome_words("swearing"):
        status, rule = OutcomeStatus.THREATENED, "threat.thing"
    if thing is None or not actors or thing.pos_ not in ("NOUN", "PROPN", "NUM", "SYM"):
        return None
    if rule == "promise.thing" and predicate.form in (Form.FUTURE, Form.CONDITIONAL):
        status = OutcomeStatus.EXPECTED  # "think that the leaders will agree to a hotline"
    last = next((child for child in verb.children if child.i > thing.i and is_for_thing(child, verb)), thing)
    draft = Draft(status, rule, last, actors, None, verb, start=_first_word(thing))
    return None if announced and not (_is_aid(thing) or lapses_here(scene, draft)) else draft


def _is_aid(thing: Token) -> bool:
    """ "announced a loan to Sudan", "£40m in aid for the camps": announced, it is promised."""
    given = {one.lemma_.lower() for child in thing.children if child.lower_ in ("in", "of") for one in child.children}
    return bool(AID & ({thing.lemma_.lower()} | given))


def find_offer(scene: Scene, noun: Token) -> Draft | None:
    """ "Norway's offer of 90 trucks", "the Iranian threat of a blockade": the thing, where it is told whose offer it is."""
    lemma = noun.lemma_.lower()
    if lemma not in OFFERS or scene.supposed(noun):
        return None
    of = next((child for child in noun.children if child.dep_ == "prep" and child.lower_ == "of"), None)
    thing = next((one for one in of.children if one.dep_ == "pobj" and one.pos_ == "NOUN"), None) if of else None
    if thing is None or thing.lemma_.lower() in outcome_words("only_words") | NO_GIFTS or scene.cast.named_at(thing):
        return None
    threat = lemma in outcome_words("threat_nouns")
    if threat and thing.lemma_.lower() not in outcome_words("threatened_things"):
        return None
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    country = scene.cast.country_of(noun) if owner is None else None
    actors = scene.claim(owner) if owner is not None else (country,) if country else ()
    if not actors and noun.dep_ == "dobj" and is_verbal(noun.head) and lemma_of(noun.head) == "make":
        actors = scene.claim(scene.predicate(noun.head).subject)
    if not actors:
        return None
    status, rule = (OutcomeStatus.THREATENED, "threat.noun") if threat else (OutcomeStatus.PROMISED, "promise.noun")
    return Draft(status, rule, thing, actors, None, noun, start=_first_word(thing))


@cache
def _kinds() -> dict[str, tuple[OutcomeStatus, str, bool]]:
    """By the verb: status, rule, and whether the thing was only announced."""
    threatened, promised = OutcomeStatus.THREATENED, OutcomeStatus.PROMISED
    kinds: dict[str, tuple[OutcomeStatus, str, bool]] = {}
    for verbs, kind in (
        (outcome_words("announce_thing"), (promised, "promise.thing", True)),
        (outcome_words("promise_thing") | outcome_words("consenting") | {"assure"}, (promised, "promise.thing", False)),
        (outcome_words("plan_to"), (EXPECTED, "schedule.plan", False)),
        (outcome_words("threat_to") | set(THREATENING), (threatened, "threat.thing", False)),
    ):
        kinds |= dict.fromkeys(verbs, kind)
    return kinds


def _takes_clause(scene: Scene, verb: Token) -> bool:
    clauses = [child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.i > verb.i]
    return any(
        is_verbal(clause) and not scene.supposed(clause) and not is_for_thing(clause, verb) for clause in clauses
    )


def _offered(scene: Scene, verb: Token) -> Token | None:
    things = [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i]
    if not things or any(child.lower_ in ("no", "not") for child in things[-1].children):
        return None
    if any(child.dep_ == "ccomp" and child.left_edge.lower_ == "that" for child in verb.children):
        return None  # "promised voters that they would": to whom, not what
    given = [child for child in things[-1].children if child.dep_ == "appos" and child.i > things[-1].i]
    if given and is_person(things[-1].lemma_.lower()) and not is_person(given[0].lemma_.lower()):
        return given[0]  # "promised the mayor of Oslo a hospital", read as an apposition
    if things[-1].lemma_.lower() in outcome_words("only_words") or scene.cast.named_at(things[-1]):
        return None
    return things[-1]


def _threatened(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "with" and child.i > verb.i:
            return next((one for one in child.children if one.dep_ == "pobj"), None)
        if child.dep_ == "prep" and child.lower_ == THREATENING.get(lemma_of(verb)):
            said = (one for one in child.children if one.dep_ == "pobj")
            return next((one for one in said if one.lemma_.lower() in outcome_words("threatened_things")), None)
    if lemma_of(verb) in THREATENING:
        return None
    things = [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i]
    if not things or things[0].lemma_.lower() in outcome_words("threatened_things"):
        return things[0] if things else None
    new = any(child.lower_ in ("a", "an", "new", "further", "more") for child in things[0].children)
    return things[0] if new and things[0].tag_ in ("NN", "NNS") and not is_person(things[0].lemma_.lower()) else None


def _sworn(verb: Token) -> Token | None:
    """ "vowed revenge": but for what harms, one vows to do."""
    things = (child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i)
    return next((one for one in things if one.lemma_.lower() in outcome_words("threatened_things")), None)


def _assured(verb: Token) -> Token | None:
    """ "assured Pakistan of a further loan"."""
    of = next((child for child in verb.children if child.dep_ == "prep" and child.lower_ == "of"), None)
    thing = next((one for one in of.children if one.dep_ == "pobj"), None) if of is not None else None
    return thing if thing is not None and thing.lemma_.lower() not in outcome_words("only_words") else None


def _agreed(verb: Token) -> Token | None:
    """ "agreed to a joint inquiry", "to three visits": something new, not the plan that others made."""
    preps = [child for child in verb.children if child.dep_ == "prep"]
    preps += [one for child in preps for noun in child.children for one in noun.children if one.dep_ == "prep"]
    to = next((child for child in preps if child.lower_ == "to"), None)
    thing = next((one for one in to.children if one.dep_ == "pobj"), None) if to is not None else None
    if thing is None or thing.pos_ != "NOUN" or thing.lemma_.lower() in outcome_words("papers"):
        return None
    new = any(child.lower_ in ("a", "an") or child.dep_ == "nummod" for child in thing.children)
    return thing if new else None


def listed_beside(draft: Draft) -> list[Token]:
    """What stands in one list behind a thing, each to be had alone: "a credit line, 40 locomotives and a team of engineers",
    "a passport and a force"; "60 monitors and two aircraft" are one thing."""
    if not draft.rule.endswith(".thing"):
        return []
    listed = [one for one in _after(draft.verb) if one.pos_ in ("NOUN", "PROPN", "SYM")]
    told = [any(child.dep_ in ("det", "poss") for child in one.children) for one in (draft.verb, *listed)]
    return listed if all(told) or len(listed) > 1 or draft.verb.dep_ == "conj" else []


def _after(thing: Token) -> list[Token]:
    return [one for one in thing.conjuncts if one.i > thing.i]


def each_beside(draft: Draft) -> Iterator[Draft]:
    """A draft for each of them."""
    for thing in listed_beside(draft):
        yield replace(draft, verb=thing, start=_first_word(thing))


def _first_word(thing: Token) -> int:
    """Its first word, without the opening of a quotation."""
    start = thing.left_edge.i
    while start < thing.i and thing.doc[start].is_punct:
        start += 1
    return start
