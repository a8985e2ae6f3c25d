"""What will or would follow: who says so decides whether it is a promise, a threat, a prediction or a schedule."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from app.parsing.lexicon import read_words
from app.parsing.outcomes.drafts import Draft, Prospect, Voice
from app.parsing.outcomes.foretold import (
    find_allowed,
    find_impersonal,
    find_own,
    find_predicted,
    find_woe,
    holds_office,
    names_its_side,
    status_of,
)
from app.parsing.outcomes.frames import event_words, is_event, outcome_words
from app.parsing.outcomes.harm import helps
from app.parsing.outcomes.papers import read_in_draft, under_paper, under_which
from app.parsing.outcomes.scene import Scene
from app.parsing.outcomes.states import gives_up, is_stative
from app.parsing.predicates import FIRST_PERSON, Form, Predicate, identifies, is_verbal, lemma_of, own_subject
from app.parsing.tokens import Token
from app.records import ActorKind, OutcomeStatus, slug

BODIES = frozenset({ActorKind.COUNTRY, ActorKind.ORGANIZATION})
PROMISED, EXPECTED = OutcomeStatus.PROMISED, OutcomeStatus.EXPECTED
EXCHANGES = (("in", "exchange"), ("in", "return"))
HOSTING = frozenset({"receive", "welcome", "invite", "admit"})
CHANGES = frozenset({"take", "come", "apply", "go", "enter", "increase", "decrease"})


def find_prospect(scene: Scene, predicate: Predicate) -> Draft | None:
    """What somebody, or the article, says will, would, could or is going to happen."""
    verb, subject = predicate.verb, predicate.subject
    if (
        subject is None
        or scene.supposed(verb)
        or scene.is_asked(verb)
        or not _is_main(predicate)
        or is_speech(predicate)
        or _doubted(scene, verb)
    ):
        return None
    prospect = read_prospect(scene, predicate, subject)
    actors, voice = prospect.actors, prospect.voice
    if voice.speaker is None:
        return _told(scene, prospect)
    if actors and read_in_draft(scene, prospect):
        return prospect.draft(PROMISED, "promise.draft")
    if (held_out := find_allowed(scene, prospect) or find_woe(scene, prospect)) is not None:
        return held_out
    if predicate.passive and actors and _suffers(scene, prospect):
        return None
    if actors and _of_a_rival(scene, prospect):
        return find_predicted(scene, prospect)
    if actors and (
        subject.lower_ in FIRST_PERSON or scene.same_side(actors, voice.speaker) or _answers_for(scene, prospect)
    ):
        return find_own(scene, prospect)
    return find_predicted(scene, prospect) if actors else find_impersonal(scene, prospect)


def _suffers(scene: Scene, prospect: Prospect) -> bool:
    """ "I would be honored", "he said that he would be compelled": nothing that a person does."""
    lemma = lemma_of(prospect.verb)
    if (is_event(prospect.verb) and lemma not in ("compel", "force", "oblige")) or lemma in HOSTING:
        return False  # "he would be received as a guest"
    people = all(scene.cast.figures[key].kind is ActorKind.PERSON for key in prospect.actors)
    return prospect.subject.pos_ == "PRON" and people and prospect.voice.speaker in prospect.actors


def _of_a_rival(scene: Scene, prospect: Prospect) -> bool:
    """ "The opposition leader said that the premier would resign": of one country, and yet not his word."""
    speaker = scene.cast.figures[prospect.voice.speaker or ""]
    if speaker.kind is not ActorKind.PERSON or not speaker.named or speaker.key in prospect.actors:
        return False
    role = set(speaker.role.casefold().replace("’s", "").replace("-", " ").split())
    others = all(scene.cast.figures[key].kind is ActorKind.PERSON for key in prospect.actors)
    return others and bool(role & outcome_words("rivals"))


def _doubted(scene: Scene, verb: Token) -> bool:
    """ "does not believe that Chad will pay", "doubt they would", "asked if she would": nobody says that it will be."""
    above = scene.governing(verb)
    if above is None or not is_verbal(above):
        return False
    lemma = lemma_of(above)
    if lemma in ("doubt", "wonder", "ask"):
        return lemma != "ask" or any(child.lower_ == "if" for child in verb.children)
    thinking = lemma in read_words("speech", "thinking") or lemma in ("think", "believe", "know", "see", "imagine")
    if not thinking:
        return False
    thinker = own_subject(above)
    return scene.predicate(above).negated or (thinker is not None and thinker.lower_ in ("few", "nobody", "none"))


def read_prospect(scene: Scene, predicate: Predicate, subject: Token) -> Prospect:
    """Who does it, who says it, and on what it depends. Whoever suffers a passive does not do it."""
    voice = scene.voice(predicate.verb)
    condition = scene.condition_of(predicate.verb)
    echoed = scene.echoed(predicate, voice)
    if len(echoed) == 1 and voice.speaker is not None and echoed[0] != voice.speaker:
        voice = replace(voice, speaker=echoed[0])  # "his spokesman said he would come" is his own word
    actors = echoed or speakers_own(scene, subject, voice) or scene.claim(subject)
    happens = subject.lower_ == "it" and lemma_of(predicate.verb) in event_words("happenings", "verbs") | CHANGES
    if happens and not echoed:
        actors = ()
    known = subject.pos_ == "PRON" or all(scene.cast.figures[actor].named for actor in actors)
    own = voice.speaker and known and scene.same_side(actors, voice.speaker) and subject.lower_ != "it"
    if predicate.passive and not own:
        actors = agent_of(scene, predicate.verb)
    return Prospect(predicate, subject, actors, voice, condition)


def is_speech(predicate: Predicate) -> bool:
    """A verb of saying with words of its own, not one that is also an act ("recall its ambassador")."""
    verb = predicate.verb
    if lemma_of(verb) not in read_words("speech", "saying") or gives_up(verb):
        return False
    if lemma_of(verb) in outcome_words("acts_of_speech"):
        return any(child.dep_ in ("ccomp", "xcomp") and child.i > verb.i for child in verb.children)
    return True


def speakers_own(scene: Scene, subject: Token, voice: Voice) -> tuple[str, ...]:
    """ "The navy", "the army" in somebody's words is that of the speaker's own state."""
    if voice.speaker is None or subject.lemma_.lower() not in outcome_words("agents"):
        return ()
    words = {child.dep_ for child in subject.children}
    bare = subject.tag_ == "NNS" and not words & {"nummod", "det", "prep"} and scene.cast.figures[voice.speaker].named
    if words & {"poss", "amod", "compound"} or not (bare or any(child.lower_ == "the" for child in subject.children)):
        return ()
    side = scene.cast.side_of(voice.speaker)
    return (side,) if side else ()


def agent_of(scene: Scene, verb: Token) -> tuple[str, ...]:
    """ "by" whom a passive is done."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for one in child.children:
                if one.dep_ == "pobj":
                    return scene.claim(one)
    return ()


def _is_main(predicate: Predicate) -> bool:
    """Not in a relative clause that identifies, nor in a question, a time or a reason within a sentence."""
    lead = predicate.lead
    if lead.dep_ in ("csubj", "pcomp"):
        return False
    if lead.dep_ == "acl":
        return any(child.lower_ == "that" and child.dep_ == "mark" for child in lead.children)
    if lead.dep_ == "relcl":
        return under_which(lead) or not identifies(lead)
    marks = {child.lower_ for child in lead.children if child.dep_ in ("mark", "advmod") and child.i < lead.i}
    if marks & {"while", "whereas"} and predicate.form is Form.FUTURE and predicate.subject is not None:
        return True
    return not marks & outcome_words("subordinating")


def _answers_for(scene: Scene, prospect: Prospect) -> bool:
    """Somebody in office, of whom the article does not tell for whom he acts, says what a state or a body would do."""
    voice = prospect.voice
    if voice.speaker is None or voice.cue in outcome_words("predicting") | outcome_words("warning"):
        return False
    speaker = scene.cast.figures[voice.speaker]
    if prospect.predicate.form is Form.POSSIBLE:
        return False
    if not speaker.named and speaker.head in outcome_words("mouthpieces") and prospect.subject.lower_ in ("he", "she"):
        return True  # "An aide said he would go"
    if not holds_office(speaker.role):
        return _is_office_of(scene, voice.speaker, prospect.actors)
    told = scene.cast.side_of(voice.speaker) is not None and names_its_side(speaker.role)
    return not told and scene.cast.figures[prospect.actors[0]].kind in BODIES


def _is_office_of(scene: Scene, speaker: str, actors: tuple[str, ...]) -> bool:
    """ "The foreign ministry said Seoul would …", "the minister said that Jakarta would …": whoever holds an office and is
    said to act for no other speaks for the state of which he tells."""
    figure = scene.cast.figures[speaker]
    words = figure.name.split()
    both = len(actors) > 1 and figure.kind is ActorKind.GROUP and words[0].lower() in ("two", "both")
    adjectives = [*words, *(f"{first} {second}" for first, second in pairwise(words))]
    gazetteer = scene.cast.gazetteer
    own = {slug(name) for word in adjectives if (name := gazetteer.demonym(word) or gazetteer.seat(word))}
    officials = figure.kind is ActorKind.GROUP and figure.head == "official" and bool(own)
    offices = {word.lower() for word in words} | ({figure.head} if both else set())
    if not officials and ((figure.kind is ActorKind.GROUP and not both) or not offices & outcome_words("answering")):
        return False
    bodies = {actor for actor in actors if scene.cast.figures[actor].kind in BODIES}
    return bool(bodies) and scene.cast.side_of(speaker) is None and (not own or bool(own & bodies))


def _told(scene: Scene, prospect: Prospect) -> Draft | None:
    """The article's own "will": a schedule; after "under the draft", or going on from a speaker, a promise."""
    predicate, subject, verb = prospect.predicate, prospect.subject, prospect.verb
    if is_stative(predicate) and not gives_up(verb):
        return None
    if not prospect.actors and subject.lower_ == "they" and under_paper(scene, predicate):
        return prospect.draft(PROMISED, "promise.draft", scene.parties(None))
    if prospect.actors and under_paper(scene, predicate):
        stays = (
            subject
            if predicate.negated and verb.i - subject.i > 1 and subject.left_edge.lower_ in ("neither", "no")
            else None
        )
        return prospect.draft(PROMISED, "promise.draft", None, stays)
    if predicate.negated and not gives_up(verb):
        return None
    if not prospect.actors and predicate.passive and is_event(verb) and under_paper(scene, predicate):
        return prospect.draft(EXPECTED, "schedule.will", scene.parties(None), subject)
    if prospect.actors and _in_return(verb):
        return prospect.draft(PROMISED, "promise.will")
    if predicate.form in (Form.CONDITIONAL, Form.POSSIBLE):
        return _going_on(scene, prospect)
    if scene.is_joint(subject):
        return prospect.draft(EXPECTED, "schedule.will", scene.parties(subject), subject)
    if subject.lemma_.lower() in event_words("subjects", "events") and _changes(verb):
        return prospect.draft(EXPECTED, "schedule.will", scene.owner_of(subject), subject)
    if predicate.passive:
        return prospect.draft(EXPECTED, "schedule.will", subject=subject) if is_event(verb) or prospect.actors else None
    if not prospect.actors:
        return None
    if prospect.condition is not None and {scene.cast.figures[actor].kind for actor in prospect.actors} <= BODIES:
        status = status_of(predicate, prospect.condition, prospect.voice)
        return prospect.draft(status, "promise.will" if status is PROMISED else "threat.will")
    return prospect.draft(EXPECTED, "schedule.will")


def _in_return(verb: Token) -> bool:
    """ "Australia will in return host the bombers"."""
    before = [token.lower_ for token in verb.doc[max(0, verb.i - 5) : verb.i]]
    return any(pair in EXCHANGES for pair in pairwise(before))


def _changes(verb: Token) -> bool:
    return lemma_of(verb) in event_words("happenings", "verbs") | event_words("happenings", "moves") | CHANGES


def _going_on(scene: Scene, prospect: Prospect) -> Draft | None:
    """A "would" without a source of its own carries on what the sentence before reported of the same side."""
    nth = scene.article.sentence_of[prospect.verb.i]
    if prospect.predicate.form is not Form.CONDITIONAL or not prospect.actors:
        return None
    opening = [token.lower_ for token in scene.article.sentences[nth][:2]]
    given = scene.article.doc[prospect.condition.start : prospect.condition.end] if prospect.condition else ()
    swapped = [token.lower_ for token in given[:2]]
    if (tuple(opening) in EXCHANGES or tuple(swapped) in EXCHANGES) and not is_stative(prospect.predicate):
        return prospect.draft(PROMISED, "promise.will")
    states = {scene.cast.figures[actor].kind for actor in prospect.actors} <= BODIES
    if prospect.condition is not None and states and helps(prospect.verb) and prospect.condition.leading:
        return prospect.draft(PROMISED, "promise.will")
    if nth == 0:
        return None
    before = scene.article.sentences[nth - 1]
    quote = next((one for one in reversed(scene.quotes) if one.passage.start < before.end_char), None)
    if quote is None or quote.passage.end < before.start_char or not scene.same_side(prospect.actors, quote.speaker):
        return None
    return find_own(scene, prospect.said_by(Voice(quote.speaker, "say")))
