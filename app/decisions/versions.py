"""Texts that took the place of others: a decision goes on to hold for the newer version of the text that it was made in."""

from collections.abc import Sequence

from app.decisions.events import Action, Event
from app.decisions.fields import many


def follow(sha256: str, since: int, replaced: Sequence[Event]) -> str:
    """The hash of the text that now stands where this one stood at the event `since`; `replaced` in their order."""
    for event in replaced:
        if event.id > since and event.document == sha256:
            sha256 = event.key
    return sha256


def holds_for(event: Event, sha256: str, replaced: Sequence[Event]) -> bool:
    """Whether the decision is about the document with this text; one about an actor may be about some documents alone."""
    if event.action is Action.SPLIT and (documents := many(event.after, "documents")):
        return any(follow(one, event.id, replaced) == sha256 for one in documents)
    return event.document is None or follow(event.document, event.id, replaced) == sha256
