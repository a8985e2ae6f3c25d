"""What will or would follow: one's own promises and threats, other people's predictions, schedules told by "will" or by a day."""

from __future__ import annotations

from spacy.tokens import Token

from app.parsing.conditions import Condition
from app.parsing.lexicon import read_words
from app.parsing.outcomes.frames import event_words, helps, hurts, is_event, outcome_words
from app.parsing.outcomes.scene import Draft, Scene, Voice
from app.parsing.predicates import FIRST_PERSON, Form, Predicate, is_verbal, lemma_of, own_subject
from app.records import ActorKind, OutcomeStatus

PROMISED, THREATENED, EXPECTED = OutcomeStatus.PROMISED, OutcomeStatus.THREATENED, OutcomeStatus.EXPECTED
AHEAD = frozenset({Form.FUTURE, Form.CONDITIONAL, Form.POSSIBLE, Form.GOING})
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "tonight"})
MONTHS = frozenset(
    {
        "jan.",
        "feb.",
        "march",
        "april",
        "may",
        "june",
        "july",
        "aug.",
        "sept.",
        "oct.",
        "nov.",
        "dec.",
        "january",
        "february",
        "august",
        "september",
        "october",
        "november",
        "december",
    }
)


def find_prospect(scene: Scene, predicate: Predicate) -> Draft | None:
    """What somebody, or the article, says will, would, could or is going to happen."""
    verb = predicate.verb
    if scene.supposed(verb) or _asked(scene, predicate) or not _main(predicate):
        return None
    subject, voice = predicate.subject, scene.voice(verb)
    if (
        subject is None
        or (lemma_of(verb) in read_words("speech", "saying")
        and lemma_of(verb) not in ("recall", "offer", "answer", "promise", "respond", "rule"))
    ):
        return None
    condition = scene.condition_of(verb)
    actors = scene.doers(subject)
    if voice.speaker is None:
        return _told(scene, predicate, actors, condition)
    if actors and (scene.same_side(actors, voice.speaker) or subject.lower_ in FIRST_PERSON):
        return _own(scene, predicate, actors, voice, condition)
    if actors:
        return _predicted(scene, predicate, actors, voice, condition)
    return _impersonal(scene, predicate, voice, condition)


def _main(predicate: Predicate) -> bool:
    """Not in a relative clause that identifies, a question within a sentence, or a purpose ("so that they would")."""
    lead = predicate.lead
    if lead.dep_ in ("relcl", "acl", "pcomp", "csubj"):
        return lead.dep_ != "csubj" and not _restrictive(lead)
    mark = next(
        (
            child.lower_
            for child in lead.children
            if child.dep_ in ("mark", "advmod") and child.tag_ in ("WRB", "IN") and child.i < lead.i
        ),
        "",
    )
    return mark not in (
        "whether",
        "why",
        "how",
        "where",
        "until",
        "before",
        "while",
        "than",
        "lest",
        "so",
        "when",
        "because",
        "as",
        "since",
        "though",
        "although",
    )


def _restrictive(lead: Token) -> bool:
    """A relative clause without a comma before it; a clause that a noun like "word" or "promise" introduces is none."""
    if lead.dep_ == "acl":
        return not any(child.lower_ == "that" and child.dep_ == "mark" for child in lead.children)
    if lead.dep_ == "pcomp":
        return True
    pronoun = next(
        (token for token in lead.subtree if token.tag_ in ("WDT", "WP", "WP$", "WRB") and token.i < lead.i), None
    )
    return pronoun is None or pronoun.i == 0 or pronoun.nbor(-1).text not in (",", "—", "–")


def _asked(scene: Scene, predicate: Predicate) -> bool:
    sentence = scene.sentence(predicate.verb)
    return "?" in sentence.text[-4:]


def _stative(predicate: Predicate) -> bool:
    lemma = lemma_of(predicate.verb)
    words = outcome_words("no_act")
    return lemma in words and not is_event(predicate.verb)


def _own(
    scene: Scene, predicate: Predicate, actors: tuple[str, ...], voice: Voice, condition: Condition | None
) -> Draft | None:
    """The speaker's own doing. A bare refusal is a demand's matter; with an if it is a threat."""
    if (
        predicate.form is Form.POSSIBLE
        and condition is None
        and voice.cue not in ("signal", "hint", "warn", "suggest", "threaten", "say")
    ):
        return None
    if predicate.negated and _gives_up(predicate.verb):
        return Draft(PROMISED, "promise.will", predicate.verb, actors, None, None, condition)
    if predicate.negated and (condition is None or (condition.harsh is False and voice.cue in ("believe", "think"))):
        return None
    if _stative(predicate) and not (condition and lemma_of(predicate.verb) in ("be", "let")):
        return None
    if lemma_of(predicate.verb) == "be" and not _be_act(predicate.verb):
        return None
    status = _status(predicate, condition, voice)
    rule = (
        "threat.unless"
        if status is THREATENED and condition and condition.harsh
        else "threat.will"
        if status is THREATENED
        else "promise.will"
    )
    if predicate.passive and predicate.subject is not None and not scene.same_side(actors, voice.speaker):
        return Draft(status, rule, predicate.verb, actors, predicate.subject, None, condition)
    return Draft(status, rule, predicate.verb, actors, None, None, condition)


def _gives_up(verb: Token) -> bool:
    """ "would no longer insist": a demand given up."""
    return lemma_of(verb) in ("insist", "demand", "oppose", "block", "object", "require", "claim") and any(
        child.lower_ == "longer" for child in verb.children
    )


def _be_act(verb: Token) -> bool:
    """ "be ready to", "be back", "be in place": a being that somebody brings about."""
    return any(
        child.dep_ in ("advmod", "prep")
        and child.lower_ in ("back", "in", "there", "home", "away", "out", "on", "at")
        and child.i > verb.i
        for child in verb.children
    )


def _status(predicate: Predicate, condition: Condition | None, voice: Voice) -> OutcomeStatus:
    if predicate.negated:
        return THREATENED
    if voice.cue in outcome_words("warning"):
        return THREATENED
    if condition is not None and condition.harsh:
        return PROMISED if helps(predicate.verb) else THREATENED
    return THREATENED if hurts(predicate.verb) and not helps(predicate.verb) else PROMISED


def _predicted(
    scene: Scene, predicate: Predicate, actors: tuple[str, ...], voice: Voice, condition: Condition | None
) -> Draft | None:
    """What the speaker says that somebody else will do."""
    if predicate.form is Form.POSSIBLE and condition is None:
        return None
    lemma = lemma_of(predicate.verb)
    if (
        _stative(predicate)
        and not (condition and lemma in ("have", "be", "get", "lose", "win"))
        and lemma not in ("get",)
    ):
        return None
    if lemma == "be" and not _be_act(predicate.verb):
        return None
    if voice.cue in (
        "deny",
        "demand",
        "insist",
        "ask",
        "propose",
        "suggest",
        "hope",
        "urge",
        "recommend",
        "request",
        "order",
    ):
        return None
    if predicate.form is Form.CONDITIONAL and voice.cue in ("wish", "like"):
        return None
    if voice.cue in outcome_words("assuring") and voice.cue not in ("give", "agree"):
        return Draft(PROMISED, "promise.clause", predicate.verb, actors, None, None, condition)
    return Draft(EXPECTED, "prediction.will", predicate.verb, actors, None, None, condition)


def _impersonal(scene: Scene, predicate: Predicate, voice: Voice, condition: Condition | None) -> Draft | None:
    """A thing said to come about: promised or threatened where the speaker can bring it about, else predicted."""
    verb, subject = predicate.verb, predicate.subject
    if (
        voice.speaker is None
        or subject is None
        or voice.cue in ("deny", "demand", "insist", "ask", "hope", "urge", "recommend", "request")
    ):
        return None
    lemma = lemma_of(verb)
    body = scene.body_of(voice.speaker)
    acting = body != (voice.speaker,) or scene.cast.figures[voice.speaker].kind is not ActorKind.PERSON
    if scene.is_joint(subject) and (is_event(verb) or predicate.passive or lemma in event_words("happenings", "verbs")):
        return Draft(EXPECTED, "prediction.will", verb, scene.parties(subject), subject, None, condition)
    if (_stative(predicate) and lemma not in ("be",)) or (lemma == "be" and not _be_act(verb)):
        return None
    if subject.lower_ in ("this", "that", "there", "what", "nothing", "everything") or subject.dep_ == "expl":
        return None
    if voice.cue in outcome_words("assuring"):
        return Draft(PROMISED, "promise.clause", verb, body, subject, None, condition)
    if voice.cue in outcome_words("predicting"):
        return Draft(EXPECTED, "prediction.will", verb, (), subject, None, condition)
    if voice.cue in outcome_words("warning") and acting:
        return Draft(THREATENED, "threat.clause", verb, body, subject, None, condition)
    if predicate.passive and acting and is_event(verb):
        status = THREATENED if hurts(verb) and not helps(verb) else PROMISED
        return Draft(status, "promise.clause", verb, body, subject, None, condition)
    if condition is not None:
        return Draft(EXPECTED, "prediction.will", verb, (), subject, None, condition)
    return None


def _told(scene: Scene, predicate: Predicate, actors: tuple[str, ...], condition: Condition | None) -> Draft | None:
    """The article's own "will": a schedule; after "under the draft", or going on from a speaker, a promise."""
    verb, subject = predicate.verb, predicate.subject
    if subject is None or predicate.negated or _stative(predicate):
        return None
    if _under_paper(scene, predicate) and actors:
        return Draft(PROMISED, "promise.draft", verb, actors, None, None, condition)
    if predicate.form in (Form.CONDITIONAL, Form.POSSIBLE):
        return _going_on(scene, predicate, actors, condition)
    if actors:
        return Draft(EXPECTED, "schedule.will", verb, actors, None, None, condition)
    if scene.is_joint(subject) or (predicate.passive and is_event(verb)):
        parties = scene.parties(subject) if scene.is_joint(subject) else agent_of(scene, verb)
        return Draft(EXPECTED, "schedule.will", verb, parties, subject, None, condition)
    return None


def agent_of(scene: Scene, verb: Token) -> tuple[str, ...]:
    """ "by" whom a passive is done."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for one in child.children:
                if one.dep_ == "pobj":
                    return scene.claim(one)
    return ()


def _under_paper(scene: Scene, predicate: Predicate) -> bool:
    """ "Under the draft, …" opens the sentence."""
    sentence = scene.sentence(predicate.verb)
    first = sentence[0]
    if first.lower_ not in ("under", "in", "by"):
        return False
    return any(
        child.dep_ == "pobj" and child.lemma_.lower() in outcome_words("papers") for child in first.children
    ) and (first.lower_ == "under" or predicate.form is Form.CONDITIONAL)


def _going_on(scene: Scene, predicate: Predicate, actors: tuple[str, ...], condition: Condition | None) -> Draft | None:
    """A "would" without a source of its own carries on what the sentence before reported of the same side."""
    nth = scene.article.sentence_of[predicate.verb.i]
    if predicate.form is not Form.CONDITIONAL or not actors or nth == 0:
        return None
    before = scene.article.sentences[nth - 1]
    quote = next((one for one in reversed(scene.quotes) if one.passage.start < before.end_char), None)
    if quote is None or quote.passage.end < before.start_char or not scene.same_side(actors, quote.speaker):
        return None
    return _own(scene, predicate, actors, Voice(quote.speaker, "say"), condition)


def find_present(scene: Scene, predicate: Predicate) -> Draft | None:
    """A present tense that tells of what is to come: after an if ("If it is not, I go home"), or with a day ("opens on Thursday")."""
    verb, subject = predicate.verb, predicate.subject
    if (
        scene.supposed(verb)
        or subject is None
        or (predicate.negated
        and predicate.form is Form.PRESENT)
        or _asked(scene, predicate)
    ):
        return None
    if lemma_of(verb) in read_words("speech", "saying") | read_words("speech", "thinking") or predicate.lead.dep_ in (
        "relcl",
        "acl",
        "csubj",
        "pcomp",
    ):
        return None
    condition = scene.condition_of(verb)
    if condition is not None and condition.head != verb.i:
        return _branch(scene, predicate, condition)
    if predicate.form is Form.PRESENT or predicate.form is Form.PROGRESSIVE:
        return _timetable(scene, predicate)
    return None


def _branch(scene: Scene, predicate: Predicate, condition: Condition) -> Draft | None:
    verb, subject, voice = predicate.verb, predicate.subject, scene.voice(predicate.verb)
    if subject is None or (lemma_of(verb) in outcome_words("no_act") and not is_event(verb)):
        return None
    actors = scene.doers(subject)
    if voice.speaker and actors and (scene.same_side(actors, voice.speaker) or subject.lower_ in FIRST_PERSON):
        return Draft(_status(predicate, condition, voice), "promise.branch", verb, actors, None, None, condition)
    if actors:
        return Draft(EXPECTED, "prediction.branch", verb, actors, None, None, condition)
    if subject.pos_ == "PRON" and subject.lower_ not in ("nobody", "none"):
        return Draft(EXPECTED, "prediction.branch", verb, (), None, None, condition) if voice.speaker else None
    if scene.is_joint(subject):
        return Draft(EXPECTED, "prediction.branch", verb, scene.parties(subject), subject, None, condition)
    if subject.lemma_.lower() in event_words("subjects", "events"):
        owner = scene.body_of(voice.speaker) if voice.speaker else ()
        status = THREATENED if voice.speaker and condition.harsh is False and hurts(verb) else EXPECTED
        return Draft(status, "prediction.branch", verb, owner, subject, None, condition)
    return None


def _timetable(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "Round 27 opens in Ljubljana on Thursday", "she is flying to Geneva on Friday"."""
    verb, subject = predicate.verb, predicate.subject
    lemma = lemma_of(verb)
    if (
        subject is None
        or lemma not in outcome_words("timetabled")
        or not any(_fixed_day(token) for token in verb.subtree if token.i > verb.i)
    ):
        return None
    actors = scene.doers(subject)
    if actors:
        return Draft(EXPECTED, "schedule.present", verb, actors, None)
    if scene.is_joint(subject):
        return Draft(EXPECTED, "schedule.present", verb, scene.parties(subject), subject)
    return None


def _fixed_day(token: Token) -> bool:
    if token.lower_ in DAYS:
        return token.i > 0 and token.nbor(-1).lower_ not in ("last", "since", "of")
    return (
        token.lower_ in MONTHS and token.text[0].isupper() and token.i + 1 < len(token.doc) and token.nbor(1).like_num
    )


def find_planned(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The second exchange is planned for Wednesday", "monitors are due at the lake on Monday"."""
    verb, subject = predicate.verb, predicate.subject
    if subject is None or predicate.negated or scene.supposed(verb):
        return None
    lemma = lemma_of(verb)
    if predicate.passive and predicate.form in (Form.PRESENT, Form.PAST) and lemma in outcome_words("plan_passive"):
        if not any(child.dep_ == "prep" and child.lower_ in ("for", "on", "in", "at", "to") for child in verb.children):
            return None
        if any(child.dep_ == "xcomp" for child in verb.children):
            return None
        actors = scene.parties(subject) if scene.is_joint(subject) else scene.doers(subject)
        return Draft(EXPECTED, "schedule.planned", verb, actors, subject) if scene.is_joint(subject) else None
    if lemma == "be" or verb.lower_ in ("is", "are", "was", "were"):
        due = next((child for child in verb.children if child.lower_ == "due" and child.i > verb.i), None)
        if due is not None and not _due_to_do(due):
            return Draft(EXPECTED, "schedule.due", due, scene.claim(subject), None) if scene.claim(subject) else None
    return None


def _due_to_do(due: Token) -> bool:
    after = due.nbor(1) if due.i + 1 < len(due.doc) else due
    return (
        after.lower_ == "to"
        and after.i + 1 < len(due.doc)
        and (is_verbal(after.nbor(1)) or after.nbor(1).pos_ == "NOUN")
    )


def find_option(scene: Scene, verb: Token) -> Draft | None:
    """ "refused to rule out force", "did not rule out a blockade": the thing is threatened."""
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
    return Draft(THREATENED, "threat.option", thing, owners, None, verb, start=start)


def find_or_else(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "must stop or face new sanctions": the penalty after "or"."""
    verb = predicate.verb
    if lemma_of(verb) not in outcome_words("penalty") or verb.dep_ != "conj" or predicate.negated:
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
