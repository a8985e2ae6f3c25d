"""What a speaker says is to come: his own promise or threat, what others will do, what will come about."""

from __future__ import annotations

from app.parsing.actors.unnamed import is_person
from app.parsing.conditions import Condition
from app.parsing.lexicon import read_words
from app.parsing.outcomes.drafts import Draft, Prospect, Voice
from app.parsing.outcomes.frames import event_words, is_event, objects_of, outcome_words
from app.parsing.outcomes.happenings import happens_of_itself
from app.parsing.outcomes.harm import helps, hurts
from app.parsing.outcomes.scene import Scene
from app.parsing.outcomes.states import gives_up, is_mere_being, is_stative, takes_none
from app.parsing.outcomes.times import has_its_day
from app.parsing.predicates import FIRST_PERSON, Form, Predicate, is_verbal, lemma_of
from app.parsing.tokens import Token
from app.records import ActorKind, OutcomeStatus

PROMISED, THREATENED, EXPECTED = OutcomeStatus.PROMISED, OutcomeStatus.THREATENED, OutcomeStatus.EXPECTED
VAGUE = frozenset(
    {"one", "people", "this", "that", "there", "what", "nothing", "everything", "something", "anything", "all"}
)
ENDINGS = frozenset({"stop", "end", "cease", "halt", "close", "lapse", "expire", "fail", "die"})
SILENT = frozenset({"silent", "dark", "dead", "dry", "cold", "quiet"})
COMES_TO = frozenset({"have", "be", "get", "lose", "win"})  # what an if leads to: "he'll get neither"


def find_own(scene: Scene, prospect: Prospect) -> Draft | None:
    """The speaker's own doing. A bare refusal is a demand's matter; with an if it is a threat."""
    predicate, verb, condition = prospect.predicate, prospect.verb, prospect.condition
    if gives_up(verb):
        return prospect.draft(PROMISED, "promise.will")
    if condition is None and prospect.voice.speaker not in prospect.actors and _guessed(prospect):
        return None
    if predicate.form is Form.POSSIBLE and condition is None:
        bare = prospect.voice.direct and not (helps(verb) or hurts(verb))  # "we can deal with that"
        if bare or prospect.voice.cue not in outcome_words("hinting"):
            return None
    if predicate.negated and condition is None and _gives_word(scene, verb):
        return prospect.draft(PROMISED, "promise.will")
    if takes_none(verb) or (predicate.negated and condition is None):
        return None
    if is_mere_being(verb) or (
        is_stative(predicate) and lemma_of(verb) != "be" and not (condition and lemma_of(verb) == "let")
    ):
        return None
    if lemma_of(verb) in outcome_words("involuntary") or (
        lemma_of(verb) == "run" and any(child.lower_ in ("out", "short") for child in verb.children)
    ):
        return prospect.draft(EXPECTED, "prediction.will")
    status = status_of(predicate, condition, prospect.voice)
    rule = "promise.will" if status is PROMISED else "threat.unless" if condition and condition.harsh else "threat.will"
    return prospect.draft(status, rule)


def _gives_word(scene: Scene, verb: Token) -> bool:
    """ "assured Colombo that India would not tax its tea", "gave its word that …": a promise, though in a "not"."""
    above = scene.governing(verb)
    return (
        above is not None
        and lemma_of(above) in outcome_words("giving_word")
        and (is_verbal(above) or lemma_of(above.head) == "give")
    )


def _guessed(prospect: Prospect) -> bool:
    """ "Two ministers believe that he would settle for half": not his word."""
    return prospect.predicate.form is Form.CONDITIONAL and prospect.voice.cue in read_words("speech", "believing") - {
        "argue"
    }


def status_of(predicate: Predicate, condition: Condition | None, voice: Voice) -> OutcomeStatus:
    """Promised or threatened: by the negation, the word of warning, the kind of condition, or the harm that the verb does."""
    if predicate.negated or voice.cue in outcome_words("warning"):
        return THREATENED
    only = condition is not None and predicate.verb.doc[condition.start].lower_ == "only"
    if condition is not None and condition.harsh and not only:
        return PROMISED if helps(predicate.verb) else THREATENED
    return THREATENED if hurts(predicate.verb) else PROMISED


def find_woe(scene: Scene, prospect: Prospect) -> Draft | None:
    """ "They will pay a very big price", "all hell will break loose": held over others by whoever can bring it about."""
    verb, voice = prospect.verb, prospect.voice
    if voice.speaker is None or prospect.predicate.negated or prospect.predicate.form is Form.POSSIBLE:
        return None
    paid = lemma_of(verb) in ("pay", "face", "suffer") and set(objects_of(verb)) & outcome_words("woes")
    loose = lemma_of(verb) == "break" and prospect.subject.lemma_.lower() in outcome_words("woes")
    if not (paid or loose) or not acts(scene, voice) or scene.same_side(prospect.actors, voice.speaker):
        return None
    return prospect.draft(
        THREATENED, "threat.nobody", scene.answers(voice.speaker), prospect.subject if loose else None
    )


def find_allowed(scene: Scene, prospect: Prospect) -> Draft | None:
    """ "You can have our ridge", "she might send whom she likes": what somebody lets another have or do is promised."""
    predicate, verb, voice, subject = prospect.predicate, prospect.verb, prospect.voice, prospect.subject
    modal = {child.lower_ for child in verb.children if child.tag_ == "MD"}
    if voice.speaker is None or predicate.negated or not modal & {"can", "may", "could", "might"}:
        return None
    if subject.lower_ in FIRST_PERSON or scene.same_side(prospect.actors, voice.speaker):
        return None
    had = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    given = had is not None and (had.tag_ == "PRP" or any(child.tag_ == "PRP$" for child in had.children))
    addressed = subject.lower_ == "you" or voice.cue in ("tell", "write", "inform", "assure")
    if lemma_of(verb) in ("have", "keep") and given and (addressed or voice.direct):
        person = subject.lower_ in ("you", "they", "he", "she")
        return prospect.draft(PROMISED, "promise.let", scene.answers(voice.speaker), subject) if person else None
    return None


def find_predicted(scene: Scene, prospect: Prospect) -> Draft | None:
    """What the speaker says that somebody else will do."""
    predicate, verb, voice, condition = prospect.predicate, prospect.verb, prospect.voice, prospect.condition
    if voice.cue in outcome_words("wishing") or takes_none(verb) or is_mere_being(verb):
        return None
    if condition is None and (
        (predicate.form is Form.POSSIBLE and not has_its_day(verb))
        or (predicate.negated and voice.cue not in outcome_words("predicting"))
    ):
        return None
    lemma = lemma_of(verb)
    assured = (
        voice.cue in outcome_words("assuring") and voice.cue not in ("give", "agree") and voice.speaker is not None
    )
    if assured and not predicate.negated and not any(scene.cast.figures[actor].named for actor in prospect.actors):
        return prospect.draft(PROMISED, "promise.clause", scene.answers(voice.speaker or ""), prospect.subject)
    if is_stative(predicate) and lemma != "get" and not (condition and lemma in COMES_TO):
        return None
    if voice.cue in outcome_words("assuring") and voice.cue not in ("give", "agree"):
        return prospect.draft(PROMISED, "promise.clause")
    return prospect.draft(EXPECTED, "prediction.will")


def find_impersonal(scene: Scene, prospect: Prospect) -> Draft | None:
    """A thing said to come about: promised or threatened where the speaker can bring it about, else predicted."""
    verb, subject, voice = prospect.verb, prospect.subject, prospect.voice
    if (
        voice.speaker is None
        or subject.lower_ in VAGUE
        or (subject.lower_ == "you" and prospect.predicate.form is Form.POSSIBLE)
        or voice.cue in outcome_words("wishing") - {"propose", "suggest"}
    ):
        return None
    if voice.cue == "give":
        return prospect.draft(PROMISED, "promise.clause", (voice.speaker,), subject)
    body = scene.answers(voice.speaker)
    if draft := _brought_about(scene, prospect, body):
        return draft
    if prospect.predicate.negated and _gives_word(scene, verb):
        return prospect.draft(PROMISED, "promise.clause", body, subject)
    if acts(scene, voice) and _provokes(verb) and not prospect.predicate.negated:
        return prospect.draft(THREATENED, "threat.clause", body, subject)
    if is_mere_being(verb) or (is_stative(prospect.predicate) and lemma_of(verb) != "be"):
        return None
    if voice.cue in outcome_words("assuring"):
        return prospect.draft(PROMISED, "promise.clause", body, subject)
    if voice.cue in outcome_words("predicting"):
        return prospect.draft(EXPECTED, "prediction.will", scene.told_doer(prospect.predicate), subject)
    if acts(scene, voice) and (draft := _speakers_matter(prospect, body)):
        return draft
    doer = scene.told_doer(prospect.predicate)
    dated = prospect.predicate.passive and is_event(verb) and has_its_day(verb)
    return prospect.draft(EXPECTED, "prediction.will", doer, subject) if prospect.condition or dated else None


def _brought_about(scene: Scene, prospect: Prospect, body: tuple[str, ...]) -> Draft | None:
    """Events as subjects: a round or a meeting is both sides' and expected; an assault or a levy is the speaker's."""
    verb, subject, predicate = prospect.verb, prospect.subject, prospect.predicate
    happens = happens_of_itself(verb)
    if scene.is_joint(subject):
        told = happens or predicate.passive or is_event(verb)
        return prospect.draft(EXPECTED, "prediction.will", scene.parties(subject), subject) if told else None
    if happens and acts(scene, prospect.voice) and subject.lemma_.lower() in event_words("subjects", "events"):
        bad = subject.lemma_.lower() in outcome_words("bad_things")
        return _clause(prospect, bad is not (lemma_of(verb) in ENDINGS), body)
    return None


def _clause(prospect: Prospect, bad: bool, body: tuple[str, ...]) -> Draft:
    status, rule = (THREATENED, "threat.clause") if bad else (PROMISED, "promise.clause")
    return prospect.draft(status, rule, body, prospect.subject)


def _speakers_matter(prospect: Prospect, body: tuple[str, ...]) -> Draft | None:
    """What somebody who acts for a side says will be done, without saying by whom: that side will do it."""
    verb, voice, predicate = prospect.verb, prospect.voice, prospect.predicate
    if voice.cue in outcome_words("warning"):
        if lemma_of(verb) in outcome_words("involuntary") or _runs_out(verb):
            return prospect.draft(EXPECTED, "prediction.will", (), prospect.subject)
        return prospect.draft(THREATENED, "threat.clause", body, prospect.subject)
    if predicate.negated and prospect.condition is None:
        return None
    if lemma_of(verb) == "be" and predicate.form is not Form.POSSIBLE:
        return prospect.draft(PROMISED, "promise.clause", body, prospect.subject)
    if _goes(prospect):
        harsh = prospect.condition is not None and prospect.condition.harsh
        ends = lemma_of(verb) in ENDINGS or any(child.lower_ in SILENT for child in verb.children)
        return _clause(prospect, harsh or ends, body)
    sure = predicate.form is not Form.POSSIBLE or prospect.condition or voice.cue in ("signal", "hint")
    if predicate.passive and sure:
        return _clause(prospect, hurts(verb), body)
    return None


def _goes(prospect: Prospect) -> bool:
    """ "The grants will lapse unless both sign", "the gas will flow again on Monday": a thing in the hands of who says it."""
    verb, subject = prospect.verb, prospect.subject
    if prospect.predicate.passive or lemma_of(verb) not in outcome_words("things_go") or subject.pos_ != "NOUN":
        return False
    noun = subject.lemma_.lower()
    counted = any(child.dep_ == "nummod" for child in subject.children)
    priced = noun in event_words("subjects", "prices") - outcome_words("bad_things") - {"rate", "gas", "quota"}
    if is_person(noun) or (priced and not counted):
        return False
    return prospect.condition is not None or has_its_day(verb)


def _runs_out(verb: Token) -> bool:
    """ "that flour would run out": nobody does it to anybody."""
    return lemma_of(verb) == "run" and any(child.lower_ in ("out", "short", "dry") for child in verb.children)


def _provokes(verb: Token) -> bool:
    """ "any attack would draw a response", "would be treated as an act of war"."""
    if lemma_of(verb) in outcome_words("provoking"):
        return bool(set(objects_of(verb)) & outcome_words("threatened_things"))
    if lemma_of(verb) == "become" and any(child.dep_ == "attr" and child.lower_ == "target" for child in verb.children):
        return True
    if lemma_of(verb) == "have" and set(objects_of(verb)) & {"consequence", "repercussion", "cost"}:
        return True
    taken = lemma_of(verb) in ("treat", "regard", "consider", "see", "view", "deem")
    return taken and any(
        one.lower_ in ("war", "aggression", "provocation") for one in verb.doc[verb.i + 1 : verb.right_edge.i + 1]
    )


def acts(scene: Scene, voice: Voice) -> bool:
    """The speaker can bring something about: a state, a body, a group, or a person who acts for one."""
    if voice.speaker is None:
        return False
    figure = scene.cast.figures[voice.speaker]
    if {"former", "ex", "retired", "until"} & set(figure.role.casefold().replace("-", " ").split()):
        return False
    told = scene.cast.side_of(figure.key) is not None or holds_office(figure.role)
    return told or figure.kind is not ActorKind.PERSON or bool(figure.wikidata)


def holds_office(role: str) -> bool:
    words = set(role.casefold().replace("’s", "").split())
    return bool(words & read_words("names", "offices")) and not words & {"former", "ex"}


def names_its_side(role: str) -> bool:
    """ "Russian President", "minister of Egypt": the role itself says for whom he acts, and no guess was needed."""
    titles = read_words("names", "offices") | read_words("names", "title_modifiers") | read_words("names", "titles")
    return any(word[0].isupper() and word.lower() not in titles for word in role.replace("-", " ").split())
