"""What will or would follow: one's own promises and threats, other people's predictions, schedules told by "will" or by a day."""

from __future__ import annotations

from spacy.tokens import Token

from app.parsing.conditions import Condition
from app.parsing.lexicon import read_words
from app.parsing.outcomes.frames import event_words, helps, hurts, is_event, outcome_words
from app.parsing.outcomes.scene import Draft, Scene, Voice
from app.parsing.predicates import FIRST_PERSON, Form, Predicate, lemma_of
from app.records import ActorKind, OutcomeStatus

PROMISED, THREATENED, EXPECTED = OutcomeStatus.PROMISED, OutcomeStatus.THREATENED, OutcomeStatus.EXPECTED
FRAMING = frozenset(
    {
        "decide",
        "choose",
        "plan",
        "agree",
        "offer",
        "threaten",
        "promise",
        "try",
        "want",
        "need",
        "have",
        "seek",
        "like",
        "refuse",
        "prefer",
        "hope",
        "attempt",
        "continue",
        "vow",
        "pledge",
    }
)
AHEAD = frozenset({Form.FUTURE, Form.CONDITIONAL, Form.POSSIBLE, Form.GOING})


def find_prospect(scene: Scene, predicate: Predicate) -> Draft | None:
    """What somebody, or the article, says will, would, could or is going to happen."""
    verb = predicate.verb
    if scene.supposed(verb) or scene.is_asked(verb) or not _main(predicate):
        return None
    subject, voice = predicate.subject, scene.voice(verb)
    if subject is None or is_speech(predicate):
        return None
    condition = scene.condition_of(verb)
    actors = (
        scene.echoed(predicate, voice)
        or speakers_own(scene, subject, voice)
        or scene.doers(subject)
        or scene.claim(subject)
    )
    if subject.lower_ == "it" and (
        lemma_of(verb) in event_words("happenings", "verbs") or predicate.passive or lemma_of(verb) == "go"
    ):
        actors = () if scene.doers(subject) != (voice.speaker,) else actors
    if voice.speaker is None:
        return _told(scene, predicate, actors, condition)
    if actors and (scene.same_side(actors, voice.speaker) or subject.lower_ in FIRST_PERSON):
        return _own(scene, predicate, actors, voice, condition)
    if actors and _answers_for(scene, actors, voice, predicate):
        return _own(scene, predicate, actors, voice, condition)
    if actors:
        return _predicted(scene, predicate, actors, voice, condition)
    return _impersonal(scene, predicate, voice, condition)


def is_speech(predicate: Predicate) -> bool:
    """A verb of saying with a clause or words of its own, not one that is also an act ("recall its ambassador")."""
    verb = predicate.verb
    if lemma_of(verb) not in read_words("speech", "saying"):
        return False
    if gives_up(verb):
        return False
    if lemma_of(verb) in (
        "recall",
        "respond",
        "answer",
        "offer",
        "order",
        "release",
        "read",
        "rule",
        "report",
        "find",
        "show",
        "post",
        "propose",
    ):
        return any(child.dep_ in ("ccomp", "xcomp") and child.i > verb.i for child in verb.children)
    return True


def speakers_own(scene: Scene, subject: Token, voice: Voice) -> tuple[str, ...]:
    """ "The treasury", "the army" in somebody's words is that of the speaker's own state."""
    if voice.speaker is None or subject.lemma_.lower() not in outcome_words("agents"):
        return ()
    if any(child.dep_ in ("poss", "amod", "compound") for child in subject.children) or not any(
        child.lower_ == "the" for child in subject.children
    ):
        return ()
    side = scene.cast.side_of(voice.speaker)
    return (side,) if side else ()


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


def _answers_for(scene: Scene, actors: tuple[str, ...], voice: Voice, predicate: Predicate) -> bool:
    """Somebody in office of whom the article does not say for whom he acts, and who says what a state or a body would do."""
    if voice.speaker is None or voice.cue in outcome_words("predicting") or voice.cue in outcome_words("warning"):
        return False
    figure = scene.cast.figures[voice.speaker]
    office = (
        set(figure.role.casefold().split()) & read_words("names", "offices") and "former" not in figure.role.casefold()
    )
    body = scene.cast.figures[actors[0]].kind in (ActorKind.COUNTRY, ActorKind.ORGANIZATION)
    return office and body and scene.cast.side_of(voice.speaker) is None and predicate.form is not Form.POSSIBLE


def holds_office(role: str) -> bool:
    words = set(role.casefold().replace("’s", "").split())
    return bool(words & read_words("names", "offices")) and not words & {"former", "ex"}


def _stative(predicate: Predicate) -> bool:
    """A being, a thinking or a wish, or a verb that only introduces the act ("could decide to withdraw")."""
    lemma = lemma_of(predicate.verb)
    if lemma in FRAMING and any(child.dep_ == "xcomp" for child in predicate.verb.children):
        return True
    return lemma in outcome_words("no_act") and not is_event(predicate.verb)


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
    if gives_up(predicate.verb):
        return Draft(PROMISED, "promise.will", predicate.verb, actors, None, None, condition)
    if _takes_none(predicate.verb) or predicate.verb.lower_ == "further":
        return None
    if predicate.negated and (condition is None or (condition.harsh is False and voice.cue in ("believe", "think"))):
        return None
    if _stative(predicate) and not (condition and lemma_of(predicate.verb) in ("be", "let")):
        return None
    if lemma_of(predicate.verb) == "be" and not _be_act(predicate.verb):
        return None
    status = status_of(predicate, condition, voice)
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


def _takes_none(verb: Token) -> bool:
    """ "would let none through": a refusal; "might go further": says nothing."""
    return any(
        child.lower_ in ("none", "nothing", "nobody", "further") and child.i > verb.i for child in verb.children
    ) or any(
        one.lower_ in ("none", "nobody") for child in verb.children if child.dep_ == "ccomp" for one in child.children
    )


def gives_up(verb: Token) -> bool:
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


def status_of(predicate: Predicate, condition: Condition | None, voice: Voice) -> OutcomeStatus:
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
    if (
        (predicate.negated
        and condition is None
        and voice.cue not in outcome_words("predicting"))
        or _takes_none(predicate.verb)
    ):
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
    figure = scene.cast.figures[voice.speaker]
    acting = body != (voice.speaker,) or figure.kind is not ActorKind.PERSON or holds_office(figure.role)
    if (
        acting
        and subject.lemma_.lower() in event_words("subjects", "events")
        and not scene.is_joint(subject)
        and lemma in event_words("happenings", "verbs")
    ):
        status = THREATENED if subject.lemma_.lower() in outcome_words("bad_things") else PROMISED
        return Draft(status, "promise.clause", verb, body, subject, None, condition)
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
    if predicate.negated and condition is None:
        return None
    if lemma == "be" and acting and predicate.form in (Form.FUTURE, Form.CONDITIONAL):
        return Draft(PROMISED, "promise.clause", verb, body, subject, None, condition)
    if (
        predicate.passive
        and acting
        and (predicate.form is not Form.POSSIBLE or voice.cue in ("signal", "hint") or condition)
    ):
        status = THREATENED if hurts(verb) and not helps(verb) else PROMISED
        return Draft(status, "promise.clause", verb, body, subject, None, condition)
    if condition is not None:
        return Draft(EXPECTED, "prediction.will", verb, (), subject, None, condition)
    return None


def _told(scene: Scene, predicate: Predicate, actors: tuple[str, ...], condition: Condition | None) -> Draft | None:
    """The article's own "will": a schedule; after "under the draft", or going on from a speaker, a promise."""
    verb, subject = predicate.verb, predicate.subject
    if subject is None or ((_stative(predicate) or predicate.negated) and not gives_up(verb)):
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
