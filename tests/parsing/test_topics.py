"""Topics of what is wanted and done, from a general vocabulary; none of these sentences is from an article."""

import pytest

from app.parsing import topics
from app.parsing.lexicon import LexiconError
from app.parsing.topics import find_topics, profile_topics, read_lists, topics_of
from app.records import Topic

FIRST = [
    ("agree to a forty-day truce", Topic.CEASEFIRE),
    ("halt hostilities along the river", Topic.CEASEFIRE),
    ("cede the northern islands", Topic.TERRITORY),
    ("annexed the province in 1991", Topic.TERRITORY),
    ("station peacekeepers at the crossing", Topic.SECURITY_GUARANTEES),
    ("legally binding security guarantees", Topic.SECURITY_GUARANTEES),
    ("never join the Atlantic alliance", Topic.ALLIANCES),
    ("declare itself neutral for good", Topic.ALLIANCES),
    ("deliver two air-defense batteries", Topic.MILITARY_AID),
    ("sending weapons to the rebels", Topic.MILITARY_AID),
    ("lifted the embargo", Topic.SANCTIONS),
    ("slap a tariff of 12% on wheat", Topic.SANCTIONS),
    ("unfroze 300 million euros", Topic.SANCTIONS),
    ("suspend its tariffs on timber for the length of the talks", Topic.SANCTIONS),
    ("reopen the strait to grain ships", Topic.TRADE),
    ("fishing rights off the northern coast", Topic.TRADE),
    ("allow unannounced inspections of the reactor", Topic.ARMS_CONTROL),
    ("destroy a third of its warheads", Topic.ARMS_CONTROL),
    ("walked out of the conference", Topic.NEGOTIATIONS),
    ("end the war", Topic.NEGOTIATIONS),
    ("hold a second round of talks in Vienna", Topic.NEGOTIATIONS),
    ("shelled the harbor at dawn", Topic.MILITARY_ACTION),
    ("withdraw its troops from the border", Topic.MILITARY_ACTION),
    ("free the eleven hostages", Topic.HUMANITARIAN),
    ("let the refugees return", Topic.HUMANITARIAN),
    ("reparations for the burned villages", Topic.JUSTICE),
    ("try the generals before an international tribunal", Topic.JUSTICE),
    ("recalled its ambassador", Topic.RECOGNITION),
    ("recognize the government in exile", Topic.RECOGNITION),
    ("a referendum in the valley", Topic.ELECTIONS),
    ("stop meddling in the ballot", Topic.ELECTIONS),
    ("the prime minister's resignation", Topic.OTHER),
    ("lower the water level of the reservoir", Topic.OTHER),
    ("withdraw from the treaty on strategic arms", Topic.ARMS_CONTROL),
    ("withdraw from the bloc", Topic.ALLIANCES),
    ("the return of residents to the eastern villages", Topic.HUMANITARIAN),
    ("return of the two islands", Topic.TERRITORY),
    ("return to the table", Topic.NEGOTIATIONS),
    ("return the airliner", Topic.SANCTIONS),
    ("returned its ambassador", Topic.RECOGNITION),
    ("return power to civilians", Topic.ELECTIONS),
    ("sign the minerals agreement", Topic.TRADE),
    ("reopen the crossing to trucks", Topic.TRADE),
    ("reopen its embassy", Topic.RECOGNITION),
    ("train 2,000 recruits", Topic.MILITARY_AID),
    ("let the aid trucks through", Topic.HUMANITARIAN),
    ("detained the tanker for a week", Topic.SANCTIONS),
    ("detained the two nurses", Topic.HUMANITARIAN),
    ("visa-free travel for its citizens", Topic.OTHER),
    ("renew the mandate of the mission", Topic.SECURITY_GUARANTEES),
    ("a vote of no confidence", Topic.OTHER),
    ("talks on the islands", Topic.TERRITORY),
    ("discuss compensation", Topic.JUSTICE),
    ("a corridor to the sea", Topic.TERRITORY),
    ("keep the upper half of the lake", Topic.TERRITORY),
    ("observe a week's quiet along the river", Topic.CEASEFIRE),
    ("a treaty that obliges the three powers to defend the islands", Topic.SECURITY_GUARANTEES),
    ("throw the republic out of the league", Topic.ALLIANCES),
    ("tear up the defense treaty of 1961", Topic.ALLIANCES),
    ("sell it twelve patrol boats and a submarine", Topic.MILITARY_AID),
    ("pass on radar data about rocket launches", Topic.MILITARY_AID),
    ("stop arming the southern rebels", Topic.MILITARY_AID),
    ("turn back its fruit at the harbor", Topic.SANCTIONS),
    ("take eleven bankers off the list", Topic.SANCTIONS),
    ("lay a second cable", Topic.TRADE),
    ("the mills stood still for a week", Topic.TRADE),
    ("give notice of every naval drill", Topic.ARMS_CONTROL),
    ("store the rebels' rifles in sealed containers", Topic.ARMS_CONTROL),
    ("shuttle between the two delegations", Topic.NEGOTIATIONS),
    ("launch a counterattack", Topic.MILITARY_ACTION),
    ("keep its submarines in port", Topic.MILITARY_ACTION),
    ("let a priest see the captain", Topic.HUMANITARIAN),
    ("put the old men on the first bus", Topic.HUMANITARIAN),
    ("arrest the ringleaders", Topic.JUSTICE),
    ("give the lieutenant a lawyer", Topic.JUSTICE),
    ("call the northern republic by its name", Topic.RECOGNITION),
    ("have its consul back by May", Topic.RECOGNITION),
    ("leave the palace when his term ends", Topic.ELECTIONS),
    ("dismiss half of the cabinet", Topic.OTHER),
    ("train the coast guard", Topic.MILITARY_AID),
    ("send a destroyer through the strait", Topic.MILITARY_ACTION),
    ("sell it four frigates", Topic.MILITARY_AID),
    ("pledge 500 soldiers to the mission", Topic.SECURITY_GUARANTEES),
    ("deport 4,000 migrant workers", Topic.HUMANITARIAN),
    ("spare hospitals and schools", Topic.CEASEFIRE),
    ("meet the spending target of the alliance", Topic.ALLIANCES),
    ("the money will be unfrozen in May", Topic.SANCTIONS),
    ("share power with the rebels", Topic.OTHER),
    ("stop the flow of fentanyl", Topic.OTHER),
    ("readmit the nuclear inspectors", Topic.ARMS_CONTROL),
    ("pull its patrol boats back from the strait", Topic.MILITARY_ACTION),
    ("clear the minefields along the road", Topic.MILITARY_ACTION),
    ("let the Red Cross in", Topic.HUMANITARIAN),
    ("give up the bomb", Topic.ARMS_CONTROL),
    ("go on talking", Topic.NEGOTIATIONS),
    ("international observers at any vote", Topic.ELECTIONS),
    ("hum a tune", Topic.OTHER),
    ("", Topic.OTHER),
]


@pytest.mark.parametrize(("thing", "topic"), FIRST)
def test_the_thing_decides(thing: str, topic: Topic) -> None:
    assert topics_of(thing)[0] == topic


def test_two_topics_where_two_are_named() -> None:
    assert set(topics_of("sanctions and the ceasefire")) == {Topic.SANCTIONS, Topic.CEASEFIRE}
    assert topics_of("sanctions and the ceasefire")[0] == Topic.SANCTIONS


def test_a_second_topic_is_named_by_the_thing_or_its_sentence() -> None:
    talks, trade = {Topic.NEGOTIATIONS: 1.0, Topic.TRADE: 0.9}, Topic.TRADE
    sentence, paragraph = "He will return to Washington after the talks.", "He will return. Exports of steel stay low."

    assert topics_of("return to Washington", (sentence, paragraph), talks) == (Topic.NEGOTIATIONS,)
    assert trade in topics_of("return to Washington", (paragraph, paragraph), talks)


def test_words_of_two_topics_give_both() -> None:
    """A market closed to foreign goods is about trade and about sanctions, and neither is better."""
    assert set(topics_of("close its ports to foreign trawlers")) == {Topic.SANCTIONS, Topic.TRADE}


@pytest.mark.parametrize(
    "words",
    [
        "the two aides",  # no aid
        "in the right order",  # nothing rigged
        "a determined man",  # who deters nobody
        "two annexes",  # nothing annexed
        "the terms of the paper",  # no term of office
        "the executive of the firm",  # nobody executed
    ],
)
def test_words_that_only_look_alike(words: str) -> None:
    far = {Topic.HUMANITARIAN, Topic.ELECTIONS, Topic.SECURITY_GUARANTEES, Topic.TERRITORY, Topic.JUSTICE}
    assert not far & set(topics_of(words))


def test_words_that_say_nothing_take_the_topic_of_those_around() -> None:
    assert topics_of("let none through", ["He would let none through until the hostages were freed."]) == (
        Topic.HUMANITARIAN,
    )
    assert (
        topics_of("take it or leave it", profile={Topic.ARMS_CONTROL: 1.0, Topic.TRADE: 0.1})[0] == Topic.ARMS_CONTROL
    )


def test_the_sentence_before_tells_where_all_else_is_silent() -> None:
    sentence = "He would let none through."

    assert topics_of("let none through", (sentence, sentence)) == (Topic.OTHER,)
    assert topics_of("let none through", (sentence, sentence, "The embargo stays."))[0] == Topic.SANCTIONS
    assert (
        topics_of("let none through", (sentence, "Let the hostages go.", "The embargo stays."))[0] == Topic.HUMANITARIAN
    )


def test_inspectors_are_of_what_the_article_is_about() -> None:
    assert topics_of("withdraw the inspectors", profile={Topic.TRADE: 1.0})[0] == Topic.ARMS_CONTROL
    assert Topic.TRADE in topics_of(
        "withdraw the inspectors", ["The inspectors watch the gas meters."], {Topic.TRADE: 1.0}
    )


def test_words_that_name_a_topic_keep_it() -> None:
    assert topics_of("lift the embargo", ["He asked it to lift the embargo before the hostages were freed."]) == (
        Topic.SANCTIONS,
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("I am punctual", ()),
        ("He will not leave", ()),
        ("We want our prisoners back", (Topic.HUMANITARIAN,)),
        ("", ()),
    ],
)
def test_quotes_may_be_about_nothing(words: str, found: tuple[Topic, ...]) -> None:
    assert find_topics(words) == found


def test_profile_of_an_article() -> None:
    profile = profile_topics(["The embargo hurts. Lift the sanctions, said the refugees.", "The sanctions stay."])
    assert profile[Topic.SANCTIONS] == 1.0
    assert 0.0 < profile[Topic.HUMANITARIAN] < 1.0
    assert profile_topics([""]) == {}


@pytest.mark.parametrize(
    ("lexicon", "complaint"),
    [
        ({"weather": {"strong": ["rain"]}}, r"\[weather\] is no topic"),
        ({"trade": {"huge": ["oil"]}}, r"\[trade\] huge"),
        ({"trade": {"strong": ["oil", " "]}}, r"\[trade\] strong"),
        ({"trade": {"strong": ["… oil"]}}, r"\[trade\] strong"),
    ],
)
def test_a_faulty_lexicon_is_named(monkeypatch: pytest.MonkeyPatch, lexicon: dict[str, object], complaint: str) -> None:
    monkeypatch.setattr(topics, "read_lexicon", lambda name: lexicon)
    with pytest.raises(LexiconError, match=complaint):
        read_lists.__wrapped__()


def test_every_topic_has_its_vocabulary() -> None:
    assert {topic for topic, _, _ in read_lists()} == set(Topic)
