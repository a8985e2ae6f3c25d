"""What is reported to have happened: acts of the actors, passives, events that are their own subject, losses."""

from __future__ import annotations

from spacy.tokens import Token

from app.parsing.lexicon import read_words
from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.frames import event_words, follows, is_event, outcome_words
from app.parsing.outcomes.prospects import agent_of
from app.parsing.outcomes.scene import Scene
from app.parsing.predicates import Form, Predicate, identifies, is_verbal, lemma_of
from app.records import ActorKind, OutcomeStatus

OCCURRED = OutcomeStatus.OCCURRED
DONE = frozenset({Form.PAST, Form.PERFECT, Form.PLUPERFECT})
STATES = frozenset({ActorKind.COUNTRY, ActorKind.ORGANIZATION})
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
        "hold",
    }
)
ASIDES = frozenset({"acl", "amod", "csubj"})


def find_event(scene: Scene, predicate: Predicate) -> Draft | None:
    """One past act or happening, by the class of its verb and by who or what does it."""
    verb = predicate.verb
    if predicate.negated or scene.supposed(verb) or not _asserted(scene, predicate) or _barely(verb):
        return None
    for rule in (_act, _passive, _happening, _move, _accident, _loss, _caused, _any_act):
        if draft := rule(scene, predicate):
            return draft
    return None


def _barely(verb: Token) -> bool:
    """ "nearly died", "almost signed": it did not happen."""
    return any(
        child.lower_ in ("nearly", "almost", "barely", "reportedly", "allegedly")
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
        return False
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
    """ "a war that has driven 600,000 people from their homes": losses count also where they identify."""
    return predicate.form is Form.PERFECT and lemma_of(predicate.verb) in event_words(
        "losses", "causing"
    ) | event_words("losses", "verbs")


def _act(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "Dravonia closed the strait": an event verb and an actor who does it."""
    verb, subject = predicate.verb, predicate.subject
    if predicate.passive or subject is None or not is_event(verb):
        return None
    actors = _inflicter(scene, verb) if lemma_of(verb) == "lose" else scene.claim(subject)
    if actors or lemma_of(verb) == "lose":
        return Draft(OCCURRED, "event.act", verb, actors)
    unresolved = subject.lower_ in ("he", "she", "they") or subject.lemma_.lower() in outcome_words("agents")
    return Draft(OCCURRED, "event.act", verb, ()) if unresolved else None


def _inflicter(scene: Scene, verb: Token) -> tuple[str, ...]:
    """ "lost nine members to Brotherhood bombs": whoever loses does nothing; the doer stands behind "to", if anywhere."""
    for child in verb.subtree:
        if child.lower_ == "to" and child.dep_ == "prep" and child.i > verb.i:
            for one in child.children:
                if one.dep_ == "pobj":
                    country = scene.cast.country_of(one)
                    return scene.cast.resolve(one) or ((country,) if country else ())
    return ()


def _passive(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "Three physicists were arrested": the subject stays in the words; the doer is named by "by" or made clear by the article."""
    verb, subject = predicate.verb, predicate.subject
    if (
        not predicate.passive
        or subject is None
        or not (is_event(verb) or lemma_of(verb) in event_words("losses", "passive"))
    ):
        return None
    if subject.pos_ == "PRON" and subject.lower_ not in (
        "they",
        "he",
        "she",
        "it",
        "all",
        "both",
        "some",
        "none",
        "many",
    ):
        return None
    own = subject if verb.i == predicate.lead.i or any(child.i == subject.i for child in verb.children) else None
    actors = agent_of(scene, verb)
    if not actors and scene.is_joint(subject):
        actors = scene.parties(subject)
    return Draft(OCCURRED, "event.passive", verb, actors or _owner(scene, subject) or _clear_doer(scene, verb), own)


def _clear_doer(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Who arrests, tries and jails is the state in which it is done; a passive beside "since Thessara …" is Thessara's doing,
    and what "has since been" done continues what the sentence before the semicolon tells."""
    lead = scene.predicate(verb).lead
    for one in (verb, lead):
        for child in one.children:
            if child.dep_ == "prep" and child.lower_ == "in" and lemma_of(one) in STATE_ACTS:
                for place in child.children:
                    if place.dep_ == "pobj" and (keys := _state_of_place(scene, place)):
                        return keys
    earlier = [
        draft
        for draft in scene.drafts
        if draft.actors and draft.verb.i < verb.i and scene.sentence(draft.verb) == scene.sentence(verb)
    ]
    if earlier and (any(child.lower_ == "since" for child in verb.children) or lead is not verb):
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
    """ "Twenty have since been let go", "nine conscripts were driven to the bridge": a number, a pronoun or a noun of the
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
        for token in scene.sentence(draft.verb)[:]
        if token.i > draft.verb.i or token.dep_ == "nsubjpass"
    }
    back = (
        subject.like_num
        or subject.lower_ in ("they", "it", "all", "both", "some", "none")
        or subject.lemma_.lower() in told
    )
    return draft.actors if back else ()


def _state_of_place(scene: Scene, place: Token) -> tuple[str, ...]:
    keys = scene.cast.resolve(place)
    if keys:
        return tuple(key for key in keys if scene.cast.figures[key].kind is ActorKind.COUNTRY)[:1]
    for child in place.children:
        if (
            child.dep_ == "appos"
            and child.lemma_.lower() in ("capital", "city", "port", "town")
            and (country := scene.cast.country_of(child))
        ):
            return (country,)
    return ()


def _owner(scene: Scene, subject: Token) -> tuple[str, ...]:
    """Whose measure it was ("its embassy was closed" tells nothing; "Ruvenia's sanctions were lifted": Ruvenia)."""
    if subject.lemma_.lower() not in event_words("subjects", "events") | {"plan", "order", "measure"}:
        return ()
    return scene.owner_of(subject)


def _happening(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The second round of talks collapsed": the event itself is the subject."""
    verb, subject = predicate.verb, predicate.subject
    if predicate.passive or subject is None or not _happens(verb):
        return None
    noun = subject.lemma_.lower()
    if noun not in event_words("subjects", "events") or subject.tag_ == "VBG":
        return None
    actors = scene.parties(subject) if scene.is_joint(subject) else _owner(scene, subject)
    return Draft(OCCURRED, "event.happening", verb, actors, subject)


def _happens(verb: Token) -> bool:
    lemma = lemma_of(verb)
    for entry in event_words("happenings", "verbs"):
        first, _, rest = entry.partition(" ")
        if first == lemma and (not rest or follows(verb, frozenset({rest}))):
            return True
    return False


def _move(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The rupiah fell 1.8% on the news", "Bread prices have risen by a third": a price and a measure."""
    verb, subject = predicate.verb, predicate.subject
    if predicate.passive or subject is None or lemma_of(verb) not in event_words("happenings", "moves"):
        return None
    if not set(
        [subject.lemma_.lower(), *(child.lemma_.lower() for child in subject.children if child.dep_ == "compound")]
    ) & event_words("subjects", "prices"):
        return None
    measured = any(
        token.like_num
        or token.text == "%"
        or token.lower_ in ("third", "half", "quarter", "fifth", "sharply", "record", "steeply")
        for token in verb.subtree
    )
    multiplied = lemma_of(verb) in ("double", "triple", "quadruple", "halve", "collapse", "crash")
    return Draft(OCCURRED, "event.price", verb, (), subject) if measured or multiplied else None


def _accident(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "A mortar round fell near the village", "a tanker sank"."""
    verb, subject = predicate.verb, predicate.subject
    if predicate.passive or subject is None or lemma_of(verb) not in event_words("happenings", "accidents"):
        return None
    if subject.lemma_.lower() in ("government", "cabinet", "coalition", "regime") and lemma_of(verb) in (
        "fall",
        "collapse",
    ):
        return Draft(OCCURRED, "event.accident", verb, (), subject)
    words = {subject.lemma_.lower(), *(child.lemma_.lower() for child in subject.children if child.dep_ == "compound")}
    return (
        Draft(OCCURRED, "event.accident", verb, _owner_of_weapon(scene, subject), subject)
        if words & event_words("subjects", "missiles")
        else None
    )


def _owner_of_weapon(scene: Scene, subject: Token) -> tuple[str, ...]:
    if lemma_of(subject) in (
        "ship",
        "tanker",
        "ferry",
        "boat",
        "vessel",
        "freighter",
        "trawler",
        "train",
        "plane",
        "helicopter",
        "bridge",
    ):
        return ()
    country = scene.cast.country_of(subject)
    return (country,) if country else ()


def _loss(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "Some 600 people have died in the port": people and a number, or an actor who kills."""
    verb, subject = predicate.verb, predicate.subject
    lemma = lemma_of(verb)
    if subject is None or predicate.passive:
        return None
    if lemma in event_words("losses", "deaths"):
        many = any(
            token.like_num or token.lower_ in ("hundreds", "thousands", "dozens", "scores", "tens", "millions", "many")
            for token in subject.subtree
        )
        return Draft(OCCURRED, "event.loss", verb, (), subject) if many else None
    if lemma in event_words("losses", "verbs"):
        actors = scene.claim(subject)
        if actors:
            return Draft(OCCURRED, "event.act", verb, actors)
    return None


def _caused(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The cutoff cost Sarenia a fifth of its output", "a war that has driven 600,000 people from their homes"."""
    verb, subject = predicate.verb, predicate.subject
    if (
        subject is None
        or predicate.passive
        or lemma_of(verb) not in event_words("losses", "causing") | event_words("losses", "verbs")
    ):
        return None
    relative = predicate.lead.dep_ == "relcl" and subject.tag_ in ("WDT", "WP")
    noun = predicate.lead.head if relative else subject
    if noun.lemma_.lower() not in event_words("subjects", "causes"):
        return None
    if not any(child.dep_ in ("dobj", "dative") for child in verb.children):
        return None
    country = scene.cast.country_of(noun)
    return Draft(OCCURRED, "event.caused", verb, (country,) if country else (), None if relative else subject)


def _any_act(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "Ilmar paraded a missile through its capital": whatever else a state or an organisation did to something, unless the
    verb tells a stance or words ([ordinary] in the lexicon)."""
    verb, subject = predicate.verb, predicate.subject
    if predicate.passive or subject is None or predicate.lead.dep_ in ("relcl", "advcl") or scene.quote_at(verb):
        return None
    if lemma_of(verb) in event_words("ordinary", "verbs") or lemma_of(verb) in read_words("speech", "saying"):
        return None
    objects = {child.lemma_.lower() for child in verb.children if child.dep_ == "dobj" and child.i > verb.i}
    if not objects or objects & event_words("ordinary", "objects"):
        return None
    actors = scene.doers(subject)
    kinds = {scene.cast.figures[actor].kind for actor in actors}
    return Draft(OCCURRED, "event.other", verb, actors) if kinds and kinds <= STATES else None


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
