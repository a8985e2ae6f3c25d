"""One walk over the verbs of an article: each is given to the rules that its form calls for, and what they find is cut."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from app.parsing.actors.cast import Cast
from app.parsing.article import Article
from app.parsing.dates import resolve_date
from app.parsing.outcomes.affected import find_affected
from app.parsing.outcomes.contrasts import lapses_here
from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.events import find_event, find_response
from app.parsing.outcomes.extents import cut_extent, cut_tokens, listed_infinitives
from app.parsing.outcomes.frames import outcome_words
from app.parsing.outcomes.lapses import find_lapse
from app.parsing.outcomes.pledges import find_gerund, find_infinitive
from app.parsing.outcomes.prospects import find_prospect
from app.parsing.outcomes.retreats import find_given_up, find_retreat
from app.parsing.outcomes.scene import Scene
from app.parsing.outcomes.schedules import find_misread, find_planned, find_present
from app.parsing.outcomes.sequels import find_sequel
from app.parsing.outcomes.things import each_beside, find_clause, find_offer, find_thing, listed_beside
from app.parsing.outcomes.threats import find_further, find_included, find_nobody, find_option, find_or_else, find_pain
from app.parsing.predicates import Form, Predicate, is_verbal
from app.parsing.substance import says_something
from app.parsing.tokens import Span, Token
from app.records import Demand, Outcome, OutcomeStatus, Passage, Quote

STANDS_FOR_ANOTHER = re.compile(
    r"(?:do|does|did|done|doing)(?: so| it| that| this)?(?: (?:in|on|at|by|from|before|after|last|next|again|earlier|soon)\b.*)?",
    re.DOTALL,
)
SENTENCE_ENDS = frozenset(".!?”\"’':;…,—")
BY_VERB: tuple[Callable[[Scene, Token], Draft | None], ...] = (
    find_thing,
    find_clause,
    find_option,
    find_response,
    find_further,
)
BY_FORM: dict[Form, tuple[Callable[[Scene, Predicate], Draft | None], ...]] = {
    Form.INFINITIVE: (find_or_else, find_infinitive),
    Form.FUTURE: (find_or_else, find_nobody, find_prospect),
    Form.CONDITIONAL: (find_or_else, find_nobody, find_prospect),
    Form.POSSIBLE: (find_prospect,),
    Form.GOING: (find_prospect,),
    Form.PRESENT: (find_or_else, find_given_up, find_sequel, find_retreat, find_planned, find_present),
    Form.BARE: (find_or_else,),
    Form.PROGRESSIVE: (find_present,),
    Form.GERUND: (find_gerund,),
    Form.PAST: (find_given_up, find_lapse, find_sequel, find_retreat, find_planned, find_event),
    Form.PERFECT: (find_given_up, find_lapse, find_sequel, find_retreat, find_event),
    Form.PLUPERFECT: (find_given_up, find_lapse, find_sequel, find_retreat, find_event),
}


def find_outcomes(
    article: Article, cast: Cast, quotes: Sequence[Quote], demands: Sequence[Demand]
) -> tuple[Outcome, ...]:
    """The outcomes of the article, in text order."""
    scene = Scene(article, cast, quotes)
    found: list[tuple[Draft, Outcome]] = []
    for sentence in article.sentences:
        if sentence.start_char < article.document.body_start or not _is_prose(article, sentence):
            continue
        for draft in find_drafts(scene, sentence):
            draft = _settle(scene, draft)
            scene.drafts.append(draft)
            passage = _cut(scene, draft, sentence)
            if passage is None or _is_decoy(draft, passage):
                continue
            if draft.status is OutcomeStatus.LAPSED or says_something(
                article, passage
            ):  # "It never did so" tells enough
                found.append((draft, _record(scene, draft, passage, sentence)))
    return tuple(outcome for _, outcome in _distinct(found, demands))


def _is_prose(article: Article, sentence: Span) -> bool:
    """A heading has no full stop."""
    return article.text[sentence.start_char : sentence.end_char].rstrip()[-1:] in SENTENCE_ENDS


def find_drafts(scene: Scene, sentence: Span) -> Iterator[Draft]:
    """What the rules find in a sentence, verb by verb."""
    for token in sentence:
        if not is_verbal(token):
            if token.pos_ == "NOUN":
                scene.note_owner(token)
                if (
                    (token.dep_ == "ROOT" and (found := find_misread(scene, token)))
                    or (found := find_pain(scene, token))
                    or (found := find_offer(scene, token))
                ):
                    yield found
            elif token.lower_ == "including" and (found := find_included(scene, token)):
                yield found
            continue
        if token.dep_ in ("aux", "auxpass"):
            continue
        if found := next((found for rule in BY_VERB if (found := rule(scene, token))), None):
            yield found
            yield from each_beside(found)
            continue
        predicate = scene.predicate(token)
        for by_form in BY_FORM.get(predicate.form, ()):
            if found := by_form(scene, predicate):
                yield found
                break


def _settle(scene: Scene, draft: Draft) -> Draft:
    """Give the draft its condition, and turn into lapsed what the sentence goes on to say was not done."""
    condition = draft.condition
    if condition is None and draft.status not in (OutcomeStatus.OCCURRED, OutcomeStatus.LAPSED):
        condition = scene.condition_of(draft.verb)
    if (both := scene.both_sides(draft.verb, draft.actors)) and not scene.predicate(draft.verb).passive:
        draft = replace(draft, actors=both)
    if draft.status is not OutcomeStatus.OCCURRED and (actors := scene.spoken_for(draft.actors)) != draft.actors:
        draft = replace(draft, actors=actors)
    status, rule = draft.status, draft.rule
    announced = status in (OutcomeStatus.PROMISED, OutcomeStatus.THREATENED) or rule.startswith("schedule.")
    if announced and lapses_here(scene, draft):
        status, rule = OutcomeStatus.LAPSED, "lapse.contrast"
    elif (
        status is OutcomeStatus.PROMISED
        and condition is not None
        and draft.rule == "promise.verb"
        and scene.article.doc[condition.start].lower_ == "unless"
    ):
        status, rule = OutcomeStatus.THREATENED, "threat.unless"
    return replace(draft, condition=condition, status=status, rule=rule)


def _cut(scene: Scene, draft: Draft, sentence: Span) -> Passage | None:
    stops = {condition.start for condition in scene.conditions_at(draft.verb) if condition.start > draft.verb.i}
    stops |= _source_starts(scene, draft.verb, sentence)
    if draft.cue is not None:
        stops |= set(listed_infinitives(draft.verb))
    if draft.start >= 0:
        stops |= {other.left_edge.i for other in listed_beside(draft)[:1]}
        last = cut_extent(scene.article, draft.verb, sentence, stops)
        if last is None:
            return None
        return cut_tokens(scene.article, draft.start, scene.article.tokens(last.start, last.end).end)
    own = draft.subject is not None and (
        draft.subject.head.i == draft.verb.i or (draft.subject.i < draft.verb.i and _first_in_line(scene, draft))
    )
    return cut_extent(scene.article, draft.verb, sentence, stops, draft.subject if own else None)


def _first_in_line(scene: Scene, draft: Draft) -> bool:
    """A subject taken from a verb before is not in the words of the second."""
    return scene.predicate(draft.verb).lead is draft.verb


def _source_starts(scene: Scene, verb: Token, sentence: Span) -> set[int]:
    """Where an attribution begins behind the verb: the end of the quote in which the verb stands, or a source's name."""
    stops: set[int] = set()
    quote = scene.quote_at(verb)
    for token in sentence.doc[verb.i + 1 : sentence.end]:
        if (
            quote is not None
            and token.idx >= quote.passage.end
            and token.idx >= quote.passage.start
            and not token.is_punct
        ):
            stops.add(token.i)
            break
        if token.lower_ == "according" and token.i + 1 < sentence.end and token.nbor(1).lower_ == "to":
            stops.add(token.i)
            break
    return stops


def _record(scene: Scene, draft: Draft, passage: Passage, sentence: Span) -> Outcome:
    actors = scene.cast.use(draft.actors)
    affected = scene.cast.use(find_affected(scene, draft, passage))
    condition = draft.condition.passage(scene.article) if draft.condition else None
    ahead = draft.status not in (OutcomeStatus.OCCURRED, OutcomeStatus.LAPSED)
    return Outcome(
        passage,
        draft.status,
        draft.rule,
        actors,
        affected,
        condition,
        scene.article.topics(passage),
        resolve_date(passage.text, scene.article.document.published_on, ahead=ahead),
        draft.cue.text if draft.cue is not None else None,
    )


def _distinct(found: list[tuple[Draft, Outcome]], demands: Sequence[Demand]) -> list[tuple[Draft, Outcome]]:
    """In text order, without those that a demand or a longer outcome of the same verb already tells."""
    lapsed = OutcomeStatus.LAPSED
    found.sort(key=lambda one: (one[1].passage.start, -one[1].passage.end, one[1].status is not lapsed))
    kept: list[tuple[Draft, Outcome]] = []
    told = sorted(demands, key=lambda demand: demand.passage.start)
    longest = max((len(demand.passage.text) for demand in demands), default=0)
    reach = 0
    for draft, outcome in found:
        words = outcome.passage
        left = min(words.start, draft.cue.idx) if draft.cue is not None else words.start
        right = max(words.end, draft.cue.idx + 1) if draft.cue is not None else words.end
        first = bisect_left(told, left - longest, key=lambda demand: demand.passage.start)
        last = bisect_left(told, right, key=lambda demand: demand.passage.start)
        if any(_told_by(demand, draft, words) for demand in told[first:last]) or words.end <= reach:
            continue
        reach = words.end
        kept.append((draft, outcome))
    return kept


def _is_decoy(draft: Draft, passage: Passage) -> bool:
    """A quarrel over wages, a match or a song is no outcome of talks, and "do so last week" only stands for another verb."""
    if STANDS_FOR_ANOTHER.fullmatch(passage.text) and draft.status is not OutcomeStatus.LAPSED:
        return True
    text = f" {passage.text.lower()} "
    return any(f" {word} " in text for word in outcome_words("decoys"))


def _told_by(demand: Demand, draft: Draft, words: Passage) -> bool:
    """The demand tells the same words, or what frames the outcome is itself only wanted ("agree to abandon …")."""
    other = demand.passage
    if draft.rule == "threat.or":
        return False
    if demand.cue == draft.verb.text and words.start <= other.start and other.end <= words.end:
        return True
    if draft.cue is not None and other.start <= draft.cue.idx < other.end:
        return True
    shared = min(words.end, other.end) - max(words.start, other.start)
    return shared > 0.6 * (words.end - words.start) and shared > 0.6 * (other.end - other.start)
