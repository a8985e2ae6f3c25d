"""Promises, threats and plans told by an infinitive or a noun: "agreed to pull back", "offered monitors", "is due to meet"."""

from __future__ import annotations

from spacy.tokens import Token

from app.parsing.outcomes.frames import helps, hurts, outcome_words
from app.parsing.outcomes.lapses import lapses_here
from app.parsing.outcomes.scene import Draft, Scene
from app.parsing.predicates import BE, Form, Predicate, is_verbal, lemma_of, own_subject
from app.records import OutcomeStatus

PROMISED, THREATENED, EXPECTED = OutcomeStatus.PROMISED, OutcomeStatus.THREATENED, OutcomeStatus.EXPECTED
LAPSED = OutcomeStatus.LAPSED
AIMS = frozenset(
    {
        "aim",
        "goal",
        "purpose",
        "job",
        "task",
        "point",
        "idea",
        "hope",
        "strategy",
        "ambition",
        "mission",
        "intention",
        "challenge",
        "trick",
        "best",
        "thing",
        "way",
        "answer",
        "role",
        "duty",
        "priority",
        "objective",
    }
)


def find_infinitive(scene: Scene, predicate: Predicate) -> Draft | None:
    """What an actor promises, threatens, plans or is due to do, by the word that governs "to do"."""
    cue = governor_of(predicate)
    if cue is None or not stands(scene, cue):
        return None
    framed = _frame(scene, cue, predicate)
    if framed is None:
        return None
    status, rule, subject = framed
    voice = scene.voice(predicate.verb)
    actors = (scene.echoed(scene.predicate(cue), voice) if is_verbal(cue) else ()) or scene.claim(subject)
    if not actors and subject is not None and scene.is_joint(subject):
        return Draft(EXPECTED, rule, predicate.verb, scene.parties(subject), subject, cue)
    if not actors:
        return None
    return Draft(status, rule, predicate.verb, actors, None, cue)


def governor_of(predicate: Predicate) -> Token | None:
    """The verb, adjective or noun on which "to do" depends; "to sign" coordinated with "are due to dine" depends on "are"."""
    lead = predicate.lead
    head = lead.head
    if lead.dep_ in ("xcomp", "ccomp", "acl", "advcl", "relcl", "conj", "pcomp", "dep") and head.i < lead.i:
        return head
    before = next((token for token in predicate.verb.lefts if token.tag_ == "TO"), None)
    if (
        before is not None
        and before.i > 0
        and before.nbor(-1).lemma_.lower() in outcome_words("plan_adjectives") | outcome_words("promise_ready")
    ):
        return before.nbor(-1)
    return None


def stands(scene: Scene, cue: Token) -> bool:
    """The framing word is asserted: not denied, supposed, asked or itself only wanted."""
    if scene.supposed(cue):
        return False
    verb = cue if is_verbal(cue) else cue.head
    if not is_verbal(verb):
        return True
    above = scene.predicate(verb)
    if above.negated or any(child.dep_ == "neg" for child in cue.children):
        return False
    if (
        above.form is Form.INFINITIVE
        and above.lead.dep_ == "xcomp"
        and lemma_of(above.lead.head) not in ("be", "begin", "appear", "seem", "expect", "say")
    ):
        return False
    return above.form not in (Form.UNREAL, Form.BARE) or any(child.tag_ == "MD" for child in verb.children)


def _frame(scene: Scene, cue: Token, predicate: Predicate) -> tuple[OutcomeStatus, str, Token | None] | None:
    if cue.pos_ in ("NOUN", "PROPN") and not is_verbal(cue):
        return _noun_frame(cue, predicate)
    lemma = lemma_of(cue)
    subject = scene.predicate(cue if is_verbal(cue) else cue.head).subject
    if cue.pos_ == "ADJ" or (not is_verbal(cue)):
        return _adjective_frame(lemma, subject, predicate)
    if lemma in outcome_words("threat_to"):
        return THREATENED, "threat.verb", subject
    if lemma == "be" or cue.lower_ in BE:
        return _to_be(cue, subject, predicate)
    passive = scene.predicate(cue).passive
    if lemma in outcome_words("plan_passive") and passive:
        return EXPECTED, "schedule.due", subject
    if passive:
        return None
    if lemma in outcome_words("promise_to"):
        return (
            (THREATENED if _menaces(predicate) and lemma in ("vow", "swear", "promise", "pledge") else PROMISED),
            "promise.verb",
            subject,
        )
    if lemma in ("plan", "prepare", "arrange"):
        return EXPECTED, "schedule.plan", subject
    if lemma in ("decide",) and any(child.tag_ == "MD" for child in cue.children):
        return (THREATENED if hurts(predicate.verb) else EXPECTED), "threat.may", subject
    return None


def _menaces(predicate: Predicate) -> bool:
    return hurts(predicate.verb) and not helps(predicate.verb) and not predicate.negated


def _adjective_frame(
    lemma: str, subject: Token | None, predicate: Predicate
) -> tuple[OutcomeStatus, str, Token | None] | None:
    if lemma in outcome_words("promise_ready"):
        return (THREATENED if _menaces(predicate) else PROMISED), "promise.ready", subject
    if lemma in outcome_words("plan_adjectives"):
        return EXPECTED, "schedule.due", subject
    return None


def _to_be(cue: Token, subject: Token | None, predicate: Predicate) -> tuple[OutcomeStatus, str, Token | None] | None:
    """ "Is to visit", "is due to visit", "is ready to resume"."""
    for child in cue.children:
        if child.dep_ in ("acomp", "oprd", "attr") and child.i < predicate.verb.i:
            return _adjective_frame(child.lemma_.lower(), subject, predicate) if child.dep_ != "attr" else None
    if (
        subject is None
        or subject.lemma_.lower() in AIMS
        or cue.i + 3 < next((t.i for t in predicate.lead.lefts if t.tag_ == "TO"), cue.i)
    ):
        return None
    if any(child.lower_ == "have" and child.dep_ == "aux" for child in predicate.verb.children):
        return LAPSED, "lapse.was_to", subject
    return EXPECTED, "schedule.to", subject


def _noun_frame(cue: Token, predicate: Predicate) -> tuple[OutcomeStatus, str, Token | None] | None:
    noun = cue.lemma_.lower()
    owner = _owner(cue)
    if noun in outcome_words("promise_nouns"):
        return PROMISED, "promise.noun", owner
    if noun in outcome_words("threat_nouns"):
        return THREATENED, "threat.noun", owner
    if noun in outcome_words("plan_nouns"):
        return EXPECTED, "schedule.plan", owner
    return None


def _owner(noun: Token) -> Token | None:
    """Whose promise it is: a possessor, "by" somebody, or the subject of the verb that makes it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    if noun.dep_ in ("dobj", "attr", "conj") and is_verbal(noun.head):
        return own_subject(noun.head)
    return None


def find_thing(scene: Scene, verb: Token) -> Draft | None:
    """A thing offered or threatened: "has offered 60 monitors", "threatened a general strike", "threatened it with sanctions"."""
    lemma = lemma_of(verb)
    threat = lemma in outcome_words("threat_to")
    if not threat and lemma not in outcome_words("promise_thing") | outcome_words("announce_thing"):
        return None
    predicate = scene.predicate(verb)
    if (
        predicate.passive
        or predicate.negated
        or predicate.form in (Form.INFINITIVE, Form.UNREAL, Form.GERUND, Form.PARTICIPLE)
        or scene.supposed(verb)
    ):
        return None
    if any(child.dep_ in ("xcomp", "ccomp") and child.i > verb.i and is_verbal(child) for child in verb.children):
        return None
    thing = _threatened_thing(verb) if threat else _offered_thing(scene, verb)
    actors = scene.claim(predicate.subject)
    if thing is None or not actors:
        return None
    status, rule = (THREATENED, "threat.thing") if threat else (PROMISED, "promise.thing")
    draft = Draft(status, rule, thing, actors, None, verb, start=_thing_start(thing))
    if lemma in outcome_words("announce_thing") and not lapses_here(scene, draft):
        return None
    return draft


def _offered_thing(scene: Scene, verb: Token) -> Token | None:
    things = [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i]
    if not things or things[-1].lemma_.lower() in (
        "assessment",
        "view",
        "condolence",
        "congratulation",
        "comment",
        "glimpse",
        "explanation",
        "apology",
        "advice",
        "prayer",
        "word",
        "support",
        "help",
        "detail",
        "account",
        "hint",
        "opinion",
        "thank",
        "clue",
        "reason",
        "nothing",
        "sympathy",
    ):
        return None
    return None if scene.cast.named_at(things[-1]) else things[-1]


def _threatened_thing(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "with" and child.i > verb.i:
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    things = [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i]
    if things and things[0].lemma_.lower() in outcome_words("threatened_things"):
        return things[0]
    return None


def _thing_start(thing: Token) -> int:
    """Its first word, without the opening of a quotation."""
    start = thing.left_edge.i
    while start < thing.i and thing.doc[start].is_punct:
        start += 1
    return start
