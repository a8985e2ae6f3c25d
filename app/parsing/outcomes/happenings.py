"""Events that are their own subject: talks that collapse, prices that fall, shells that land, people who die."""

from __future__ import annotations

from functools import cache

from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.frames import event_words, follows
from app.parsing.outcomes.parties import what_lasts
from app.parsing.outcomes.scene import Scene
from app.parsing.predicates import Predicate, is_verbal, lemma_of, own_subject
from app.parsing.tokens import Token
from app.records import OutcomeStatus

OCCURRED = OutcomeStatus.OCCURRED
WORTH = frozenset({"value", "worth", "price", "kilo", "ton", "tonne", "barrel", "liter", "litre", "gallon", "ounce"})
MULTIPLIED = frozenset({"double", "triple", "quadruple", "halve", "collapse", "crash"})
MEASURES = frozenset({"%", "third", "half", "quarter", "fifth", "sharply", "record", "steeply"})
BUILDINGS = frozenset(
    {
        "refinery",
        "depot",
        "warehouse",
        "factory",
        "mill",
        "terminal",
        "house",
        "home",
        "church",
        "mosque",
        "village",
        "forest",
    }
    | {"field", "crop", "headquarters", "barracks", "hospital", "palace", "tower", "power", "substation"}
)
OWNERLESS = frozenset(
    {"ship", "tanker", "ferry", "boat", "vessel", "freighter", "trawler", "train", "plane", "helicopter", "bridge"}
)


def owner_of_measure(scene: Scene, subject: Token) -> tuple[str, ...]:
    """Whose measure it was ("its embassy was closed" tells nothing; "Japan's sanctions were lifted": Japan)."""
    if subject.lemma_.lower() not in event_words("subjects", "events") | {"plan", "order", "measure"}:
        return ()
    return scene.owner_of(subject)


def find_happening(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The second round of talks collapsed": the event itself is the subject."""
    verb, subject = predicate.verb, predicate.subject
    if predicate.passive or subject is None or not happens_of_itself(verb):
        return None
    if subject.lower_ in ("they", "it") and (meant := _meant_event(scene, subject)) is not None:
        return Draft(OCCURRED, "event.happening", verb, scene.parties(meant))
    noun = what_lasts(subject).lemma_.lower()
    if noun not in event_words("subjects", "events") or subject.tag_ == "VBG":
        return None
    actors = scene.parties(subject) if scene.is_joint(subject) else owner_of_measure(scene, subject)
    return Draft(OCCURRED, "event.happening", verb, actors, subject)


def _meant_event(scene: Scene, pronoun: Token) -> Token | None:
    """The talks that were the subject of the sentence before ("They broke up after 40 minutes")."""
    nth = scene.article.sentence_of[pronoun.i]
    if pronoun.lower_ == "it":
        said = scene.article.sentences[nth]
        joint = (one for one in reversed(pronoun.doc[said.start : pronoun.i]) if one.pos_ == "NOUN")
        if (noun := next(joint, None)) is not None and scene.is_joint(noun):
            return noun
    if nth == 0 or scene.doers(pronoun):
        return None
    before = scene.article.sentences[nth - 1]
    subject = own_subject(before.root) if is_verbal(before.root) else None
    return subject if subject is not None and scene.is_joint(subject) else None


def happens_of_itself(verb: Token) -> bool:
    lemma = lemma_of(verb)
    if lemma == "run" and follows(verb, frozenset({"into"})):
        return False  # "ran into trouble"
    if lemma in ("open", "close", "raise", "draw") and any(child.dep_ == "dobj" for child in verb.children):
        return False  # "has opened a rift in the coalition"
    return any(not rest or follows(verb, rest) for rest in _happenings().get(lemma, ()))


@cache
def _happenings() -> dict[str, list[frozenset[str]]]:
    """What must follow each verb of happening, by the verb; an empty set where nothing must."""
    found: dict[str, list[frozenset[str]]] = {}
    for entry in event_words("happenings", "verbs"):
        first, _, rest = entry.partition(" ")
        found.setdefault(first, []).append(frozenset({rest} if rest else ()))
    return found


def find_move(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The rupee fell 2% on the news", "Fuel prices have risen by a third": a price and a measure."""
    verb, subject = predicate.verb, predicate.subject
    if predicate.passive or subject is None:
        return None
    shifted = lemma_of(verb) in ("go", "come") and follows(verb, frozenset({"up", "down"}))
    if not shifted and lemma_of(verb) not in event_words("happenings", "moves"):
        return None
    # "the cowrie has lost 40% of its value", "insulin has tripled in price"
    worth = any(one.lower_ in WORTH for one in verb.subtree)
    if not worth and not _nouns(subject) & event_words("subjects", "prices"):
        return None
    measured = lemma_of(verb) in MULTIPLIED or any(one.like_num or one.lower_ in MEASURES for one in verb.subtree)
    return Draft(OCCURRED, "event.price", verb, (), subject) if measured else None


def _nouns(noun: Token) -> set[str]:
    """The noun and those compounded with it ("bread prices")."""
    return {noun.lemma_.lower(), *(child.lemma_.lower() for child in noun.children if child.dep_ == "compound")}


def find_accident(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "A shell fell near the bridge", "a tanker sank", "the government fell"."""
    verb, subject = predicate.verb, predicate.subject
    off = lemma_of(verb) == "go" and follows(verb, frozenset({"off"}))
    if predicate.passive or subject is None or not (off or lemma_of(verb) in event_words("happenings", "accidents")):
        return None
    words = _nouns(subject)
    if words & event_words("subjects", "governments") and lemma_of(verb) in ("fall", "collapse"):
        return Draft(OCCURRED, "event.accident", verb, (), subject)
    built = event_words("groups", "passage") | event_words("groups", "vessels") | BUILDINGS
    burns = lemma_of(verb) in ("burn", "explode", "blow", "catch") and words & built
    if not burns and not words & event_words("subjects", "missiles"):
        return None
    country = None if words & OWNERLESS else scene.cast.country_of(subject)
    return Draft(OCCURRED, "event.accident", verb, (country,) if country else (), subject)


def find_loss(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "Some 600 people have died in the port": people and a number, or an actor who kills."""
    verb, subject = predicate.verb, predicate.subject
    lemma = lemma_of(verb)
    if subject is None or predicate.passive:
        return None
    if lemma in event_words("losses", "deaths"):
        many = any(
            token.like_num or token.lower_ in ("hundreds", "thousands", "dozens", "scores", "tens", "millions", "many")
            for token in (*subject.subtree, *subject.doc[max(0, subject.i - 2) : subject.i])
        ) and not any(token.lower_ in ("no", "not") for token in subject.subtree)
        return Draft(OCCURRED, "event.loss", verb, (), subject) if many else None
    if lemma in event_words("losses", "verbs"):
        actors = scene.claim(subject)
        if actors:
            return Draft(OCCURRED, "event.act", verb, actors)
    return None


def _counted_loss(verb: Token) -> bool:
    """ "A yellow cloud killed 61 people": whatever kills a number of people."""
    return lemma_of(verb) in event_words("losses", "verbs") and any(
        child.dep_ == "dobj" and any(one.like_num or one.dep_ == "nummod" for one in child.children)
        for child in verb.children
    )


def find_caused(scene: Scene, predicate: Predicate) -> Draft | None:
    """ "The embargo cost Cuba a fifth of its exports", "a war that has killed 30,000 people"."""
    verb, subject = predicate.verb, predicate.subject
    if (
        subject is None
        or predicate.passive
        or lemma_of(verb) not in event_words("losses", "causing") | event_words("losses", "verbs")
    ):
        return None
    relative = predicate.lead.dep_ == "relcl" and subject.tag_ in ("WDT", "WP")
    noun = predicate.lead.head if relative else subject
    if noun.lemma_.lower() not in event_words("subjects", "causes") and not _counted_loss(verb):
        return None
    if not any(child.dep_ in ("dobj", "dative") for child in verb.children):
        return None
    country = scene.cast.country_of(noun)
    owners = (
        (country,) if country else scene.parties(noun) if noun.lemma_ == "exchange" else owner_of_measure(scene, noun)
    )
    return Draft(OCCURRED, "event.caused", verb, owners, None if relative else subject)
