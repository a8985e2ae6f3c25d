"""Sentences that hold a word of wanting and no demand, and demands that are known to be missed."""

import pytest

from tests.parsing.demands.test_demands import rows

NOTHING = [
    "Demand for Russian gas rose by a tenth last year.",
    "Chinese demand for copper has weakened since June, France said.",
    "The law of supply and demand decides what Qatar earns.",
    "The forecast calls for rain in Norway on Friday.",
    "The band's new song, “Give Us Bread”, was played in Kyiv.",
    "Clearing mines is a task that demands care, Norway said.",
    "If Iran demanded the return of the ship, Oman would refuse.",
    "Would Japan accept a joint patrol?",
    "President Hana Novak ordered her army to pull back.",
    "Foreign Minister Lars Holm declined to comment.",
    "The Kremlin declined to say whether President Vladimir Putin would attend.",
    "Russia rejected accusations that it had shelled the market.",
    "Dockworkers in Spain demanded higher wages.",
    "Turkey might ask Greece to withdraw its ships.",
    "Peru no longer insists on a referendum.",
    "Chile dropped its demand for an apology.",
    '"Let nobody think that we are weak," President Hana Novak said.',
    '"Give in once and you will give in for ever," President Hana Novak said.',
    "Analysts said that Russia would not attack before spring.",
    "Germany must have known about the plan, analysts said.",
    "The treaty calls for inspections every year.",
    "Poland asked why the plane had turned back.",
    "“We will stay,” President Hana Novak told parliament, to applause from both sides.",
    "The monitors will count the guns on both sides, Norway said.",
    "Iran returned only after the mediator had telephoned, Oman said.",
    "The envoy told a group of relatives that Iran was ready to open the doors.",
    "Iran’s soldiers stayed for a week, leaving only after the king had telephoned both presidents.",
    "Iran said that it would turn down the offer unless soldiers came, too.",
    "Somebody urged Norway to reject the deal.",
    "“He feels like, ‘Look, I need to see him face to face,’” Foreign Minister Lars Holm said.",
    "Nobody knows what Iran wants.",
    "Brazil was asked to send observers.",
    "Britain plans to send two ships.",
    "Iraq threatened to leave unless its demands were met.",
    "Oman will not leave if the talks go on.",
    '"You have to see it to believe it," Foreign Minister Lars Holm said of the parade.',
    "Italy's opera singers are asking for more pay.",
    "Foreign Minister Lars Holm said he wanted to sleep for a week.",
    "President Hana Novak refused a glass of wine.",
    "Prime Minister Sara Lindgren rejected a suggestion that she was tired.",
    "Analysts said Iran should be able to enrich uranium again by June.",
    '"It must be cold there," President Hana Novak said of Norway.',
    "It is the dream of every child in Chad to see the sea.",
    "A company in Oslo is trying to sell its plant in Poland.",
    "Australia advised its citizens to leave.",
    "A senior officer, who asked not to be identified, spoke by telephone.",
    "Foreign Minister Lars Holm refused to rule out force.",
    "Should any of these terms be breached, Norway said, the loan would lapse.",
    "The Philippines is considering asking the tribunal for an order.",
    "Iran's foreign minister called the demand a joke and said it would not be met.",
    "Russia expects France to attend the talks.",
    "Foreign Minister Lars Holm expects the bank to grant an extension.",
    "The plan is not without risks, Foreign Minister Lars Holm said.",
    "The option is still on the table, Foreign Minister Lars Holm said.",
    "It is essential reading, Foreign Minister Lars Holm said.",
    "The minister has no plans for the holiday, Norway said.",
    "President Hana Novak told her team to carry no telephones.",
    "Japan's government asked its citizens to leave Iran.",
    "Iran's goal is no secret.",
    '"Let them be angry," President Hana Novak said.',
    "France is in no hurry to answer.",
    '"And what we count is 31,000 jobs," President Hana Novak said.',
    "There were no talks in Geneva, Norway said.",
    '"You must be joking," President Hana Novak told Foreign Minister Lars Holm.',
    "NATO expects Sweden to join in July.",
    '"There will be no deal by Friday," Foreign Minister Lars Holm predicted.',
    "He will stay as long as the president likes, Norway said.",
    "Analysts said a deal was unacceptable to voters.",
    "There will be no winner in a trade war, President Hana Novak said.",
    "Oman accused Iran of seeking war.",
    "Sweden's foreign ministers are set to take up the letter in June.",
]


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing(text: str) -> None:
    assert rows(text) == []


MISSED = [
    ("Foreign Minister Lars Holm expects Rwanda to apologize.", "what a person expects is as often a forecast"),
    ('"We need more weapons," President Hana Novak said.', "“need” with a noun is as often a complaint as a demand"),
    ("Kosovo is willing to talk, but not about its borders.", "an ellipsis: what is refused hangs on the verb before"),
]


@pytest.mark.model
@pytest.mark.parametrize(
    "text", [pytest.param(text, marks=pytest.mark.xfail(reason=reason, strict=True)) for text, reason in MISSED]
)
def test_known_misses(text: str) -> None:
    assert rows(text)
