"""The form in which a person looks an article through before it is parsed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from starlette.datastructures import FormData

from app.reading import ReadingError, check_text
from app.store.additions import Given

LONGEST = {"title": 300, "publisher": 200, "url": 2000}
FIRST_DAY, LAST_DAY = date(1700, 1, 1), date(2200, 1, 1)


@dataclass(frozen=True, slots=True)
class DraftForm:
    """What stands in the fields, as it was typed."""

    title: str
    publisher: str
    published_on: str
    url: str
    text: str

    @classmethod
    def of(cls, given: Given) -> DraftForm:
        day = given.published_on.isoformat() if given.published_on else ""
        return cls(given.title or "", given.publisher or "", day, given.url or "", given.text)

    @classmethod
    def typed(cls, typed: FormData) -> DraftForm:
        title, publisher, day, url = (
            " ".join(str(typed.get(name, "")).split()) for name in ("title", "publisher", "published_on", "url")
        )
        return cls(title, publisher, day, url, settle_lines(str(typed.get("text", ""))))

    def read(self, before: Given) -> Given | Mapping[str, str]:
        """The article as it is filled in, or what is wrong, by field. A text that nobody touched stays as it was read, to
        the last character: a form changes the ends of lines."""
        faults = {
            name: f"longer than {most} characters" for name, most in LONGEST.items() if len(getattr(self, name)) > most
        }
        day = read_day(self.published_on)
        if self.published_on and day is None:
            faults["published_on"] = "no date; write it as 2025-08-15"
        if self.url and not is_web_address(self.url):
            faults["url"] = "no address of a page; it begins with https:// or http://"
        text = before.text if self.text == settle_lines(before.text) else self.text
        try:
            check_text(text, "The text")
        except ReadingError as error:
            faults["text"] = str(error)
        if faults:
            return faults
        return replace(
            before,
            text=text,
            title=self.title or None,
            publisher=self.publisher or None,
            published_on=day,
            url=self.url or None,
        )


def settle_lines(text: str) -> str:
    """A form sends every line's end as two characters, whatever stood in it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_day(value: str) -> date | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and value.isprintable() and " " not in value
