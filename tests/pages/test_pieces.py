"""Small pieces of markup: what they say, and that nothing in them runs."""

import pytest

from app.pages.pieces import (
    link_actor,
    link_actors,
    link_document,
    link_topics,
    speak,
    speak_condition,
    speak_hits,
    tag_kind,
    tag_state,
)
from app.store.queries.values import ActorLink, DocumentLink

ADA, KURT, RADIO = ActorLink("ada", "Ada"), ActorLink("kurt", "Kurt"), ActorLink("radio", "Radio")
HOSTILE = "\"><script>'&"


def linked(link: ActorLink) -> str:
    return f'<a class="actor" href="/actors/{link.key}">{link.name}</a>'


@pytest.mark.parametrize(
    ("links", "written"),
    [
        ((), ""),
        ((ADA,), linked(ADA)),
        ((ADA, KURT), f"{linked(ADA)} and {linked(KURT)}"),
        ((ADA, KURT, RADIO), f"{linked(ADA)}, {linked(KURT)} and {linked(RADIO)}"),
    ],
)
def test_actors_are_listed_as_a_sentence_lists_them(links: tuple[ActorLink, ...], written: str) -> None:
    assert link_actors(links) == written


def test_a_document_is_called_by_its_publisher_and_told_in_full() -> None:
    written = link_document(DocumentLink("talks", "Talks on a bridge", publisher="The Courier"))

    assert written == '<a class="document" href="/documents/talks" title="Talks on a bridge">The Courier</a>'


def test_topics_lead_to_the_list_that_they_are_of() -> None:
    assert link_topics(("trade", "justice"), "/quotes") == (
        '<a class="topic" href="/quotes?topic=trade">Trade and energy</a>, '
        '<a class="topic" href="/quotes?topic=justice">Justice and reparations</a>'
    )


@pytest.mark.parametrize(
    ("words", "kind", "written"),
    [
        ("No.", "direct", '<span class="own opened closed">No.</span>'),
        ("“No.”", "direct", '<span class="own">“No.”</span>'),
        ("he would not", "indirect", '<span class="reported">he would not</span>'),
        (
            "it was “a toll booth",
            "mixed",
            '<span class="reported">it was </span><span class="own closed">“a toll booth</span>',
        ),
        (
            'it was "a toll booth',
            "mixed",
            '<span class="reported">it was </span><span class="own closed straight">&#34;a toll booth</span>',
        ),
    ],
)
def test_each_voice_is_told_apart(words: str, kind: str, written: str) -> None:
    assert speak(words, kind) == written


def test_a_condition_stands_as_it_is_with_its_quotation_closed() -> None:
    assert speak_condition("if Bo <signs>") == "if Bo &lt;signs&gt;"
    assert speak_condition("if asked “like a neighbour") == (
        '<span class="reported">if asked </span><span class="own closed">“like a neighbour</span>'
    )


@pytest.mark.parametrize(
    ("snippet", "kind", "words", "written"),
    [
        ("no \x02toll\x03", "direct", "no toll", '<span class="own opened closed">no <mark>toll</mark></span>'),
        ("no \x02toll\x03", "indirect", "no toll", '<span class="reported">no <mark>toll</mark></span>'),
        (
            "a “big \x02toll",
            "mixed",
            "a “big toll",
            '<span class="reported">a </span><span class="own closed">“big toll</span>',
        ),
    ],
)
def test_hits_of_a_search_are_marked_in_their_voice(snippet: str, kind: str, words: str, written: str) -> None:
    assert speak_hits(snippet, kind, words) == written


@pytest.mark.parametrize(
    ("words", "most", "written"),
    [
        ("the tolls would be “a sea without a price”", 20, '<span class="reported">the tolls would be…</span>'),
        (
            "the tolls would be “a sea without a price”",
            30,
            '<span class="reported">the tolls would be </span><span class="own closed">“a sea…</span>',
        ),
        ("a sea without a price", 12, '<span class="own opened closed">a sea…</span>'),
        ("a sea without a price", 21, '<span class="own opened closed">a sea without a price</span>'),
    ],
)
def test_voices_are_told_apart_before_the_words_are_cut(words: str, most: int, written: str) -> None:
    assert speak(words, "mixed", most) == written


@pytest.mark.parametrize(
    ("snippet", "voice"), [("…would \x02be\x03 no…", "reported"), ("…a \x02sea\x03…", "own opened closed")]
)
def test_a_snippet_without_marks_keeps_the_voice_of_its_place(snippet: str, voice: str) -> None:
    assert f'class="{voice}"' in speak_hits(snippet, "mixed", "it would be no lake, but “a sea without a price”")


@pytest.mark.parametrize(
    "written",
    [
        link_actor(ActorLink(HOSTILE, HOSTILE)),
        link_actors((ActorLink(HOSTILE, HOSTILE), ADA)),
        link_document(DocumentLink(HOSTILE, HOSTILE, publisher=HOSTILE)),
        link_topics((HOSTILE,), HOSTILE),
        tag_kind(HOSTILE),
        tag_state(HOSTILE),
        speak(HOSTILE, "direct"),
        speak(HOSTILE, "mixed"),
        speak_condition(HOSTILE),
        speak_hits(HOSTILE, "direct", HOSTILE),
        speak_hits(HOSTILE, "mixed", HOSTILE),
    ],
)
def test_nothing_in_a_piece_runs(written: str) -> None:
    assert HOSTILE not in written
    assert "<script" not in written
    assert "&lt;script&gt;&#39;&amp;" in written
