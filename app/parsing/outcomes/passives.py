"""What was done: passives, and whose doing they are where the article makes it clear."""

from __future__ import annotations

from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.frames import event_words, is_event, outcome_words
from app.parsing.outcomes.happenings import owner_of_measure
from app.parsing.outcomes.owners import owner_of_noun
from app.parsing.outcomes.prospects import agent_of
from app.parsing.outcomes.scene import Scene
from app.parsing.predicates import Predicate, lemma_of, own_subject
from app.parsing.tokens import Token
from app.records import ActorKind, OutcomeStatus, slug

OCCURRED = OutcomeStatus.OCCURRED
REFERRING = frozenset({"they", "he", "she", "it", "all", "both", "some", "many"})
STATE_ACTS = frozenset(
    {
        "arrest",
        "detain",
        "sentence",
        "jail",
        "imprison",
        "convict",
        "try",
        "indict",
        "charge",
        "execute",
        "acquit",
        "intern",
        "expel",
        "deport",
        "evict",
        "hold",
    }
)


def find_passive(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "Three journalists were arrested": the subject stays; the doer stands behind "by", or the article makes him clear."""
    verb, subject = predicate.verb, predicate.subject
    if (
        not predicate.passive
        or subject is None
        or not (is_event(verb) or lemma_of(verb) in event_words("losses", "passive") or _moved(scene, predicate))
    ):
        return None
    if subject.pos_ == "PRON" and subject.lower_ not in REFERRING:
        return None
    own = subject if verb.i == predicate.lead.i or any(child.i == subject.i for child in verb.children) else None
    actors = agent_of(scene, verb) or _whose_blow(scene, verb) or _at_whose_wish(scene, verb)
    if not actors and scene.is_joint(subject):
        actors = scene.parties(subject)
    return Draft(
        OCCURRED, "event.passive", verb, actors or owner_of_measure(scene, subject) or _clear_doer(scene, verb), own
    )


def _moved(scene: Scene, predicate: Predicate) -> bool:
    """Whatever is done to talks or a summit, but for what is said of them."""
    lemma, subject = lemma_of(predicate.verb), predicate.subject
    if subject is None or not scene.is_joint(subject) or predicate.lead is not predicate.verb:
        return False
    return lemma in outcome_words("done_to_talks")


def _clear_doer(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Who arrests, tries and jails is the state in which it is done; a passive beside "since Iran …" is Iran's doing; and
    what "has since been" done goes on with what the sentence told before."""
    lead = scene.predicate(verb).lead
    for one in (verb, lead):
        for child in one.children:
            if child.dep_ == "prep" and child.lower_ in ("in", "from") and lemma_of(one) in STATE_ACTS:
                for place in child.children:
                    if place.dep_ == "pobj" and (keys := _state_of_place(scene, place)):
                        return keys
    earlier = [
        draft
        for draft in scene.drafts
        if draft.actors and draft.verb.i < verb.i and scene.sentence(draft.verb) == scene.sentence(verb)
    ]
    goes_on = lead is not verb and own_subject(verb) is None
    if earlier and (any(child.lower_ == "since" for child in verb.children) or goes_on):
        return earlier[-1].actors
    clause = next(
        (
            child
            for child in verb.children
            if child.dep_ == "advcl" and any(one.lower_ in ("since", "after") for one in child.children)
        ),
        None,
    )
    if (
        clause is not None
        and not any(one.dep_ in ("agent",) for one in verb.children)
        and any(one.lower_ == "since" for one in clause.children)
    ):
        return scene.doers(scene.predicate(clause).subject)
    return _carried_on(scene, verb)


def _carried_on(scene: Scene, verb: Token) -> tuple[str, ...]:
    """ "Forty have since been freed", "they were taken to the border": a number, a pronoun or a noun of the
    promise or act just told goes on with its doer."""
    subject = scene.predicate(verb).subject
    if subject is None or not scene.drafts:
        return ()
    draft = scene.drafts[-1]
    near = scene.article.sentence_of[verb.i] - scene.article.sentence_of[draft.verb.i] <= 1
    same = scene.article.paragraph_of(draft.verb.idx) == scene.article.paragraph_of(verb.idx)
    if not (near and same) or draft.verb.i >= verb.i or len(draft.actors) != 1:
        return ()
    told = {
        token.lemma_.lower()
        for token in scene.sentence(draft.verb)
        if token.i < subject.i and (token.i > draft.verb.i or token.dep_ == "nsubjpass")
    }
    back = (
        subject.like_num
        or subject.lower_ in ("they", "it", "all", "both", "some", "none")
        or subject.lemma_.lower() in told
    )
    return draft.actors if back else ()


def _whose_blow(scene: Scene, verb: Token) -> tuple[str, ...]:
    """ "were killed in an Israeli airstrike", "wounded by Russian shelling": whose strike it was."""
    for child in verb.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("in", "by", "during", "when"):
            for blow in child.children:
                if blow.dep_ == "pobj" and blow.lemma_.lower() in outcome_words("blows"):
                    keys = scene.claim(next((one for one in blow.children if one.dep_ == "poss"), None))
                    country = scene.cast.country_of(blow) if not keys else None
                    return keys or ((country,) if country else ())
    return ()


def _at_whose_wish(scene: Scene, verb: Token) -> tuple[str, ...]:
    """ "was struck out at Turkey's insistence", "was put off at the request of Chad", "on the orders of the king"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("at", "on"):
            for wish in child.children:
                if wish.dep_ == "pobj" and wish.lemma_.lower() in outcome_words("wishes"):
                    return scene.claim(owner_of_noun(wish))
    return ()


def _state_of_place(scene: Scene, place: Token) -> tuple[str, ...]:
    keys = scene.cast.resolve(place)
    if keys:
        return tuple(key for key in keys if scene.cast.figures[key].kind is ActorKind.COUNTRY)[:1]
    if (seat := slug(scene.cast.gazetteer.seat(place.text) or "")) in scene.cast.figures:
        return (seat,)
    for child in place.children:
        if (
            child.dep_ == "appos"
            and child.lemma_.lower() in ("capital", "city", "port", "town")
            and (country := scene.cast.country_of(child))
        ):
            return (country,)
    return ()
