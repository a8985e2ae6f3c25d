"""An event before it is kept: without number, time and editor."""

from datetime import UTC, datetime

from app.decisions.events import Action, Event

DRAFT = Event(0, datetime(1970, 1, 1, tzinfo=UTC), "", Action.ACCEPT, "", "")
