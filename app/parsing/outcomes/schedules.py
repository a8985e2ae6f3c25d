"""What is to come, told in the present tense: on a fixed day, planned, due, or on one side of an if."""

from __future__ import annotations

from app.parsing.actors.unnamed import is_person
from app.parsing.conditions import Condition
from app.parsing.lexicon import read_words
from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.foretold import status_of
from app.parsing.outcomes.frames import event_words, is_event, objects_of, outcome_words
from app.parsing.outcomes.harm import hurts
from app.parsing.outcomes.lapses import LIMITS, giver_of
from app.parsing.outcomes.scene import Scene
from app.parsing.outcomes.states import is_stative
from app.parsing.outcomes.times import ends_by_a_day, has_its_day, names_a_day
from app.parsing.predicates import FIRST_PERSON, Form, Predicate, is_verbal, lemma_of
from app.parsing.tokens import Token
from app.records import OutcomeStatus, slug

PROMISED, THREATENED, EXPECTED = OutcomeStatus.PROMISED, OutcomeStatus.THREATENED, OutcomeStatus.EXPECTED
TURNING = frozenset({"begin", "start", "open", "reopen", "close", "end", "resume", "expire", "lapse", "finish"})
TIMED = frozenset({"before", "after", "around", "for", "on", "in", "at", "to", "by", "within"})


def find_present(scene: Scene, predicate: Predicate) -> Draft | None:
    """A present tense of what is to come: after an if ("if it is not, I go home"), with a day ("opens on Thursday")."""
    verb, subject = predicate.verb, predicate.subject
    if (
        scene.supposed(verb)
        or subject is None
        or (predicate.negated and predicate.form is Form.PRESENT and not _not_one(subject))
        or scene.is_asked(verb)
    ):
        return None
    if _says(verb) or _hangs(predicate.lead):
        return None
    condition = scene.condition_of(verb)
    if condition is not None and condition.head != verb.i:
        to_come = _is_sending(predicate) or lemma_of(verb) == "go" or subject.lower_ in FIRST_PERSON
        if predicate.form is Form.PROGRESSIVE and not to_come:
            return None  # "if that is true, Iran is violating the treaty"
        return _branch(scene, predicate, condition)
    if predicate.form is Form.PRESENT or predicate.form is Form.PROGRESSIVE:
        return _timetable(scene, predicate)
    return None


def _says(verb: Token) -> bool:
    """A verb of saying or thinking, unless it is done to something: "holds an election"."""
    if lemma_of(verb) in ("hold", "recognize", "recognise"):
        return any(child.dep_ == "ccomp" for child in verb.children)
    return lemma_of(verb) in read_words("speech", "saying") | read_words("speech", "thinking")


def _hangs(lead: Token) -> bool:
    """It stands in a relative clause or a subject; "assured a rally that the army leaves in May" is none."""
    if lead.dep_ == "acl" and any(child.lower_ == "that" and child.dep_ == "mark" for child in lead.children):
        return False
    return lead.dep_ in ("relcl", "acl", "csubj", "pcomp")


def _branch(scene: Scene, predicate: Predicate, condition: Condition) -> Draft | None:
    verb, subject, voice = predicate.verb, predicate.subject, scene.voice(predicate.verb)
    if subject is None or (is_stative(predicate) and not _ends_it(verb)):
        return None
    if _ends_it(verb) and subject.lower_ == "they":
        return None  # "because they are dead"
    if voice.speaker and _not_one(subject):
        return Draft(THREATENED, "threat.branch", verb, scene.answers(voice.speaker), subject, None, condition)
    actors = scene.doers(subject)
    if voice.speaker and actors and (scene.same_side(actors, voice.speaker) or subject.lower_ in FIRST_PERSON):
        status = status_of(predicate, condition, voice)
        rule = "threat.branch" if status is THREATENED else "promise.branch"
        return Draft(status, rule, verb, actors, None, None, condition)
    if actors:
        return Draft(EXPECTED, "prediction.branch", verb, actors, None, None, condition)
    if subject.pos_ == "PRON" and subject.lower_ not in ("nobody", "none", "you"):
        return Draft(EXPECTED, "prediction.branch", verb, (), None, None, condition) if voice.speaker else None
    if scene.is_joint(subject) or (_ends_it(verb) and subject.lemma_.lower() in outcome_words("papers")):
        return Draft(EXPECTED, "prediction.branch", verb, scene.parties(subject), subject, None, condition)
    if subject.lemma_.lower() in event_words("subjects", "events"):
        owner = scene.owner_of(subject) or (scene.body_of(voice.speaker) if voice.speaker else ())
        status = THREATENED if voice.speaker and hurts(verb) else EXPECTED
        return Draft(status, "prediction.branch", verb, owner, subject, None, condition)
    return None


def _ends_it(verb: Token) -> bool:
    """ "the accord is void", "the talks are off"."""
    ends = outcome_words("ended")
    return lemma_of(verb) == "be" and any(child.lower_ in ends and child.i > verb.i for child in verb.children)


def _not_one(subject: Token) -> bool:
    """ "no tanker docks here": withheld by whoever says so."""
    return subject.pos_ in ("NOUN", "PROPN") and any(child.lower_ == "no" for child in subject.children)


def _is_sending(predicate: Predicate) -> bool:
    """ "is coming to Alaska", "is sending two diplomats": on the way, though no day is told."""
    verb = predicate.verb
    if predicate.form is not Form.PROGRESSIVE or predicate.negated:
        return False
    if lemma_of(verb) in ("send", "dispatch"):
        return bool(set(objects_of(verb)) & outcome_words("sent_people"))
    return lemma_of(verb) in ("come", "fly", "travel", "head") and any(child.lower_ == "to" for child in verb.children)


def _timetable(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The summit opens in Geneva on Thursday", "she is flying to Geneva on Friday"."""
    verb, subject = predicate.verb, predicate.subject
    lemma = lemma_of(verb)
    turning = lemma in TURNING and subject is not None and subject.pos_ == "NOUN"
    if (
        subject is None
        or not (lemma in outcome_words("timetabled") or (predicate.form is Form.PRESENT and is_event(verb)))
        or any(token.lower_ in ("every", "each", "usually", "often", "always") for token in verb.subtree)
        or not (has_its_day(verb) or _is_sending(predicate))
    ):
        return None
    person = is_person(subject.lemma_.lower()) and not any(
        child.lower_ in ("next", "future") for child in subject.children
    )
    actors, voice = scene.doers(subject) or (scene.claim(subject) if person else ()), scene.voice(verb)
    if voice.speaker and voice.cue in outcome_words("assuring") and (own := actors or scene.answers(voice.speaker)):
        return Draft(PROMISED, "promise.clause", verb, own, None if actors else subject)
    if actors:
        return Draft(EXPECTED, "schedule.present", verb, actors, None)
    if scene.is_joint(subject):
        return Draft(EXPECTED, "schedule.present", verb, scene.parties(subject), subject)
    if lemma == "vote" and (people := scene.cast.gazetteer.demonym(subject.text)):
        return Draft(EXPECTED, "schedule.present", verb, (slug(people),) if slug(people) in scene.cast.figures else ())
    noun = subject.lemma_.lower()
    if noun in event_words("subjects", "events") | outcome_words("sent_things") or noun in LIMITS or turning:
        owner = scene.owner_of(subject) or (giver_of(scene, subject) if noun in LIMITS else ())
        return Draft(EXPECTED, "schedule.present", verb, owner, subject)
    return None


def find_planned(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The second exchange is planned for Wednesday", "monitors are due at the lake on Monday"."""
    verb, subject = predicate.verb, predicate.subject
    if subject is None or predicate.negated or scene.supposed(verb):
        return None
    lemma = lemma_of(verb)
    if predicate.passive and predicate.form in (Form.PRESENT, Form.PAST) and lemma in outcome_words("plan_passive"):
        if not any(child.dep_ in ("prep", "agent") and child.lower_ in TIMED for child in verb.children):
            return None
        if any(child.dep_ == "xcomp" for child in verb.children):
            return None
        if scene.is_joint(subject):
            return Draft(EXPECTED, "schedule.planned", verb, scene.parties(subject), subject)
        if subject.pos_ not in ("NOUN", "PROPN") or not any(
            names_a_day(token) or ends_by_a_day(token) for token in verb.rights
        ):
            return None
        if who := _of_bodies(scene, subject):
            return Draft(EXPECTED, "schedule.planned", verb, who)
        return Draft(EXPECTED, "schedule.planned", verb, scene.owner_of(subject), subject)
    if lemma == "be" or verb.lower_ in ("is", "are", "was", "were"):
        due = next((child for child in verb.children if child.lower_ == "due" and child.i > verb.i), None)
        if due is not None and not _due_to_do(due):
            if actors := scene.claim(subject):
                return Draft(EXPECTED, "schedule.due", due, actors, None)
            if scene.is_joint(subject) or subject.lemma_.lower() in event_words("subjects", "events"):
                owners = scene.parties(subject) if scene.is_joint(subject) else scene.owner_of(subject)
                return Draft(EXPECTED, "schedule.due", verb, owners, subject)
    return None


def _of_bodies(scene: Scene, subject: Token) -> tuple[str, ...]:
    found = scene.doers(subject)
    return found if found and scene.cast.named_at(subject) else ()


def _due_to_do(due: Token) -> bool:
    after = due.nbor(1) if due.i + 1 < len(due.doc) else due
    return (
        after.lower_ == "to"
        and after.i + 1 < len(due.doc)
        and (is_verbal(after.nbor(1)) or after.nbor(1).pos_ == "NOUN")
    )


def find_misread(scene: Scene, noun: Token) -> Draft | None:
    """ "If either army fires first, the accord lapses", "Egypt votes in April": a main verb in -s that the analysis takes
    for a plural."""
    if noun.tag_ != "NNS" or not noun.lower_.endswith("s"):
        return None
    subject = next((one for one in noun.children if one.dep_ in ("compound", "nsubj") and one.i == noun.i - 1), None)
    if subject is None:
        return None
    start = next((child for child in noun.children if child.dep_ == "det" and child.i < subject.i), subject).i
    condition = next((one for one in scene.conditions_at(noun) if one.leading and one.end <= noun.i), None)
    if condition is not None and scene.is_joint(subject):
        parties = scene.parties(subject)
        return Draft(EXPECTED, "prediction.branch", noun, parties, None, None, condition, start=start)
    timed = any(names_a_day(token) for token in noun.subtree if token.i > noun.i)
    if noun.lemma_.lower() not in outcome_words("timetabled") or not timed:
        return None
    body = is_person(subject.lemma_.lower())
    if actors := scene.doers(subject) or (scene.claim(subject) if body else ()):
        return Draft(EXPECTED, "schedule.present", noun, actors)
    told = scene.is_joint(subject) or subject.lemma_.lower() in event_words("subjects", "events")
    return Draft(EXPECTED, "schedule.present", noun, scene.owner_of(subject), start=start) if told else None
