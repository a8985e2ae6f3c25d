"""Whole sentences as the press writes them, with several sources, asides and attributions at once."""

import pytest

from app.parsing.rules import QUOTE_RULES, RULES, Rule
from tests.parsing.sentences import QuoteRow, parse_text, quotes_of

SEVERAL: list[tuple[str, list[QuoteRow]]] = [
    (
        "Israel's military said it had struck 12 targets, while Hezbollah said it had fired at a base.",
        [("indirect", "israel", "it had struck 12 targets"), ("indirect", "hezbollah", "it had fired at a base")],
    ),
    (
        "Russian President Vladimir Putin said on Thursday that Moscow was ready for talks, the Interfax news agency reported.",
        [("indirect", "vladimir-putin", "Moscow was ready for talks")],
    ),
    (
        "“We want peace,” President Tomas Varga said, “but we want it with dignity,” he went on, “and we will wait.”",
        [
            ("direct", "tomas-varga", "We want peace"),
            ("direct", "tomas-varga", "but we want it with dignity"),
            ("direct", "tomas-varga", "and we will wait."),
        ],
    ),
    (
        "Ilse Brandt, who had flown in from Oslo, said she was “cautiously optimistic” that a deal could be reached by May,"
        " though she warned that “nothing is agreed until everything is agreed.”",
        [
            ("mixed", "ilse-brandt", "she was “cautiously optimistic” that a deal could be reached by May"),
            ("direct", "ilse-brandt", "nothing is agreed until everything is agreed."),
        ],
    ),
    (
        "Officials in Paris say all is well; in private they say it is not.",
        [("indirect", "officials-in-paris", "all is well"), ("indirect", "officials-in-paris", "it is not")],
    ),
    (
        "The prime minister of Spain, Pedro Sánchez, insisted that “there is no plan B”, but critics say there is no plan A"
        " either.",
        [("direct", "pedro-sanchez", "there is no plan B"), ("indirect", "critics", "there is no plan A either")],
    ),
    (
        "“I do not negotiate with maps,” President Tomas Varga told Prime Minister Ilse Brandt, according to two people in the"
        " room.",
        [("direct", "tomas-varga", "I do not negotiate with maps")],
    ),
    (
        "It is unclear whether the road is open, said Kofi Mensah, an analyst at the Lindholm Institute, but “somebody is"
        " driving on it.”",
        [
            ("indirect", "kofi-mensah", "It is unclear whether the road is open"),
            ("direct", "kofi-mensah", "somebody is driving on it."),
        ],
    ),
    (
        "“Very sad,” wrote Trump on Truth Social, adding in capital letters: “NOT GOOD!”",
        [("direct", "donald-trump", "Very sad"), ("direct", "donald-trump", "NOT GOOD!")],
    ),
    (
        "Putin, Trump said, “is not playing games.”",
        [("indirect", "donald-trump", "Putin"), ("direct", "donald-trump", "is not playing games.")],
    ),
    (
        "Beijing, for its part, accused Washington of “bullying” and said it would respond.",
        [("mixed", "china", "bullying"), ("indirect", "china", "it would respond")],
    ),
    (
        "Qatar, Egypt and the United States said in a joint statement that the truce would hold.",
        [("indirect", "qatar", "the truce would hold")],
    ),
]

ONE: list[tuple[str, list[QuoteRow]]] = [
    (
        "Asked whether the road was open, Prime Minister Ilse Brandt said: “Ask the drivers.”",
        [("direct", "ilse-brandt", "Ask the drivers.")],
    ),
    (
        "Asked if Norway would pay, Prime Minister Ilse Brandt said that it would not.",
        [("indirect", "ilse-brandt", "it would not")],
    ),
    (
        "The foreign ministry of Chad said in a statement on Tuesday that it “categorically rejects” the claim.",
        [("mixed", "foreign-ministry-of-chad", "it “categorically rejects” the claim")],
    ),
    (
        "“It’s a disgrace,” Pavel Adeyemi, 61, who lost his house, told the BBC.",
        [("direct", "pavel-adeyemi", "It’s a disgrace")],
    ),
    (
        "“The offer is dead,” said a person close to President Tomas Varga, speaking on condition of anonymity because the"
        " talks were private.",
        [("direct", "person-close-to-president-tomas-varga", "The offer is dead")],
    ),
    (
        "Iran's Foreign Ministry spokesman Esmail Baghaei said Monday the talks “are not in deadlock”.",
        [("mixed", "esmail-baghaei", "the talks “are not in deadlock")],
    ),
    (
        "Lavrov, speaking after the meeting, said: “We had a good conversation”. He gave no details.",
        [("direct", "sergey-lavrov", "We had a good conversation")],
    ),
    (
        "‘It’s not about the fish,’ said Niamh Doherty, Ireland’s agriculture minister. ‘It’s about who owns the sea.’ She"
        " said Dublin’s patience was ‘not infinite’.",
        [
            ("direct", "niamh-doherty", "It’s not about the fish"),
            ("direct", "niamh-doherty", "It’s about who owns the sea."),
            ("mixed", "niamh-doherty", "Dublin’s patience was ‘not infinite"),
        ],
    ),
    (
        "Mr Pryce told the BBC: “The talks have failed.”\n\nOwen Pryce resigned as foreign secretary in May.",
        [("direct", "owen-pryce", "The talks have failed.")],
    ),
    (
        "In remarks to lawmakers, Prime Minister Ilse Brandt argued that the army was ready, that the budget was not and that"
        " both could wait.",
        [("indirect", "ilse-brandt", "the army was ready, that the budget was not and that both could wait")],
    ),
]

NONE = [
    "Neither Norway nor Chad would say whether the road was open.",
    "Prime Minister Ilse Brandt would not say who had paid.",
    "“This,” he said, “is a lie.” President Tomas Varga then left.",
    "The communique says that the parties “take note” of the report.",
    "Q: Will you sign?\n\nA: No. The map is false.",
    "Was it worth it? Did anybody in Norway know?",
]

MISSED: list[tuple[str, list[QuoteRow], str]] = [
    (
        "A Western official described the talks as “glacial”; another called them “a farce.”",
        [("mixed", "western-official", "glacial"), ("mixed", "another", "a farce")],
        "a second unnamed source who is only “another” has no name of his own",
    ),
    (
        "“The president has been clear,” she said. Karoline Leavitt, the press secretary, did not elaborate.",
        [("direct", "karoline-leavitt", "The president has been clear")],
        "a pronoun is never resolved to somebody who is named only after it",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), [*SEVERAL, *ONE])
def test_sentences_of_the_press(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize("text", NONE)
def test_sentences_in_which_nobody_is_quoted(text: str) -> None:
    assert quotes_of(text) == []


@pytest.mark.model
@pytest.mark.parametrize("rule", QUOTE_RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_found_by_it(rule: Rule) -> None:
    assert rule.name in {one.rule for one in parse_text(rule.example).quotes}


@pytest.mark.model
def test_every_quote_is_an_exact_slice_with_the_words_that_name_its_speaker() -> None:
    text = "\n\n".join(text for text, _ in [*SEVERAL, *ONE])
    parse = parse_text(text)
    assert len(parse.quotes) > 20
    at = 0
    for one in parse.quotes:
        assert text[one.passage.start : one.passage.end] == one.passage.text
        assert text[one.source.start : one.source.end] == one.source.text
        assert one.passage.start >= at
        assert one.rule in RULES
        at = one.passage.end
    assert {one.speaker for one in parse.quotes} <= {actor.key for actor in parse.actors}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [pytest.param(text, found, marks=pytest.mark.xfail(reason=why, strict=True)) for text, found, why in MISSED],
)
def test_known_misses(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found
