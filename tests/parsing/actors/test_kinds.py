"""What a name stands for: person, country, organisation, or nothing that holds a position."""

import pytest

from tests.parsing.sentences import actors_of

KINDS: list[tuple[str, str, str | None]] = [
    ("The World Food Programme sent rice.", "world-food-program", "organization"),
    ("Amnesty International counted 40 graves.", "amnesty-international", "organization"),
    ("The Lindholm Institute sold its library.", "lindholm-institute", "organization"),
    ("The Farmers’ League won nine seats.", "farmers-league", "organization"),
    ("The University of Sund closed.", "university-of-sund", "organization"),
    ("The Foreign Ministry of Peru replied.", "foreign-ministry-of-peru", "organization"),
    ("The ADRC asked for trucks.", "adrc", "organization"),
    ("Hezbollah fired two rockets.", "hezbollah", "organization"),
    ("The Customs Compact met on Monday.", "customs-compact", "organization"),
    ("The brokerage Kessler sold its shares.", "kessler", "organization"),
    ("The physicist Anton Brandvold was freed.", "anton-brandvold", "person"),
    ("Pavel Adeyemi, 61, drives a truck.", "pavel-adeyemi", "person"),
    ("Her daughter Bethan waited.", "bethan", "person"),
    ("“I waited,” said Quillan.", "quillan", "person"),
    ("Mayor Osei opened the gate.", "osei", "person"),
    ("Captain Ravn lowered the flag.", "ravn", "person"),
    ("Its prime minister, Sigrun Hallsdottir, resigned.", "sigrun-hallsdottir", "person"),
    ("Xi Jinping and Kim Jong Un met.", "xi-jinping", "person"),
    ("Reuters and the Associated Press reported it.", "reuters", "organization"),
    ("The Geneva Convention forbids it.", "geneva-convention", None),
    ("Operation Iron Gate began at dawn.", "operation-iron-gate", None),
    ("The Nobel Peace Prize was shared.", "nobel-peace-prize", None),
    ("The Sorrel Strait is shallow.", "sorrel-strait", None),
    ("The Tolm Valley flooded.", "tolm-valley", None),
    ("Mount Orvik smoked.", "mount-orvik", None),
    ("The Grand Hotel Astoria was full.", "grand-hotel-astoria", None),
    ("He met Naghmeh Sorani. Mrs. Sorani wept.", "naghmeh-sorani", "person"),
    ("He met Naghmeh Sorani.", "naghmeh-sorani", None),
    ("Rain fell.\n\n(Additional reporting by Anna Kern in Oslo; editing by Owen Pryce.)", "owen-pryce", None),
    ("Rain fell.\n\nAnna Kern reported from Oslo, and Owen Pryce from Lima.", "anna-kern", None),
    ("Rain fell.\n\nOwen Pryce contributed reporting.", "owen-pryce", None),
    ("Owen Pryce, a lawyer, reported from Oslo that rain fell.", "owen-pryce", "person"),
    ("Nobody left the West Bank. The West Bank was quiet.", "west-bank", None),
    ("As Secretary I saw it.", "i", None),
    (
        "He met the Conference of Presidents of Northern Farming Organizations.",
        "conference-of-presidents-of-northern-farming-organizations",
        "organization",
    ),
    ("The Greens want a vote.", "greens", "organization"),
    ("The Christians want a vote.", "christians", None),
    ("He asked senior Special Operations officers. Special Operations fill the gap.", "special-operations", None),
    ("Twitter said that it was late.", "twitter", "organization"),
    ("He posted it on Twitter. Twitter fell.", "twitter", None),
    ("The Foundation for Relief of Towns said so.", "foundation-for-relief-of-towns", "organization"),
    ("They met in Velmoor.", "velmoor", None),
    ("The senator (R-AZ) left.", "r-az", None),
    ("The bank’s CEO left.", "ceo", None),
    ("ZIKA SCARE was on the banner.", "zika", None),
    ("BEDFORD, N.H. — Rain fell.", "bedford", None),
    ("The ADRC COULD not come. The ADRC left.", "adrc", "organization"),
    ("The lorries near Velmoor said “fish”.", "velmoor", None),
    ("An official from Velmoor told the court so.", "velmoor", None),
    ("The court in The Hague ruled. Judges in The Hague said so.", "hague", None),
    ("He asked Skarn to wait.", "skarn", None),
    ("A reporter from Der Morgenkurier read it aloud.", "der-morgenkurier", "organization"),
    ("She told Tageblatt Nord that it was late.", "tageblatt-nord", "organization"),
    ("He told the Lima newspaper La Mañana so.", "la-manana", "organization"),
    ("He told the broadcaster Bassarat One so.", "bassarat-one", "organization"),
    ("He met the broadcaster Ilse Brandt there.", "ilse-brandt", "person"),
    ("The lorry belonged to Tesfa Alemu. “Smell it,” he said.", "tesfa-alemu", "person"),
    ("She flew to Tesfa Alemu. “Smell it,” he said.", "tesfa-alemu", None),
    ("The opposition Homeland bloc threatened to leave.", "homeland-bloc", "organization"),
    ("The Second World War ended there.", "second-world-war", None),
    ("MPs said that it was late.", "mps", "group"),
    ("NGOs waited in the hall.", "ngos", None),
    ("American Jews said that it was late.", "american-jews", "group"),
    ("Central Asia waited. Central Asia said nothing.", "central-asia", None),
    ("The Berlin Wall fell.", "berlin-wall", None),
    ("The JCPOA expired.", "jcpoa", None),
    ("The Fletcher School waited.", "fletcher-school", "organization"),
    ("Vale PAC, a group preparing the vote, waited.", "vale-pac", "organization"),
    ("Rowan Report, a research firm founded by Per Holm, waited.", "rowan-report", "organization"),
    ("World Relief, the association’s humanitarian arm, waited.", "world-relief", "organization"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "key", "kind"), KINDS)
def test_kinds(text: str, key: str, kind: str | None) -> None:
    actor = actors_of(text).get(key)
    assert (actor.kind.value if actor else None) == kind


@pytest.mark.model
@pytest.mark.parametrize("text", [text for text, _, kind in KINDS if kind is None])
def test_no_part_of_a_thing_is_an_actor(text: str) -> None:
    assert actors_of(text) == {}
