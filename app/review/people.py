"""Actors as editors name them: by key, by a name that the document or the store has, or by a new name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.decisions.casting import successor
from app.decisions.events import live_events
from app.records import Actor, ActorKind, Mention, Passage, slug
from app.review.changes import ChangeError, Values
from app.review.values import one_value, read_choice, shorten
from app.store.events import fetch_actor_events
from app.store.queries import Connection
from app.store.targets import fetch_actor, find_actors_named

LONGEST_NAME = 200


@dataclass(slots=True)
class People:
    """Whom a change may name: the actors of its document, then those of the store. `values` may say in "new_kind" what
    kind an actor is that nobody knows yet."""

    connection: Connection
    actors: Mapping[str, Actor]
    values: Values
    named: dict[str, Actor] = field(default_factory=dict)

    def resolve(self, field: str, value: str) -> str:
        """The key of the actor that the value of this field names. Raises ChangeError."""
        name = " ".join(value.split())
        if not slug(name) or len(name) > LONGEST_NAME:
            raise ChangeError(f"Name an actor, with letters and in at most {LONGEST_NAME} characters.", field)
        actor = self.find(field, name)
        self.named[actor.key] = actor
        return actor.key

    def find(self, field: str, name: str) -> Actor:
        known = self.actors.get(name) or fetch_actor(self.connection, name)
        if known:
            return known
        here = [actor for actor in self.actors.values() if name == actor.name or name in actor.names]
        several = here or find_actors_named(self.connection, name)
        if len(several) > 1:
            raise ChangeError(f"“{shorten(name)}” may be any of several actors: choose one from the list.", field)
        return several[0] if several else self.make(name)

    def find_known(self, field: str, value: str) -> Actor:
        """As `resolve`, but for an actor that is there already."""
        key = self.resolve(field, value)
        if fetch_actor(self.connection, key) is None:
            raise ChangeError(f"There is no actor “{shorten(value)}”: choose one from the list.", field)
        return self.named[key]

    def make(self, name: str) -> Actor:
        """A new actor; or the one who has the key of this name, or in whom that one has been merged."""
        key = successor(slug(name), live_events(fetch_actor_events(self.connection)))
        kind = ActorKind(read_choice("new_kind", one_value(self.values, "new_kind") or ActorKind.PERSON, ActorKind))
        return self.actors.get(key) or fetch_actor(self.connection, key) or Actor(key, name, kind)

    def lines(self, keys: Iterable[str]) -> tuple[Actor, ...]:
        """The actors of these keys and those for whom they act, without what only one document says of them."""
        wanted, lines = list(dict.fromkeys(keys)), dict[str, Actor]()
        for key in wanted:
            actor = self.named.get(key) or self.actors.get(key) or fetch_actor(self.connection, key)
            if actor and key not in lines:
                lines[key] = replace(actor, names=())
                wanted += [actor.side] if actor.side else []
        return tuple(lines.values())


def nearest_naming(mentions: Iterable[Mention], actor: str, passage: Passage) -> Passage | None:
    """The place nearest to the passage where the document names the actor."""
    places = [one.passage for one in mentions if one.actor == actor]
    return min(places, key=lambda place: (abs(place.start - passage.start), place), default=None)
