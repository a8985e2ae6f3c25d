"""What is reported to have happened: acts of the actors, passives, events that are their own subject, losses."""

from __future__ import annotations

from app.parsing.lexicon import read_words
from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.frames import event_words, is_event, outcome_words
from app.parsing.outcomes.happenings import find_accident, find_caused, find_happening, find_loss, find_move
from app.parsing.outcomes.lapses import is_cancelling, told_with_a_lapse
from app.parsing.outcomes.passives import find_passive
from app.parsing.outcomes.scene import Scene
from app.parsing.predicates import Form, Predicate, identifies, is_verbal, lemma_of, own_subject
from app.parsing.tokens import Token
from app.records import ActorKind, OutcomeStatus

OCCURRED = OutcomeStatus.OCCURRED
DONE = frozenset({Form.PAST, Form.PERFECT, Form.PLUPERFECT})
AHEAD = frozenset({Form.FUTURE, Form.CONDITIONAL})
STATES = frozenset({ActorKind.COUNTRY, ActorKind.ORGANIZATION})
MEALS = frozenset({"lunch", "dinner", "midnight", "dark", "dawn", "noon", "nightfall"})
ABOVE = frozenset({"government", "ministry", "cabinet", "administration", "leadership"})  # reported to, not ordered
ASIDES = frozenset({"acl", "amod", "csubj"})


def find_event(scene: Scene, predicate: Predicate) -> Draft | None:
    """One past act or happening, by the class of its verb and by who or what does it."""
    verb = predicate.verb
    if predicate.negated or scene.supposed(verb) or not _asserted(scene, predicate) or _barely(verb):
        return None
    if _only_identifies(verb) or _does_nothing(verb):
        return None
    if lemma_of(verb) in ("renew", "repeat", "restate", "revive") and _renews_a_pledge(verb):
        return None
    if told_with_a_lapse(scene, verb) and (is_cancelling(verb) or _in_its_stead(scene, verb)):
        return None
    for rule in (
        _ordered,
        _act,
        _had_done,
        find_passive,
        find_happening,
        find_move,
        find_accident,
        find_loss,
        find_caused,
        _any_act,
    ):
        if draft := rule(scene, predicate):
            return draft
    return None


def _does_nothing(verb: Token) -> bool:
    """ "has diverted no water", "gave up nothing"."""
    things = [child for child in verb.children if child.dep_ == "dobj"]
    return any(one.left_edge.lower_ == "no" or one.lower_ in ("nothing", "none", "nobody") for one in things)


def _renews_a_pledge(verb: Token) -> bool:
    """ "renewed its pledge to resettle them": what is told is what was pledged."""
    pledges = outcome_words("promise_nouns") | outcome_words("threat_nouns")
    return any(child.dep_ == "dobj" and child.lemma_.lower() in pledges for child in verb.children)


def _in_its_stead(scene: Scene, verb: Token) -> bool:
    """ "swore to arrest him, then sent a limousine": what was done instead is told with what was not."""
    lapsed, subject = scene.drafts[-1], own_subject(verb)
    if scene.predicate(verb).relation == "advcl" or not (
        subject is None or set(scene.doers(subject)) & set(lapsed.actors)
    ):
        return False
    between = verb.doc[lapsed.verb.i + 1 : verb.i]
    return any(token.lower_ in ("then", "but", "instead") or token.text == ";" for token in between)


def _only_identifies(verb: Token) -> bool:
    """ "Refugees displaced in 2021 are still in tents": a participle that the analysis takes for a verb with a clause to itself,
    though no comma parts it from the one that follows, nor "that" or a verb of saying joins them."""
    above = verb.head
    if verb.dep_ not in ("ccomp", "csubj") or above.i < verb.i or lemma_of(above) in read_words("speech", "saying"):
        return False
    between = verb.doc[verb.i + 1 : above.i]
    return not any(token.is_punct for token in between) and own_subject(above) is None


def _barely(verb: Token) -> bool:
    """ "nearly died", "almost signed": it did not happen; "last met in 2019": it is told in passing."""
    return any(
        child.lower_ in ("nearly", "almost", "barely", "reportedly", "allegedly", "last")
        for child in verb.children
        if child.i < verb.i
    )


def _asserted(scene: Scene, predicate: Predicate) -> bool:
    """Told as fact: not asked, denied, or only said to identify something."""
    lead = predicate.lead
    if lead.dep_ in ASIDES or scene.is_asked(predicate.verb):
        return False
    marks = {
        child.lower_
        for child in lead.children
        if child.dep_ in ("mark", "advmod", "nsubj", "dobj")
        and child.i < lead.i
        and child.tag_ in ("IN", "WRB", "WP", "WDT")
    }
    if marks & {"whether", "if", "unless", "until", "why", "how", "what", "than", "before"} and lead.dep_ != "relcl":
        above = scene.predicate(lead.head)
        if (
            "before" in marks
            and predicate.form is Form.PAST
            and any(child.dep_ == "npadvmod" for child in lead.children)
        ):
            return above.form in DONE  # "hours before ministers opened two days of talks"
        return "until" in marks and above.form is Form.PAST and predicate.form is Form.PAST and is_event(predicate.verb)
    if lead.dep_ == "advcl" and scene.predicate(lead.head).form in AHEAD:
        return False  # "would give them back only after the student walked free"
    if lead.dep_ == "ccomp" and lemma_of(lead.head) == "have" and scene.predicate(lead.head).form in AHEAD:
        return False  # "would have the court moved"
    if lead.dep_ in ("ccomp", "parataxis") and lemma_of(lead.head) in (
        "deny",
        "doubt",
        "wonder",
        "ask",
        "dispute",
        "accuse",
        "pretend",
        "imagine",
        "insist",
    ):
        return False
    return lead.dep_ != "relcl" or not identifies(lead) or _counts_in_passing(predicate)


def _counts_in_passing(predicate: Predicate) -> bool:
    """ "a war that has killed 30,000 people": losses count also where they identify."""
    return predicate.form is Form.PERFECT and lemma_of(predicate.verb) in event_words(
        "losses", "causing"
    ) | event_words("losses", "verbs")


def _act(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "Iran closed the strait": an event verb and an actor who does it."""
    verb, subject = predicate.verb, predicate.subject
    if predicate.passive or subject is None or not (is_event(verb) or _departs(predicate) or _travels(verb)):
        return None
    if lemma_of(verb) == "flee" and any(child.like_num for child in subject.subtree):
        return None  # a count of refugees: no act of theirs
    actors = _inflicter(scene, verb) if lemma_of(verb) == "lose" else scene.claim(subject)
    if actors or lemma_of(verb) == "lose":
        return Draft(OCCURRED, "event.act", verb, actors)
    unresolved = subject.lower_ in ("he", "she", "they") or subject.lemma_.lower() in outcome_words("agents")
    unresolved = unresolved or _departs(predicate)
    stays = subject if _counted(subject).lemma_.lower() in event_words("groups", "vessels") else None
    return Draft(OCCURRED, "event.act", verb, (), stays) if unresolved else None


def _departs(predicate: Predicate) -> bool:
    """ "The envoys had left on Wednesday night": those who are sent come and go for their side."""
    verb, subject = predicate.verb, predicate.subject
    if subject is None or lemma_of(verb) not in outcome_words("moving"):
        return False
    noun = _counted(subject).lemma_.lower()
    sent = noun in outcome_words("agents") | outcome_words("sent_people") | event_words("groups", "vessels")
    barred = (
        ("xcomp", "ccomp") if lemma_of(verb) in ("enter", "reach", "cross", "leave") else ("dobj", "xcomp", "ccomp")
    )
    return sent and not any(child.dep_ in barred for child in verb.children)


def _travels(verb: Token) -> bool:
    """ "arrived in Tripoli on Sunday", "returned after lunch"; not "returned to the theme"."""
    if lemma_of(verb) not in outcome_words("travelling"):
        return False
    preps = [child for child in verb.children if child.dep_ == "prep" and child.i > verb.i]
    if lemma_of(verb) == "march":
        return any(prep.lower_ in ("to", "on") and list(prep.children) for prep in preps)
    if any(one.tag_ in ("NNP", "NNPS") or one.lemma_.lower() in MEALS for prep in preps for one in prep.children):
        return True
    return any(child.dep_ == "npadvmod" and child.i > verb.i for child in verb.children) and not preps


def _counted(subject: Token) -> Token:
    """The gunboats in "two of the gunboats"."""
    of = (one for child in subject.children if child.lower_ == "of" for one in child.children)
    return next(of, subject) if subject.like_num else subject


def _ordered(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "told her team to carry no telephones": an order to one's own people is an act."""
    verb = predicate.verb
    if lemma_of(verb) not in outcome_words("ordering") or predicate.passive or predicate.subject is None:
        return None
    clauses = [child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.i > verb.i]
    told = [child for child in verb.children if child.dep_ in ("dobj", "dative") and child.i > verb.i]
    told += [owner for clause in clauses if (owner := own_subject(clause)) is not None]
    if lemma_of(verb) == "tell" and any(one.lemma_.lower() in ABOVE for one in told):
        return None
    if not any(_own_people(one) for one in told):
        return None
    to_do = any(one.tag_ == "TO" for clause in clauses for one in clause.children)
    actors = scene.claim(predicate.subject) if to_do else ()
    return Draft(OCCURRED, "event.order", verb, actors) if actors else None


def _own_people(noun: Token) -> bool:
    mine = any(child.tag_ == "PRP$" for child in noun.children)
    return mine and noun.lemma_.lower() in outcome_words("agents") | outcome_words("followers")


def _had_done(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "had the envoy put on a ferry", "had herself sworn in": whoever has it done has done it."""
    verb = predicate.verb
    if lemma_of(verb) != "have" or predicate.passive or predicate.subject is None:
        return None
    for child in verb.children:
        if child.i > verb.i + 1:
            causing = child.dep_ == "ccomp" and child.tag_ in ("VBN", "VBD") and lemma_of(child) != "leave"
            plain = causing and not any(one.dep_ in ("aux", "auxpass", "mark") for one in child.children)
            if plain and own_subject(child) is not None:
                actors = scene.claim(predicate.subject)
                return Draft(OCCURRED, "event.act", verb, actors) if actors else None
    return None


def _inflicter(scene: Scene, verb: Token) -> tuple[str, ...]:
    """ "lost nine men to Turkish bombs": whoever loses does nothing; the doer stands behind "to", if anywhere."""
    for child in verb.subtree:
        if child.lower_ == "to" and child.dep_ == "prep" and child.i > verb.i:
            for one in child.children:
                if one.dep_ == "pobj":
                    country = scene.cast.country_of(one)
                    return scene.cast.resolve(one) or ((country,) if country else ())
    return ()


def _any_act(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "Iran paraded a missile through its capital": whatever else a state or an organisation did to something, unless the
    verb tells a stance or words ([ordinary] in the lexicon)."""
    verb, subject = predicate.verb, predicate.subject
    if predicate.passive or subject is None or predicate.lead.dep_ in ("relcl", "advcl") or scene.quote_at(verb):
        return None
    doing = _going_on(verb)
    if lemma_of(doing) in event_words("ordinary", "verbs") or lemma_of(doing) in read_words("speech", "saying"):
        return None
    objects = {child.lemma_.lower() for child in doing.children if child.dep_ == "dobj" and child.i > doing.i}
    if not objects or objects & event_words("ordinary", "objects"):
        return None
    actors = scene.doers(subject)
    if not actors and subject.lemma_.lower() in outcome_words("agents"):
        actors = scene.claim(subject)
    if lemma_of(verb) in event_words("ordinary", "strong"):
        actors = actors or scene.claim(subject)
        return Draft(OCCURRED, "event.other", verb, actors) if actors else None
    kinds = {scene.cast.figures[actor].kind for actor in actors}
    return Draft(OCCURRED, "event.other", verb, actors) if kinds and kinds <= STATES else None


def _going_on(verb: Token) -> Token:
    """What is begun or ended: "has begun to register its citizens"."""
    if lemma_of(verb) not in event_words("happenings", "phases"):
        return verb
    return next((child for child in verb.children if child.dep_ == "xcomp" and child.i > verb.i), verb)


def find_response(scene: Scene, verb: Token) -> Draft | None:
    """ "responded by closing the border": the act stands behind "by"."""
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ != "by":
        return None
    above = verb.head.head
    if not is_verbal(above) or lemma_of(above) not in (
        "respond",
        "retaliate",
        "answer",
        "react",
        "reply",
        "counter",
        "hit",
        "strike",
    ):
        return None
    governing = scene.predicate(above)
    if governing.form not in DONE or governing.negated or lemma_of(verb) in read_words("speech", "saying"):
        return None
    actors = scene.claim(governing.subject)
    return Draft(OCCURRED, "event.response", verb, actors) if actors else None
