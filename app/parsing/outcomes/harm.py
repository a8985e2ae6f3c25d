"""Whether an act done to somebody hurts or helps: told of one's own future, it is a threat or a promise."""

from __future__ import annotations

from app.parsing.outcomes.frames import event_words, matches, objects_of, outcome_words
from app.parsing.predicates import FIRST_PERSON, lemma_of
from app.parsing.tokens import Token

PLACING = ("put", "place", "station", "point", "aim", "train", "send", "move", "hand", "take", "refer", "bring")
RETALIATION = frozenset({"countermeasure", "measure", "action", "step", "retaliation"})
WATCHING = ("board", "search", "inspect")
TAKING_SIDES = frozenset({"support", "back", "fund", "finance", "train", "help", "supply"})
RUIN = frozenset({"standstill", "halt", "knee", "justice", "heel", "brink"})
LEAVING = ("go", "fly", "head", "walk", "drive", "travel")


def hurts(verb: Token) -> bool:
    """Done to somebody it hurts: "recall its ambassador", "suspend aid"; not "suspend its tariffs", "withdraw its complaint"."""
    lemma = lemma_of(verb)
    if lemma in ("keep", "leave", "hold") and _stays_shut(verb):
        return True
    if lemma == "deploy" and set(objects_of(verb)) & outcome_words("helpers"):
        return False
    if lemma == "pull" and any(child.lower_ == "back" for child in verb.children):
        return not set(objects_of(verb)) & event_words("groups", "forces")
    if lemma in ("ease", "relax", "loosen", "lift"):
        return False
    if lemma in outcome_words("reducing"):
        objects = objects_of(verb)
        if (given_up := next((child for child in verb.children if child.dep_ == "xcomp"), None)) is not None:
            return lemma_of(given_up) in outcome_words("help") - TAKING_SIDES  # "stop sharing data"
        return (bool(objects) and not set(objects) & outcome_words("bad_things")) or (
            not objects and lemma in ("withdraw", "close", "cut")
        )
    if (
        lemma in ("quit", "leave", "vacate", "stay", *LEAVING)
        and (leaving := _hurts_by_leaving(verb, lemma)) is not None
    ):
        return leaving
    if lemma in outcome_words("raising"):
        return bool(set(objects_of(verb)) & outcome_words("bad_things")) or any(
            lemma_of(child) in outcome_words("harm") | {"enrich", "shell"}
            for child in verb.children
            if child.dep_ == "xcomp"
        )
    if matches(verb, "harm_phrases"):
        return True
    if (judged := _by_its_object(verb, lemma)) is not None:
        return judged
    return lemma in outcome_words("harm") and lemma not in outcome_words("help")


def _by_its_object(verb: Token, lemma: str) -> bool | None:
    """What tells by its object alone: "vote for the ban", "hold the ship", "send tanks"; None where the verb is another."""
    objects = set(objects_of(verb))
    if lemma == "vote":
        things = {one.lemma_.lower() for child in verb.children if child.lower_ == "for" for one in child.children}
        return any(child.lower_ == "against" for child in verb.children) or bool(things & outcome_words("bad_things"))
    if lemma in WATCHING:
        return bool(objects & event_words("groups", "vessels"))
    if lemma == "treat":
        return bool(
            _treated_as(verb) & (outcome_words("threatened_things") | {"act", "aggression", "enemy", "provocation"})
        )
    if lemma == "turn":
        return any(one.lower_ in ("elsewhere", "other", "others") for one in verb.subtree)
    if lemma in ("test", "match", "file", "appeal"):
        against = any(child.lower_ == "against" for child in verb.children)
        return bool(objects & outcome_words("menacing")) or (against and lemma == "appeal")
    if lemma == "meet":
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        return passive and any(child.lower_ == "with" for child in verb.children)
    if lemma == "take" and objects & RETALIATION:
        return True
    if lemma == "hold":
        return not objects & (outcome_words("joint") | {"election", "vote", "referendum", "line", "fire"})
    if lemma in PLACING:
        return bool(objects & outcome_words("weapons")) or bool(_reached(verb) & (outcome_words("accusers") | RUIN))
    if lemma == "recall":
        return not objects & {"parliament", "assembly", "congress", "senate", "deputy", "lawmaker"}
    return None


def _treated_as(verb: Token) -> set[str]:
    """ "treat it as an attack"."""
    return {
        one.lemma_.lower()
        for child in verb.children
        if child.lower_ == "as"
        for one in child.children
        if one.dep_ == "pobj"
    }


def _hurts_by_leaving(verb: Token, lemma: str) -> bool | None:
    """ "leave the treaty", "go home", "stay away"; not "leave the town"; None where nothing tells."""
    if lemma in LEAVING:
        home = any(child.lower_ == "home" for child in verb.children)
        return not any(child.dep_ in ("dobj", "auxpass") for child in verb.children) if home else None
    if lemma == "stay":
        return any(child.lower_ in ("away", "out", "home") for child in verb.children)
    if set(objects_of(verb)) & event_words("groups", "ground") or any(
        child.lower_ == "behind" for child in verb.children
    ):
        return False
    if lemma == "leave":
        return any(child.dep_ == "dobj" or child.lower_ in FIRST_PERSON for child in verb.children)
    return None


def _stays_shut(verb: Token) -> bool:
    """ "keep the crossing closed", "leave the treaty in abeyance"."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("acomp", "oprd", "ccomp", "advcl", "prep"):
            states = child.children if child.dep_ == "prep" else (child,)
            if any(one.lower_ in outcome_words("shut") for one in states):
                return True
    return False


def _reached(verb: Token) -> set[str]:
    """To whom or before whom it is taken."""
    return {
        one.lemma_.lower()
        for child in verb.children
        if child.lower_ in ("to", "before")
        for one in child.children
        if one.dep_ == "pobj"
    }


def helps(verb: Token) -> bool:
    lemma = lemma_of(verb)
    if lemma in outcome_words("reducing"):
        return bool(set(objects_of(verb)) & outcome_words("bad_things"))
    return lemma in outcome_words("help") and not hurts(verb)
