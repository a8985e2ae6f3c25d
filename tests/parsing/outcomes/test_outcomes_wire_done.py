"""What happened and what lapsed, as wire reports tell it, and their sentences that must yield nothing."""

import pytest

from tests.parsing.outcomes.test_outcomes import Row, rows

OCCURRED: list[tuple[str, list[Row]]] = [
    (
        "Three ships sailed from Odesa on Monday with 60,000 tons of corn.",
        [("occurred", "Three ships sailed from Odesa on Monday with 60,000 tons of corn", (), None)],
    ),
    (
        "The convoy reached Deir al-Zour on Wednesday after three days on the road.",
        [("occurred", "The convoy reached Deir al-Zour on Wednesday after three days on the road", (), None)],
    ),
    (
        "Mohammed bin Salman received the Iranian foreign minister in Jeddah.",
        [("occurred", "received the Iranian foreign minister in Jeddah", ("mohammed-bin-salman",), None)],
    ),
    (
        "The rebels took the airport without a shot.",
        [("occurred", "took the airport without a shot", ("rebels",), None)],
    ),
    (
        "American envoys spent five hours with Putin on Tuesday.",
        [("occurred", "spent five hours with Putin on Tuesday", ("united-states",), None)],
    ),
]

LAPSED: list[tuple[str, list[Row]]] = [
    (
        "Kenya had promised to send 1,000 police officers by January. It never did so.",
        [
            ("promised", "send 1,000 police officers by January", ("kenya",), None),
            ("lapsed", "It never did so", ("kenya",), None),
        ],
    ),
    (
        "The elections that were due in 2022 have still not been held.",
        [("lapsed", "The elections that were due in 2022 have still not been held", (), None)],
    ),
    (
        "Hamas was supposed to hand over a list of hostages by noon but failed to do so.",
        [("lapsed", "hand over a list of hostages by noon", ("hamas",), None)],
    ),
    (
        "Mexico backed away from its threat to halt water deliveries.",
        [("lapsed", "halt water deliveries", ("mexico",), None)],
    ),
    (
        "The European Union had given Serbia until June to impose sanctions on Russia. June came and went.",
        [("lapsed", "June came and went", ("european-union",), None)],
    ),
    (
        "Washington has yet to deliver the missiles it promised in spring.",
        [("lapsed", "deliver the missiles it promised in spring", ("united-states",), None)],
    ),
    (
        "London had planned to hand over the islands last year, but the treaty was shelved.",
        [("lapsed", "hand over the islands last year", ("united-kingdom",), None)],
    ),
    ("The pipeline was to have opened in 2021.", [("lapsed", "The pipeline was to have opened in 2021", (), None)]),
    ("Japan reneged on a promise to open its rice market.", [("lapsed", "open its rice market", ("japan",), None)]),
    ("Ecuador withdrew its threat to expel the ambassador.", [("lapsed", "expel the ambassador", ("ecuador",), None)]),
    (
        "Zimbabwe has not paid the farmers the compensation it promised in 2020.",
        [("lapsed", "not paid the farmers the compensation it promised in 2020", ("zimbabwe",), None)],
    ),
    (
        "Israel had been due to leave southern Lebanon by Jan. 26, but its troops stayed.",
        [("lapsed", "leave southern Lebanon by Jan. 26", ("israel",), None)],
    ),
    (
        "Armenia and Azerbaijan were expected to sign in Washington in March, but the signing was put off.",
        [("lapsed", "sign in Washington in March", ("armenia", "azerbaijan"), None)],
    ),
    ("Despite the pledge, no aid has reached the camp.", [("lapsed", "no aid has reached the camp", (), None)]),
    ("Macron shelved the trip.", [("lapsed", "shelved the trip", ("emmanuel-macron",), None)]),
    ("The threatened boycott never materialized.", [("lapsed", "The threatened boycott never materialized", (), None)]),
    ("Brazil scrapped plans to host the summit.", [("lapsed", "host the summit", ("brazil",), None)]),
    (
        "Saudi Arabia put normalization with Israel on hold.",
        [("lapsed", "put normalization with Israel on hold", ("saudi-arabia",), None)],
    ),
    ("The accord’s second phase never began.", [("lapsed", "The accord’s second phase never began", (), None)]),
    (
        "The commission was to be set up within 90 days; four years later it has no members.",
        [("lapsed", "The commission was to be set up within 90 days", (), None)],
    ),
    (
        "The World Bank canceled a loan it had promised Uganda.",
        [("lapsed", "canceled a loan it had promised Uganda", ("world-bank",), None)],
    ),
    (
        "Spain went back on its word and kept the ambassador at home.",
        [("lapsed", "went back on its word", ("spain",), None)],
    ),
    (
        "Eswatini failed to free the two lawmakers as it had agreed.",
        [("lapsed", "free the two lawmakers", ("eswatini",), None)],
    ),
    (
        "The leaders were to have met in Sharm el-Sheikh, but the meeting was canceled.",
        [("lapsed", "met in Sharm el-Sheikh", ("leaders",), None)],
    ),
]

NOTHING = [
    "The talks come at a difficult moment for the prime minister, who faces an election in the spring.",
    "The two countries have been rivals since the 1970s.",
    "Lavrov, who has led Russian diplomacy since 2004, is known for his sharp tongue.",
    "The dam, built by Italian engineers, holds back 74 billion cubic meters of water.",
    "Diplomats who were detained in March described the cell as damp.",
    "The pipeline runs from Baku to Ceyhan.",
    "It was, in the words of one ambassador, a marriage of convenience.",
    "The mood in the corridors was grim.",
    "“The ball is in Tehran’s court,” a European diplomat said.",
    "The negotiations have been a slow dance on a crowded floor.",
    "Neither side has much room to maneuver.",
    "Relations between Ankara and Athens remain cool.",
    "The island is home to 90,000 people and a Dutch naval base.",
    "He praised the hosts for their patience.",
    "Analysts say the offer is a way of buying time.",
    "The strait carries a fifth of the world’s oil.",
    "The minister declined to comment on the report.",
    "Hungary has long been close to Moscow.",
    "The agreement, which runs to 40 pages, covers fishing, customs and research.",
    "Many in Kyiv see the plan as a trap.",
    "The president is popular at home and isolated abroad.",
    "Both leaders like golf.",
    "It remains unclear who wrote the document.",
    "“No one can stop the clock,” she said.",
    "The two men have known each other since university.",
    "The embassy, a glass box in the center of Bern, was quiet on Monday.",
    "The question is whether the Senate has the votes.",
    "Zelensky described the meeting as productive.",
    "For the Kremlin, the map is a matter of pride.",
    "The opposition accused the government of weakness.",
    "The general, wounded in the battle for Bakhmut, walks with a cane.",
    "China is Brazil’s largest trading partner.",
    "The document lists eleven points.",
    "Some in Brussels doubt that the money exists.",
    "A spokesman for the ministry did not answer calls.",
    "If history is a guide, the talks could drag on.",
    "The border between the two countries is 1,300 kilometers long.",
    "Serbia and Kosovo use different license plates.",
    "The delegation sat on the left, the hosts on the right.",
    "“I don’t know what he wants,” Merz said.",
    "Refugees who had fled the fighting queued for bread.",
    "Nobody in the room believed the figures.",
    "Qatar, host to the largest American base in the region, has ties to both sides.",
    "The treaty dates from 1960.",
    "The former rebel commander, now a senator, keeps goats.",
    "The news was greeted with relief in Seoul.",
    "The sanctions, imposed in 2014, bite hardest in the provinces.",
    "To his critics, the chancellor is a man who waits.",
    "Her remarks drew applause.",
    "The region is rich in cobalt and poor in roads.",
    "What Trump meant was anybody’s guess.",
    "It is not the first time that Cairo has felt ignored.",
    "In Hanoi the reaction was cautious.",
    "Italy wants to be seen as a bridge between Africa and Europe.",
    "The ministers looked tired.",
    "The plan resembles one that was drawn up in 2007.",
    "That is a red line for Beijing.",
    "The accord rests on trust, and there is little of it.",
    "The pact is worth about $3 billion, according to the ministry.",
    "There were no signs of a breakthrough.",
    "The paper is said to have been drafted by a lawyer in Geneva.",
    "The Balkans have seen this film before.",
    "Observers called the statement vague.",
    "The army has about 60,000 soldiers and few tanks.",
    "Two of the hostages are believed to be dead.",
    "Would Washington ever accept such a clause?",
    "The deal would be a triumph for the president.",
    "France’s influence in the Sahel has waned.",
    "The prime minister’s party holds 61 of the 120 seats.",
    "“We have seen this before,” a Baltic diplomat said.",
    "Poland’s border guard patrols the fence with dogs.",
    "The envoy speaks fluent Farsi.",
    "It is a city of spies and bankers.",
    "The rouble is weak and bread is dear.",
    "The tone of the letter surprised officials in London.",
    "Most Taiwanese regard the election as a test of nerve.",
    "Analysts are divided over what the vote means.",
    "The summit’s motto is “One Earth, One Family.”",
    "The hotel where the talks are held overlooks the lake.",
    "Before entering politics he sold tractors.",
    "The court has no police of its own.",
    "On paper, the truce is still in force.",
    "“It’s a good meeting when nobody shouts,” the host joked.",
    "Trust, once broken, is slow to mend.",
    "The minister thanked his counterpart for the coffee.",
    "The language of the text is deliberately loose.",
    "Ukraine depends on American missiles for its air defense.",
    "Whether Iran has the means to build a bomb is disputed.",
    "Sudan’s war is now in its third year.",
    "Nothing suggests that the rebels are short of money.",
    "The two delegations are staying in different hotels.",
    "Erdogan is seen as the indispensable broker.",
    "At stake is the future of the alliance.",
    "The Greek side felt humiliated.",
    "The airport was named after a poet.",
    "The price of peace may be paid by somebody else.",
    "The prisoners’ families have little to hope for.",
    "Kazakhstan shares a long border with both.",
    "There is no plan B, diplomats admit.",
    "The king, who is 82, rarely travels.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "outcomes"), [*OCCURRED, *LAPSED])
def test_finds(text: str, outcomes: list[Row]) -> None:
    assert rows(text) == outcomes


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing(text: str) -> None:
    assert rows(text) == []
