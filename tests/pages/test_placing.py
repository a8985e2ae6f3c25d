"""Words that a person typed or selected, found in the text."""

import pytest

from app.pages.placing import LONGEST_WORDS, NoPlaceError, SeveralPlacesError, read_mark, take_passage

TEXT = "Head line\nThe bridge.\n“Don’t open\nthe bridge,” he said – twice. The toll stays. Don't open the bridge."
BODY = TEXT.index("The bridge")


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("The toll stays", "The toll stays"),
        ("  The   toll\nstays ", "The toll stays"),
        ('"Don\'t open the bridge,"', "“Don’t open\nthe bridge,”"),
        ("he said - twice", "he said – twice"),
        ("stays.", "stays."),
    ],
)
def test_typed_words_are_cut_from_the_text(typed: str, stands: str) -> None:
    passage = take_passage(TEXT, BODY, typed)

    assert passage.text == stands == TEXT[passage.start : passage.end]


@pytest.mark.parametrize(
    "typed", ["the toll stays", "Head line", "toll goes", "", "  ", "…", "x" * (LONGEST_WORDS + 1)]
)
def test_words_that_do_not_stand_in_the_article_are_refused(typed: str) -> None:
    with pytest.raises(NoPlaceError):
        take_passage(TEXT, BODY, typed)


def test_of_several_places_a_person_chooses_one() -> None:
    with pytest.raises(SeveralPlacesError) as caught:
        take_passage(TEXT, BODY, "open the bridge")
    first, second = caught.value.places

    assert (first.passage.text, second.passage.text) == ("open\nthe bridge", "open the bridge")
    assert first.after.startswith(",” he said")
    assert take_passage(TEXT, BODY, "open the bridge", second.mark) == second.passage


def test_a_mark_whose_words_are_others_does_not_count() -> None:
    start = TEXT.index("he said")

    assert take_passage(TEXT, BODY, "The toll", f"{start}:{start + 7}").text == "The toll"


@pytest.mark.parametrize("mark", ["", "12", "a:b", "1:2:3", "-1:4", "9999999999:3"])
def test_what_is_no_mark_is_none(mark: str) -> None:
    assert read_mark(mark) is None
