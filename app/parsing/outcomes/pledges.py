"""What an infinitive tells: "agreed to pull back", "an offer to host talks", "is due to meet", "threatened to quit"."""

from __future__ import annotations

from dataclasses import replace

from app.parsing.lexicon import read_words
from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.extents import listed_infinitives
from app.parsing.outcomes.frames import event_words, is_for_thing, outcome_words
from app.parsing.outcomes.harm import hurts
from app.parsing.outcomes.lapses import LIMITS
from app.parsing.outcomes.owners import owner_of_noun
from app.parsing.outcomes.papers import under_paper
from app.parsing.outcomes.prospects import agent_of
from app.parsing.outcomes.scene import Scene
from app.parsing.predicates import BE, Form, Predicate, is_verbal, lemma_of, own_subject
from app.parsing.tokens import Token
from app.records import OutcomeStatus

PROMISED, THREATENED, EXPECTED = OutcomeStatus.PROMISED, OutcomeStatus.THREATENED, OutcomeStatus.EXPECTED
LAPSED = OutcomeStatus.LAPSED
SEEMING = frozenset({"look", "seem", "appear", "remain"})
ANSWERS = frozenset({"answer", "response", "reply", "reaction", "retort", "revenge", "retaliation"})
HANGING = frozenset({"xcomp", "ccomp", "acl", "advcl", "relcl", "conj", "pcomp", "dep"})
PASSING_ON = frozenset({"be", "begin", "appear", "seem", "expect", "say"})  # "is expected to agree to pull back"
Framed = tuple[OutcomeStatus, str, Token | None]  # status, rule, and the subject who does it


def find_infinitive(scene: Scene, predicate: Predicate) -> Draft | None:
    """What an actor promises, threatens, plans or is due to do, by the word that governs "to do"."""
    cue = governor_of(predicate)
    if cue is None or not stands(scene, cue) or (framed := _frame(scene, cue, predicate)) is None:
        return _one_more(scene, predicate)
    status, rule, subject = framed
    if rule == "prediction.verb" and predicate.passive and subject is not None and not scene.doers(subject):
        return Draft(EXPECTED, rule, predicate.verb, (), subject, cue)  # "expect the cable to be repaired"
    if status is EXPECTED and predicate.passive and subject is not None and (doers := agent_of(scene, predicate.verb)):
        return Draft(EXPECTED, rule, predicate.verb, doers, subject, cue)  # "is to be opened by the king"
    if status is EXPECTED and predicate.passive and subject is not None and subject.tag_ in ("NN", "NNS", "CD"):
        doer = scene.parties(subject) if scene.is_joint(subject) else scene.owner_of(subject)
        return Draft(EXPECTED, rule, predicate.verb, doer, subject, cue)  # "the nineteen are to be flown home"
    own = is_verbal(cue) and rule != "prediction.verb"  # of "he expects Chad to pay" he is not who pays
    echoed = scene.echoed(scene.predicate(cue), scene.voice(predicate.verb)) if own else ()
    actors = echoed or scene.claim(subject)
    if (
        not actors
        and subject is not None
        and subject.lemma_.lower() in LIMITS | event_words("subjects", "events")
        and not scene.is_joint(subject)
    ):
        kept = LAPSED if status is LAPSED else EXPECTED
        return Draft(kept, rule, predicate.verb, scene.owner_of(subject), subject, cue)
    if (
        not actors
        and subject is not None
        and subject.lemma_.lower() in outcome_words("sent_things")
        and lemma_of(predicate.verb) not in read_words("speech", "saying")
    ):
        shared = any(child.lower_ in ("joint", "border") for child in subject.children)
        owners = scene.parties(None) if shared else scene.owner_of(subject)
        return Draft(EXPECTED, rule, predicate.verb, owners, subject, cue) if status is EXPECTED else None
    if not actors and subject is not None and scene.is_joint(subject):
        return Draft(
            LAPSED if status is LAPSED else EXPECTED, rule, predicate.verb, scene.parties(subject), subject, cue
        )
    due = status is EXPECTED or rule == "lapse.was_to"
    if not actors and due and predicate.passive and subject is not None and subject.pos_ == "NOUN":
        return Draft(status, rule, predicate.verb, scene.owner_of(subject), subject, cue)
    return Draft(status, rule, predicate.verb, actors, None, cue) if actors else None


def _one_more(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "undertook to pull back their armies, to let …, and to publish the names": the next of what was promised."""
    last = scene.drafts[-1] if scene.drafts else None
    if last is None or last.cue is None or scene.sentence(last.verb) != scene.sentence(predicate.verb):
        return None
    to = predicate.verb.i - 1
    return replace(last, verb=predicate.verb, condition=None) if to - 1 in listed_infinitives(last.verb) else None


def find_gerund(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "committed itself to clearing the road", "agreed on releasing four": promised as "to do" is."""
    lead = predicate.lead
    if lead.dep_ != "pcomp" or lead.head.lower_ not in ("to", "on"):
        return None
    cue = lead.head.head
    if cue.lower_ in ("open", "committed", "amenable") and not is_verbal(cue) and is_verbal(cue.head):
        actors = scene.claim(scene.predicate(cue.head).subject) if stands(scene, cue) else ()
        return Draft(PROMISED, "promise.ready", predicate.verb, actors, None, cue) if actors else None
    if not is_verbal(cue):
        return None
    if lemma_of(cue) not in outcome_words("promise_to") or not stands(scene, cue) or scene.predicate(cue).passive:
        return None
    subject = scene.predicate(cue).subject
    bound = next((child for child in cue.children if child.dep_ == "dobj" and child.tag_ != "PRP"), None)
    if subject is not None and bound is not None and _is_paper(subject):
        return Draft(PROMISED, "promise.draft", predicate.verb, scene.claim(bound), None, cue)
    actors = scene.claim(subject)
    return Draft(PROMISED, "promise.verb", predicate.verb, actors, None, cue) if actors else None


def governor_of(predicate: Predicate) -> Token | None:
    """The verb, adjective or noun on which "to do" depends; "to sign" beside "are due to dine" depends on "are"."""
    lead = predicate.lead
    if lead.dep_ in HANGING and lead.head.i < lead.i:
        return lead.head
    to = next((token for token in predicate.verb.lefts if token.tag_ == "TO"), None)
    framing = outcome_words("plan_adjectives") | outcome_words("promise_ready")
    return to.nbor(-1) if to is not None and to.i > 0 and to.nbor(-1).lemma_.lower() in framing else None


def stands(scene: Scene, cue: Token) -> bool:
    """The framing word is asserted: not denied, supposed, or itself only wanted."""
    verb = cue if is_verbal(cue) else cue.head
    if scene.supposed(cue):
        return False
    if not is_verbal(verb):
        return True
    above = scene.predicate(verb)
    if above.negated or any(child.dep_ == "neg" for child in cue.children):
        return False
    if above.form is Form.INFINITIVE and above.lead.dep_ == "xcomp" and lemma_of(above.lead.head) not in PASSING_ON:
        return False
    return above.form not in (Form.UNREAL, Form.BARE)


def _frame(scene: Scene, cue: Token, predicate: Predicate) -> Framed | None:
    if not is_verbal(cue):
        if cue.pos_ in ("NOUN", "PROPN"):
            return _noun_frame(cue)
        subject = own_subject(cue) or scene.predicate(cue.head).subject  # "was prepared to", read as an adjective
        return _adjective_frame(cue.lemma_.lower(), subject, predicate)
    if cue.lower_ in outcome_words("plan_adjectives") and cue.i and lemma_of(cue.head) in SEEMING:
        return _adjective_frame(cue.lower_, scene.predicate(cue.head).subject, predicate)  # "looks set to join"
    lemma, subject, passive = lemma_of(cue), scene.predicate(cue).subject, scene.predicate(cue).passive
    if lemma == "be" or cue.lower_ in BE:
        return _to_be(scene, cue, subject, predicate)
    if passive:
        if lemma == "suppose" and scene.predicate(cue).form in (Form.PAST, Form.PLUPERFECT):
            if lemma_of(predicate.verb) in outcome_words("no_act"):
                return None
            return LAPSED, "lapse.was_to", subject  # "was supposed to be signed in June"
        return (EXPECTED, "schedule.due", subject) if lemma in outcome_words("plan_passive") else None
    if lemma in outcome_words("threat_to"):
        return THREATENED, "threat.verb", subject
    if lemma in outcome_words("binding") and subject is not None and _is_paper(subject):
        bound = own_subject(predicate.verb) or next((child for child in cue.children if child.dep_ == "dobj"), None)
        return PROMISED, "promise.draft", bound
    if lemma in outcome_words("promise_to"):
        if is_for_thing(predicate.lead, cue):
            return None
        menace = lemma in outcome_words("swearing") and hurts(predicate.verb) and not predicate.negated
        return (THREATENED, "threat.verb", subject) if menace else (PROMISED, "promise.verb", subject)
    if lemma in outcome_words("plan_to"):
        return EXPECTED, "schedule.plan", subject
    asking = {token.lower_ for token in scene.sentence(cue)[:3]} & {"exchange", "return"}
    if lemma in outcome_words("expecting") and not asking and (other := own_subject(predicate.verb)) is not None:
        return EXPECTED, "prediction.verb", other
    return _option_to(scene, cue, subject, predicate)


def _is_paper(subject: Token) -> bool:
    return subject.lower_ == "it" or subject.lemma_.lower() in outcome_words("papers")


def _option_to(scene: Scene, cue: Token, subject: Token | None, predicate: Predicate) -> Framed | None:
    """ "could decide to withdraw", "may have to leave the treaty": an option held out."""
    if lemma_of(cue) not in outcome_words("deciding") or scene.predicate(cue).form is not Form.POSSIBLE:
        return None
    return (THREATENED, "threat.may", subject) if hurts(predicate.verb) else (EXPECTED, "schedule.may", subject)


def _adjective_frame(lemma: str, subject: Token | None, predicate: Predicate) -> Framed | None:
    if lemma in outcome_words("promise_ready"):
        return (THREATENED, "threat.ready", subject) if hurts(predicate.verb) else (PROMISED, "promise.ready", subject)
    return (EXPECTED, "schedule.due", subject) if lemma in outcome_words("plan_adjectives") else None


def _to_be(scene: Scene, cue: Token, subject: Token | None, predicate: Predicate) -> Framed | None:
    """ "Is to visit", "is due to visit", "is ready to resume", "was to have paid"."""
    for child in cue.children:
        if child.dep_ in ("acomp", "oprd", "attr") and child.i < predicate.verb.i:
            return _adjective_frame(child.lemma_.lower(), subject, predicate) if child.dep_ != "attr" else None
    if subject is not None and cue.lower_ == "was" and subject.lemma_.lower() in ANSWERS:
        return OutcomeStatus.OCCURRED, "event.response", owner_of_noun(subject)  # "Chad's answer was to buy tankers"
    to = next((token.i for token in predicate.lead.lefts if token.tag_ == "TO"), cue.i)
    if subject is not None and subject.lower_ in ("it", "this", "that") and scene.voice(cue).speaker is None:
        return None
    if subject is None or subject.lemma_.lower() in outcome_words("aims") or cue.i + 3 < to:
        return None
    if any(one.lower_ in ("here", "there", "like") for one in cue.doc[cue.i + 1 : to]):
        return None  # "we are here to welcome them"
    if any(child.lower_ == "have" and child.dep_ == "aux" for child in predicate.verb.children):
        return LAPSED, "lapse.was_to", subject
    if under_paper(scene, predicate):
        return PROMISED, "promise.draft", subject
    opening = scene.sentence(cue)[:2]
    if [token.lower_ for token in opening] in (["in", "return"], ["in", "exchange"]):
        return PROMISED, "promise.verb", subject
    return EXPECTED, "schedule.to", subject


def _noun_frame(cue: Token) -> Framed | None:
    noun, owner = cue.lemma_.lower(), owner_of_noun(cue)
    if noun in outcome_words("promise_nouns"):
        return PROMISED, "promise.noun", owner
    if noun in outcome_words("threat_nouns"):
        return THREATENED, "threat.noun", owner
    return (EXPECTED, "schedule.plan", owner) if noun in outcome_words("plan_nouns") else None
