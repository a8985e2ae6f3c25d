"""Decisions about actors, carried out in one document: two that are one, one that is two, other names, kinds, roles, sides."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from app.decisions.events import Action, Event, Fields
from app.decisions.fields import many, named_by, optional, with_actors
from app.records import Actor, ActorKind, Mention, Quote, Record


def rename_actor(fields: Fields, actor: Actor) -> Actor:
    """The actor with the name, kind, role and side that the fields name; what they do not name stays."""
    side = optional(fields, "side") if "side" in fields else actor.side
    return replace(
        actor,
        name=optional(fields, "name") or actor.name,
        kind=ActorKind(optional(fields, "kind") or actor.kind),
        role=(optional(fields, "role") or "") if "role" in fields else actor.role,
        side=None if side == actor.key else side,
    )


def join_actors(one: Actor, other: Actor) -> Actor:
    """`one` with what the document says of `other`, who is the same."""
    side = one.side or other.side
    return replace(
        one,
        names=tuple(dict.fromkeys((*one.names, *other.names))),
        role=one.role or other.role,
        side=None if side in (one.key, other.key) else side,
        wikidata=one.wikidata or other.wikidata,
    )


@dataclass(slots=True)
class Cast:
    """The actors of one document and where it names them, on their way through the decisions.

    `lent` are the keys of those that only a decision brought in: they go when nothing names them any more.
    """

    actors: dict[str, Actor]
    mentions: list[Mention]
    lent: set[str] = field(default_factory=set)

    def provide(self, keys: Iterable[str], known: Iterable[Actor]) -> None:
        """Take in the actors of these keys that the document lacks, as the event knows them, and their sides."""
        by_key = {actor.key: actor for actor in known}
        wanted = [key for key in keys if key not in self.actors]
        while wanted:
            key = wanted.pop()
            if key in self.actors:
                continue
            actor = by_key.get(key) or Actor(key, key, ActorKind.PERSON)
            self.actors[key] = replace(actor, names=())
            self.lent.add(key)
            wanted += [actor.side] if actor.side else []

    def replace_key(self, old: str, new: str) -> None:
        """Whoever acts for the old key, and every mention of it, gets the new one."""
        for key, actor in self.actors.items():
            if actor.side == old:
                self.actors[key] = replace(actor, side=None if key == new else new)
        self.mentions = [replace(one, actor=new) if one.actor == old else one for one in self.mentions]

    def return_lent(self, records: Iterable[Record]) -> None:
        """Leave out the lent actors that no record, mention or side names."""
        needed = {key for record in records for key in named_by(record)} | {one.actor for one in self.mentions}
        needed |= self.actors.keys() - self.lent
        sides = list(needed)
        while sides:
            side = self.actors[sides.pop()].side
            if side and side not in needed:
                needed.add(side)
                sides.append(side)
        self.actors = {key: actor for key, actor in self.actors.items() if key in needed}


Rename = Callable[[Record], Record]


def change_cast(cast: Cast, event: Event) -> Rename | None:
    """Carry the decision out in the cast; returns what it does to each record, or None where it does nothing."""
    if event.key not in cast.actors:
        return None
    if event.action is Action.EDIT:
        cast.provide(keys_of_side(event), event.actors)
        cast.actors[event.key] = rename_actor(event.after, cast.actors[event.key])
        return None
    if event.other is None or event.other == event.key:
        return None
    if event.action is Action.MERGE:
        return merge(cast, event, event.other)
    return split(cast, event, event.other)


def keys_of_side(event: Event) -> list[str]:
    side = optional(event.after, "side")
    return [side] if side else []


def merge(cast: Cast, event: Event, into: str) -> Rename:
    actor = cast.actors.pop(event.key)
    lent = event.key in cast.lent
    if into not in cast.actors:
        # Not what this document says of the one, but the name and kind by which the store knows the other.
        known = next((one for one in event.actors if one.key == into), actor)
        cast.actors[into] = Actor(into, known.name, known.kind)
        cast.lent |= {into} if lent else set()
    elif not lent:
        cast.lent.discard(into)
    cast.actors[into] = join_actors(cast.actors[into], actor)
    cast.replace_key(event.key, into)
    return lambda record: with_actors(record, lambda key: into if key == event.key else key)


def split(cast: Cast, event: Event, new: str) -> Rename | None:
    """Where all its names go, everything of the actor in this document goes; else what is plainly the new one's: the
    mentions, and the quotes whose speaker the text names so."""
    actor, names = cast.actors[event.key], set(many(event.after, "names"))
    going = tuple(name for name in actor.names if name in names or not names)
    staying = tuple(name for name in actor.names if name not in going)
    if names and not going and not (names & {actor.name} and not actor.names):
        return None
    name, kind = optional(event.after, "name") or new, ActorKind(optional(event.after, "kind") or actor.kind)
    if not staying:
        cast.actors = {key: one for key, one in cast.actors.items() if key != event.key}
        known = cast.actors.get(new, Actor(new, name, kind))
        cast.actors[new] = join_actors(known, actor)
        cast.lent.discard(new)
        cast.replace_key(event.key, new)
        return lambda record: with_actors(record, lambda key: new if key == event.key else key)
    cast.actors[event.key] = replace(actor, names=staying)
    cast.actors[new] = join_actors(cast.actors.get(new, Actor(new, name, kind)), Actor(new, name, kind, going))
    cast.lent.discard(new)
    cast.mentions = [
        replace(one, actor=new) if one.actor == event.key and one.passage.text in names else one
        for one in cast.mentions
    ]

    def of_source(record: Record) -> Record:
        if isinstance(record, Quote) and record.speaker == event.key and record.source.text in names:
            return replace(record, speaker=new)
        return record

    return of_source


def successor(key: str, live: Iterable[Event]) -> str:
    """The actor that the one with this key has become by merging; the key itself where it has not been merged."""
    for event in live:
        if event.action is Action.MERGE and event.key == key and event.other:
            key = event.other
    return key
