"""Words that stand before their attribution: “…,” she said; …, said the minister; as X put it."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of

SUBJECT_FIRST: list[tuple[str, list[QuoteRow]]] = [
    ("“The road is open,” Prime Minister Ilse Brandt said.", [("direct", "ilse-brandt", "The road is open")]),
    (
        "“Nobody asked us. Nobody will,” President Tomas Varga said on Monday in Prague.",
        [("direct", "tomas-varga", "Nobody asked us. Nobody will")],
    ),
    (
        "“Have they lost their minds?” Senator Grace Oyelaran asked.",
        [("direct", "grace-oyelaran", "Have they lost their minds?")],
    ),
    (
        "“Nobody asked us,” President Tomas Varga, 58, told the agency in an interview in Lima on Monday.",
        [("direct", "tomas-varga", "Nobody asked us")],
    ),
    (
        "President Tomas Varga praised the editor.\n\n“A good reporter, a very good reporter this man,” Varga, the front-runner in"
        " the north and leader in Moravia by a wide margin, said when Boyle asked him a question.",
        [("direct", "tomas-varga", "A good reporter, a very good reporter this man")],
    ),
    (
        "“Who paid for this?” Senator Grace Oyelaran asks.\n\n“Two ministries. Besides them, not a single soul,” Oyelaran answers.",
        [
            ("direct", "grace-oyelaran", "Who paid for this?"),
            ("direct", "grace-oyelaran", "Two ministries. Besides them, not a single soul"),
        ],
    ),
    (
        "“It is only beetroot,” the defence minister, Col. Anselm Quaye, said.",
        [("direct", "anselm-quaye", "It is only beetroot")],
    ),
    (
        "Ambassador Kofi Mensah draws.\n\nAsked what will happen if President Omar Varga refuses, he puts the pencil down. “Then we"
        " wait,” he says.",
        [("direct", "kofi-mensah", "Then we wait")],
    ),
    (
        "Senator Grace Oyelaran left. At the bakery, Morwenna Pask sold cold bread. “We have been through worse,” she said.",
        [("direct", "morwenna-pask", "We have been through worse")],
    ),
    (
        "The envoy, Omar Ramirez, left. In Beijing, Lu Jianhong was asked whether he felt relieved. “No,” he said.",
        [("direct", "lu-jianhong", "No")],
    ),
    ("“Enough!” Ambassador Kofi Mensah shouted.", [("direct", "kofi-mensah", "Enough!")]),
    (
        '"We are ready to sign tomorrow," Kenya\'s foreign minister, Amina Otieno, told reporters.',
        [("direct", "amina-otieno", "We are ready to sign tomorrow")],
    ),
    (
        "‘We will not be rushed,’ the Irish premier, Niamh Doherty, said. ‘There is no clock on this wall,’ she added.",
        [
            ("direct", "niamh-doherty", "We will not be rushed"),
            ("direct", "niamh-doherty", "There is no clock on this wall"),
        ],
    ),
    (
        "``The ships stay where they are,'' Admiral Peter Castellan said.",
        [("direct", "peter-castellan", "The ships stay where they are")],
    ),
    (
        "„Der Weg is long,“ Chancellor Klara Weiss joked.",
        [("direct", "klara-weiss", "Der Weg is long")],
    ),
    (
        "«We signed nothing,» President Luc Moreau declared.",
        [("direct", "luc-moreau", "We signed nothing")],
    ),
    (
        "The talks will resume in May, President Tomas Varga said.",
        [("indirect", "tomas-varga", "The talks will resume in May")],
    ),
    (
        "Turkey is “running out of patience,” its foreign minister, Hakan Yildiz, warned on Tuesday.",
        [("mixed", "hakan-yildiz", "Turkey is “running out of patience")],
    ),
    (
        "The corridor would reopen within a week, two Western diplomats said.",
        [("indirect", "two-western-diplomats", "The corridor would reopen within a week")],
    ),
    (
        "“This is our land, our water and our sky,” a spokesman for the Foreign Ministry of Peru said.",
        [("direct", "foreign-ministry-of-peru", "This is our land, our water and our sky")],
    ),
    (
        "“I have no idea what they signed,” one Western official, who was not authorized to speak, said.",
        [("direct", "western-official", "I have no idea what they signed")],
    ),
    (
        "Sanctions work only when they hurt, the White House has argued.",
        [("indirect", "united-states", "Sanctions work only when they hurt")],
    ),
]

INVERTED: list[tuple[str, list[QuoteRow]]] = [
    ("“It is late,” said Chad’s foreign minister, Ali Deby.", [("direct", "ali-deby", "It is late")]),
    ("It was late, said Chad’s new foreign minister, Ali Deby, who left.", [("indirect", "ali-deby", "It was late")]),
    (
        "It was late, said the United States’ new foreign minister, Ali Deby.",
        [("indirect", "ali-deby", "It was late")],
    ),
    ("Norway left. “It is late,” said its foreign minister, Ali Deby.", [("direct", "ali-deby", "It is late")]),
    ("“The road is open,” said Prime Minister Ilse Brandt.", [("direct", "ilse-brandt", "The road is open")]),
    (
        "“We counted 40 trucks,” said Rosa Quintero, who runs a depot in Cali.",
        [("direct", "rosa-quintero", "We counted 40 trucks")],
    ),
    (
        "“The clock has stopped,” wrote Ngozi Adeleke, a former envoy to Chad, in a memo.",
        [("direct", "ngozi-adeleke", "The clock has stopped")],
    ),
    (
        "“It was always a bluff,” said one European diplomat.",
        [("direct", "european-diplomat", "It was always a bluff")],
    ),
    (
        "The convoy never left the port, said three people familiar with the talks.",
        [("indirect", "three-people-familiar-with-the-talks", "The convoy never left the port")],
    ),
    (
        "“They opened fire first,” insisted a spokeswoman for the Defense Ministry of Georgia.",
        [("direct", "defense-ministry-of-georgia", "They opened fire first")],
    ),
    (
        "“Who paid for the bridge?” asked Kwame Asante, an opposition lawmaker.",
        [("direct", "kwame-asante", "Who paid for the bridge?")],
    ),
    (
        "“We have nothing to hide,” says Jean-Luc Beaumont-Keller, the bank’s chairman.",
        [("direct", "jean-luc-beaumont-keller", "We have nothing to hide")],
    ),
    (
        "“No deal is better than this one,” concluded the Guardian of Lagos.",
        [("direct", "guardian-of-lagos", "No deal is better than this one")],
    ),
    (
        "‘I would do it again,’ said Fatima al-Rashidi, the ambassador. ‘And again.’",
        [("direct", "fatima-al-rashidi", "I would do it again"), ("direct", "fatima-al-rashidi", "And again.")],
    ),
    (
        "“The army obeys the constitution,” replied General Min Aung Thet.",
        [("direct", "min-aung-thet", "The army obeys the constitution")],
    ),
    (
        "The pipeline is safe, added Pak Do-hyun, South Korea’s energy minister.",
        [("indirect", "pak-do-hyun", "The pipeline is safe")],
    ),
]

NESTED: list[tuple[str, list[QuoteRow]]] = [
    (
        "“He told me, ‘Sign or leave,’ and I left,” President Tomas Varga said.",
        [("direct", "tomas-varga", "He told me, ‘Sign or leave,’ and I left")],
    ),
    (
        "‘They called it “a gift”, and I laughed,’ the minister, Owen Pryce, said. ‘I still laugh.’",
        [
            ("direct", "owen-pryce", "They called it “a gift”, and I laughed"),
            ("direct", "owen-pryce", "I still laugh."),
        ],
    ),
    (
        "“The minister said that Chad would pay, and Chad has not paid,” Prime Minister Ilse Brandt said.",
        [("direct", "ilse-brandt", "The minister said that Chad would pay, and Chad has not paid")],
    ),
    (
        "“I asked, ‘Why?’ She said, ‘Because.’” Ambassador Kofi Mensah recalled.",
        [("direct", "kofi-mensah", "I asked, ‘Why?’ She said, ‘Because.")],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), [*SUBJECT_FIRST, *INVERTED, *NESTED])
def test_words_before_their_attribution(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found
