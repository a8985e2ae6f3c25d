import pytest

from app.reading.nearness import Difference, find_differences, measure_shared, split_sentences
from app.store.database import Store
from app.store.queries.nearness import fetch_near
from app.store.save import save_parse
from tests.factories import make_document, make_parse

STORY = [
    "The delegations met for a third day in the old customs house on the river.",
    "Ada Lund said that the gates of the dam would have to open before the winter came.",
    "“Nobody gains by waiting,” the envoy of Sundia told reporters on the steps outside.",
    "An inspector counted forty barges at anchor below the bridge on Tuesday morning.",
    "The mediators hope to bring a written proposal to both capitals within the week.",
    "Farmers along the lower valley have asked for compensation since the spring floods.",
]
TEXT = "\n\n".join(STORY)


def store_texts(store: Store, **texts: str) -> None:
    for name, text in texts.items():
        save_parse(store, make_parse(make_document(text, name, title=f"On {name}")))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One two. “Three!” Four?\nFive", ["One two.", "“Three!”", "Four?", "Five"]),
        ("The U.S. waits. It rose 3.5 percent.", ["The U.S.", "waits.", "It rose 3.5 percent."]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


def test_marks_and_spaces_make_no_difference() -> None:
    other = TEXT.replace("“", '"').replace("”", '"').replace("\n\n", "  \n")
    assert measure_shared(TEXT, other) == 1.0
    assert list(find_differences(TEXT, other)) == []


def test_what_differs_is_told_in_order() -> None:
    newer = [
        STORY[0],
        STORY[1].replace("winter", "summer"),
        *STORY[2:5],
        "A new sentence ends the story now.",
        STORY[5],
    ]
    assert list(find_differences(TEXT, "\n".join(newer))) == [
        Difference((STORY[1],), (newer[1],)),
        Difference((), ("A new sentence ends the story now.",)),
    ]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        (TEXT, "On dam"),
        ("\n".join(STORY[:4]) + "\nCorrected on Friday to name the river in full, said the editors.", "On dam"),
        ("\n".join([*STORY[3:], "Something else was said there by another envoy on that day."]), "On dam"),
        ("\n".join([STORY[0], "Another story follows that sentence here.", "It is a long story, too."]), None),
        ("“No,” she said.", None),
        ("", None),
        ('" OR * NEAR( AND NOT -"', None),
    ],
)  # fmt: skip
def test_the_nearest_document(store: Store, text: str, near: str | None) -> None:
    store_texts(store, dam=TEXT, other="The barges left. Nobody was asked about the reasons for it in the capital.")
    with store.connect() as connection:
        found = fetch_near(connection, text)
    assert (found.document.title if found else None) == near


def test_many_differences_are_counted(store: Store) -> None:
    long = "\n".join(f"Sentence number {n} of the long report on the river stands." for n in range(200))
    changed = "\n".join(
        line.replace("report", "account") if n % 3 == 0 else line for n, line in enumerate(long.splitlines())
    )
    store_texts(store, long=long)
    with store.connect() as connection:
        found = fetch_near(connection, changed)
    assert found is not None
    assert (len(found.differences), found.more) == (40, 27)
    assert found.shared == 133 / 200


def test_a_text_without_any_line_end_or_full_stop_is_compared(store: Store) -> None:
    line = "the talks went on and on about every river and bridge " * 20_000
    store_texts(store, line=line)
    with store.connect() as connection:
        assert fetch_near(connection, line + "still") is None
        assert fetch_near(connection, line.replace("the talks", "The talks", 1)) is not None
