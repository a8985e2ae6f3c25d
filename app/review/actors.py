"""Changes of actors as events."""

from collections.abc import Iterable
from dataclasses import replace

from app.decisions.events import Action, Event, Value
from app.records import Actor, ActorKind, slug
from app.review.changes import ActorChange, ChangeError, EditActor, MergeActors, SplitActor, Values
from app.review.drafts import DRAFT
from app.review.people import LONGEST_NAME, People
from app.review.values import one_value, read_choice
from app.store.queries import Connection
from app.store.targets import fetch_actor, fetch_document_hash, fetch_names

EDITABLE = ("name", "kind", "role", "side")


def draft_actor_event(connection: Connection, change: ActorChange) -> Event:
    """The event that the change will be, but for who and why. Raises ChangeError."""
    actor = fetch_actor(connection, change.actor)
    if actor is None:
        raise ChangeError("There is no such actor any more: go back to the list and choose another.", "actor")
    event = replace(DRAFT, record="actor", key=actor.key)
    match change:
        case MergeActors():
            return draft_merge(connection, event, actor, change)
        case SplitActor():
            return draft_split(connection, event, actor, change)
        case EditActor():
            return draft_edit(connection, event, actor, change)


def draft_merge(connection: Connection, event: Event, actor: Actor, change: MergeActors) -> Event:
    people = People(connection, {}, {})
    into = people.find_known("into", change.into)
    if into.key == actor.key:
        raise ChangeError("An actor cannot be merged into itself: choose another one.", "into")
    return replace(
        event,
        action=Action.MERGE,
        other=into.key,
        before={"name": actor.name},
        after={"name": into.name},
        actors=people.lines((actor.key, into.key)),
    )


def draft_split(connection: Connection, event: Event, actor: Actor, change: SplitActor) -> Event:
    names, wanted = fetch_names(connection, actor.key), tuple(dict.fromkeys(change.names))
    for name in wanted:
        if name not in names:
            raise ChangeError(f"No article calls {actor.name} “{name}”: choose from the names on its page.", "names")
    if not wanted and not change.documents:
        raise ChangeError("Choose the names, or the articles, that belong to somebody else.", "names")
    if names <= set(wanted) and not change.documents:
        raise ChangeError("These are all of its names: edit the actor, or merge it with another, instead.", "names")
    documents = tuple(hash_of(connection, document) for document in change.documents)
    people = People(connection, {}, {"new_kind": actor.kind})
    other = people.resolve("name", change.name)
    if other == actor.key:
        raise ChangeError("The other actor needs a name of its own.", "name")
    after: dict[str, Value] = {"name": people.named[other].name, "kind": people.named[other].kind.value}
    after |= {"names": wanted, "documents": documents}
    actors = people.lines((actor.key, other))
    return replace(event, action=Action.SPLIT, other=other, before={"name": actor.name}, after=after, actors=actors)


def hash_of(connection: Connection, slug: str) -> str:
    found = fetch_document_hash(connection, slug)
    if found is None:
        raise ChangeError(f"There is no article “{slug}”.", "documents")
    return found


def draft_edit(connection: Connection, event: Event, actor: Actor, change: EditActor) -> Event:
    for name in change.values:
        if name not in (*EDITABLE, "new_kind"):
            raise ChangeError(f"An actor has no “{name}” that can be changed.", name)
    people = People(connection, {}, change.values)
    before = {"name": actor.name, "kind": actor.kind.value, "role": actor.role, "side": actor.side}
    asked = read_actor(people, actor, change.values)
    after = {name: value for name, value in asked.items() if (value or None) != (before[name] or None)}
    if not after:
        raise ChangeError("Nothing was changed.")
    side = after.get("side")
    actors = people.lines((actor.key, *([side] if isinstance(side, str) else [])))
    return replace(event, action=Action.EDIT, before={name: before[name] for name in after}, after=after, actors=actors)


def read_actor(people: People, actor: Actor, values: Values) -> dict[str, Value]:
    asked: dict[str, Value] = {}
    if "name" in values:
        asked["name"] = " ".join(one_value(values, "name").split())
        if not slug(str(asked["name"])) or len(str(asked["name"])) > LONGEST_NAME:
            raise ChangeError(f"Give a name with letters, of at most {LONGEST_NAME} characters.", "name")
    if "kind" in values:
        asked["kind"] = read_choice("kind", one_value(values, "kind"), ActorKind)
    if "role" in values:
        asked["role"] = " ".join(one_value(values, "role").split())
    if "side" in values:
        side = one_value(values, "side")
        asked["side"] = people.resolve("side", side) if side else None
        if asked["side"] == actor.key:
            raise ChangeError("An actor cannot act for itself: choose another side, or none.", "side")
    return asked


def linked_actors(events: Iterable[Event], event: Event) -> set[str]:
    """The keys of all actors that merges and splits, done or undone, tie to those of the event: whichever documents a
    decision about one changes, they now name one of these."""
    keys, before = {key for key in (event.key, event.other) if key}, 0
    ties = [{one.key, one.other} for one in events if one.other]
    while len(keys) > before:
        before = len(keys)
        for tie in ties:
            if keys & tie:
                keys |= {key for key in tie if key}
    return keys
