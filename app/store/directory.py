"""The names that editors gave, for the parser to know them by: what one article taught, the next need not be taught."""

import re
from collections.abc import Iterable

from sqlalchemy import Connection, Engine

from app.decisions.casting import successor
from app.decisions.events import Action, Event, live_events
from app.decisions.fields import many, optional
from app.records import Actor, ActorKind, slug
from app.store.events import fetch_all_events
from app.store.targets import fetch_actor

# A name as English writes one; a word like "officials" is no name, and a bare surname may be anybody's.
NAME = re.compile(r"[A-Z0-9][^\s,;:]*(?: (?:(?:of|the|for|and|de|da|del|von|van|bin|al|el) )*[A-Z0-9][^\s,;:]*)*")


def fetch_directory(store: Engine) -> tuple[Actor, ...]:
    """The actors that editors renamed, merged, split off or named as speakers and the like, with their other names.

    Countries are left out: the parser has a list of them. The name of each is the one that its key is made of.
    """
    with store.connect() as connection:
        live = live_events(fetch_all_events(connection))
        merged = [event for event in live if event.record == "actor"]
        names: dict[str, dict[str, None]] = {}
        for event in live:
            for key, name in names_given(event):
                names.setdefault(successor(key, merged), {}).setdefault(name)
        found = (describe(connection, key, given) for key, given in names.items())
        return tuple(actor for actor in found if actor)


def names_given(event: Event) -> Iterable[tuple[str, str]]:
    """Keys of actors, each with a name that the decision gives, or leaves, to it."""
    known = {actor.key: actor.name for actor in event.actors}
    match event.action:
        case Action.MERGE | Action.SPLIT | Action.EDIT:
            for key in (event.key, event.other):
                if key in known:
                    yield key, known[key]
            if event.action is Action.EDIT and (name := optional(event.after, "name")):
                yield event.key, name
        case Action.CORRECT | Action.ADD:
            for field in ("speaker", "holder", "addressees", "actors", "affected"):
                for key in many(event.after, field):
                    if key in known:
                        yield key, known[key]


def describe(connection: Connection, key: str, given: Iterable[str]) -> Actor | None:
    """The actor as the parser may look for it; None where no name of its is fit for that."""
    actor = fetch_actor(connection, key)
    if actor is None or actor.kind is ActorKind.COUNTRY:
        return None
    names = [name for name in dict.fromkeys((*given, actor.name)) if is_name(name, actor.kind)]
    own = next((name for name in names if slug(name) == key), None)
    return Actor(key, own, actor.kind, tuple(name for name in names if name != own)) if own else None


def is_name(name: str, kind: ActorKind) -> bool:
    return NAME.fullmatch(name) is not None and (kind is not ActorKind.PERSON or " " in name)
