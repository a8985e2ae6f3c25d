"""Small pieces of markup that stand in every record: links, labels, and a quotation in its voices.

They are functions because a page of fifty quotes has hundreds of them, and a macro costs three times as much. Every
value is escaped here; templates call them by the names in macros/links.html and macros/records.html.
"""

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from app.pages.escaping import escape_piece as escaped
from app.pages.marking import mark_terms
from app.pages.wording import CLOSING, MARKS, OPENING, label, origin, shortened, voices
from app.store.queries.values import ActorLink, DocumentLink


def go(address: str) -> Markup:
    """The attributes of a link that htmx swaps in place: the form of a list and the list together."""
    to = escaped(address)
    swap = 'hx-target="#desk" hx-select="#desk" hx-swap="outerHTML" hx-push-url="true"'
    return Markup(f'href="{to}" hx-get="{to}" {swap}')


def link_actor(link: ActorLink) -> Markup:
    return Markup(write_actor(link))


def link_actors(links: Sequence[ActorLink]) -> Markup:
    """`A`, `A and B`, `A, B and C`."""
    written = [write_actor(link) for link in links]
    last = [" and ".join(written[-2:])] if written else []
    return Markup(", ".join([*written[:-2], *last]))


def write_actor(link: ActorLink) -> str:
    return f'<a class="actor" href="/actors/{escaped(link.key)}">{escaped(link.name)}</a>'


def link_document(link: DocumentLink) -> Markup:
    """A document is called by its publisher, or else by what is shortest: `title` tells it in full."""
    slug, title, name = escaped(link.slug), escaped(link.title), escaped(origin(link))
    return Markup(f'<a class="document" href="/documents/{slug}" title="{title}">{name}</a>')


def link_topics(topics: Iterable[str], path: str) -> Markup:
    """Each topic with a link to what `path` lists of it."""
    start = f'<a class="topic" href="{escaped(path)}?topic='
    return Markup(", ".join(f'{start}{escaped(topic)}">{escaped(label(topic))}</a>' for topic in topics))


def tag_kind(kind: str) -> Markup:
    return Markup(f'<span class="kind {escaped(kind)}">{escaped(label(kind))}</span>')


def tag_state(state: str) -> Markup:
    return Markup(f'<span class="state {escaped(state)}">{escaped(label(state))}</span>')


def speak(words: str, kind: str, most: int = 0) -> Markup:
    """The words in their voices, at most `most` characters of them. A quotation mark that a span leaves out is drawn by
    the style sheet (opened, closed): the words stay as they are."""
    pieces = voices(words, kind)
    if 0 < most < len(words):
        pieces = cut_voices(pieces, shortened(words, most).rindex("…"))
    return Markup("".join(f'<span class="{name_voice(piece, own)}">{escaped(piece)}</span>' for piece, own in pieces))


def cut_voices(pieces: Iterable[tuple[str, bool]], length: int) -> tuple[tuple[str, bool], ...]:
    """The first so many characters with an ellipsis. They are told apart before they are cut: what is left of a mixed
    quote may have lost its marks."""
    kept: list[tuple[str, bool]] = []
    for piece, own in pieces:
        if length > 0:
            kept.append((piece[:length] + ("…" if len(piece) >= length else ""), own))
        length -= len(piece)
    return tuple(kept)


def speak_condition(words: str) -> Markup:
    """A condition, in the words of the article: as it stands, but with its quotation in marks that are closed."""
    return speak(words, "indirect") if any(own for _, own in voices(words, "indirect")) else escape(words)


def speak_hits(snippet: str, kind: str, words: str) -> Markup:
    """The words around the hits of a full-text search in their voices, with the hits marked; `words` are all of the
    record's, of which the snippet of a long one may have lost the marks."""
    core = re.sub("[\x02\x03]", "", snippet).strip("…")
    if kind == "mixed" and core != words and not MARKS.search(core):
        kind = "direct" if any(own and core in piece for piece, own in voices(words, kind)) else "indirect"
    return Markup("").join(
        Markup('<span class="{}">{}</span>').format(name_voice(piece, own), mark_terms(piece))
        for piece, own in voices(snippet, kind)
    )


def name_voice(piece: str, own: bool) -> str:
    """A mark is drawn straight where the piece has a straight one at its other end."""
    if not own:
        return "reported"
    opened = "" if piece[0] in OPENING + '"' else " opened"
    closed = "" if piece[-1] in CLOSING + '"' else " closed"
    straight = " straight" if (piece[0] == '"') != (piece[-1] == '"') else ""
    return f"own{opened}{closed}{straight}"
