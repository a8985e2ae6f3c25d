"""The base of all filters: frozen values that read a URL's parameters, put them into one canonical form and write them back.

A filter never fails on what it is given. What it cannot use is left out and reported as a `Misread`, so that the
page can
say so instead of quietly showing something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import Field, dataclass, field, fields, replace
from datetime import date
from functools import cache
from typing import Any, ClassVar, Self
from urllib.parse import quote_plus

LONGEST_VALUE = 200
MOST_VALUES = 20
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Misread:
    """A parameter that was left out: its name and value as they came (shortened), and why, in words for the reader."""

    name: str
    value: str
    why: str
    known: bool = True


class NotUnderstoodError(ValueError):
    """A value that its parameter cannot take; the message says what it can."""


def read_words(value: str) -> str:
    return " ".join(CONTROL.sub(" ", value).split())


def read_key(value: str) -> str:
    if not KEY.fullmatch(value):
        raise NotUnderstoodError("is not a key: keys have small letters, digits and hyphens")
    return value


def read_date(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise NotUnderstoodError("is not a date: write it as 2025-08-15") from None


def read_switch(value: str) -> bool:
    if value not in {"on", "1", "true"}:
        raise NotUnderstoodError("can only be on")
    return True


def one_of(choices: Iterable[str]) -> Callable[[str], str]:
    """A reader that takes the given values alone."""
    allowed = {str(choice): choice for choice in choices}

    def read(value: str) -> str:
        if value not in allowed:
            raise NotUnderstoodError(f"is none of: {', '.join(allowed)}")
        return allowed[value]

    return read


def read_order(*orders: str) -> Callable[[str], str]:
    """A reader of an order of a list; the first is the default, and "" stands for it."""
    read = one_of(orders)
    return lambda value: "" if read(value) == orders[0] else value


def several(read: Callable[[str], Any], most: int = MOST_VALUES) -> Any:
    """A field that takes a parameter of its name any number of times, up to `most`, each value once."""
    return field(default=(), metadata={"read": read, "most": most})


def single(read: Callable[[str], Any], default: Any = None, name: str = "") -> Any:
    """A field that takes a parameter once; `name` where the field cannot bear the parameter's own (from)."""
    return field(default=default, metadata={"read": read, "most": 1, "name": name})


def parameter(declared: Field[Any]) -> str:
    return declared.metadata.get("name") or declared.name


@cache
def parameters_of(kind: type[Filter]) -> tuple[tuple[str, str], ...]:
    """Field and parameter of a filter, in canonical order: a list page writes some sixty addresses."""
    return tuple((each.name, parameter(each)) for each in fields(kind))


@cache
def start_of(kind: type[Filter]) -> dict[str, Any]:
    """What a filter's cursors are at the start of its list."""
    return {each.name: each.default for each in fields(kind) if each.name in kind.cursors}


@dataclass(frozen=True, slots=True)
class Filter:
    """The base: a subclass declares its parameters with `several` and `single`, in the order in which a URL has
    them.

    `cursors` say where in a list we are, `views` how it is shown; neither is a choice of what it holds.
    """

    cursors: ClassVar[frozenset[str]] = frozenset({"after", "before"})
    views: ClassVar[frozenset[str]] = frozenset({"sort", "more", "view"})

    @classmethod
    def parse(cls, pairs: Iterable[tuple[str, str]]) -> tuple[Self, tuple[Misread, ...]]:
        """The filter that the pairs of a query string ask for, and what in them could not be used. Empty values are
        no values."""
        declared = {parameter(each): each for each in fields(cls)}
        found: dict[str, list[Any]] = {}
        misread: list[Misread] = []
        for name, value in pairs:
            if not value.strip():
                continue
            why, known = "is not a parameter of this page", False
            if each := declared.get(name):
                known = True
                try:
                    why = cls._take(each, value, found.setdefault(each.name, []))
                except NotUnderstoodError as error:
                    why = str(error)
            if why:
                misread.append(Misread(name[:40], value[:60], why, known))
        values = {each.name: found[each.name] for each in fields(cls) if found.get(each.name)}
        return cls(**{name: cls._settle(name, value) for name, value in values.items()}), tuple(misread[:8])

    @staticmethod
    def _take(declared: Field[Any], value: str, taken: list[Any]) -> str:
        if len(value) > LONGEST_VALUE:
            raise NotUnderstoodError(f"is longer than {LONGEST_VALUE} characters")
        read = declared.metadata["read"](value.strip())
        if read in taken or read == "":
            return ""
        if len(taken) >= declared.metadata["most"]:
            return f"is one too many: at most {declared.metadata['most']} can be chosen"
        taken.append(read)
        return ""

    @classmethod
    def _settle(cls, name: str, values: list[Any]) -> Any:
        declared = next(each for each in fields(cls) if each.name == name)
        return tuple(values) if declared.default == () else values[0]

    def chosen(self) -> tuple[tuple[str, str], ...]:
        """Name and value of every choice, in canonical order, without the place in the list and its order."""
        return tuple(pair for pair in self.kept() if pair[0] not in self.views)

    def kept(self) -> tuple[tuple[str, str], ...]:
        """What stays of the URL when the list begins anew: everything but the place in it."""
        return tuple(pair for pair in self.pairs() if pair[0] not in self.cursors)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        pairs: list[tuple[str, str]] = []
        kind: Any = type(self)  # to the type checker the class of a frozen dataclass cannot be hashed
        for name, told in parameters_of(kind):
            value = getattr(self, name)
            if value in (None, "", False, ()):
                continue
            values = value if isinstance(value, tuple) else (value,)
            pairs.extend([(told, "on" if one is True else str(one)) for one in values])
        return tuple(pairs)

    @property
    def query(self) -> str:
        """The canonical query string, with its question mark; "" where nothing is chosen."""
        pairs = self.pairs()
        return "?" + "&".join([f"{name}={quote_plus(value)}" for name, value in pairs]) if pairs else ""

    def has(self, name: str, value: str) -> bool:
        return (name, str(value)) in self.pairs()

    def without(self, name: str, value: str) -> Self:
        """This filter with one choice taken back, from the start of its list."""
        return type(self).parse(pair for pair in self.kept() if pair != (name, value))[0]

    def adding(self, name: str, value: str) -> Self:
        return type(self).parse((*self.kept(), (name, str(value))))[0]

    def clear(self) -> Self:
        """This filter with every choice taken back, shown as before."""
        return type(self).parse(pair for pair in self.kept() if pair[0] in self.views)[0]

    def at(self, **changed: Any) -> Self:
        """This filter from the start of its list, with the fields that are named set anew."""
        kind: Any = type(self)
        return replace(self, **start_of(kind) | changed)
