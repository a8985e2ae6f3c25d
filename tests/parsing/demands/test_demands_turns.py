"""What is said to be wanted or barred, and turns of phrase by which somebody asks, aims or refuses."""

import pytest

from tests.parsing.demands.test_demands import Row, rows

COPULAS: list[tuple[str, list[Row]]] = [
    (
        "Poland, whose citizen he is, has demanded that a doctor be let in and has asked Kenya to help.",
        [("demand", "a doctor be let in", "poland", ()), ("demand", "help", "poland", ("kenya",))],
    ),
    ("Kenya told Norway that it would oppose any mission.", [("refusal", "any mission", "kenya", ())]),
    (
        "Peru and Chile quarrelled. The African Union, to which both belong, urged them to hold talks.",
        [("demand", "hold talks", "african-union", ("peru", "chile"))],
    ),
    (
        "Kenya had asked for the ledgers and been given a map.",
        [("demand", "the ledgers", "kenya", ())],
    ),
    (
        "Peru and Chile met. Peru's League of Widows appealed to both governments to publish the list.",
        [("demand", "publish the list", "league-of-widows", ("peru", "chile"))],
    ),
    ("Kenya urged Norway to reject the deal.", [("demand", "reject the deal", "kenya", ("norway",))]),
    ("A public apology is Chile's main demand.", [("demand", "A public apology", "chile", ())]),
    ("Georgia's priority is the return of the hostages.", [("goal", "the return of the hostages", "georgia", ())]),
    (
        "Peru has three demands: a loan, an end to the blockade and a public apology.",
        [
            ("demand", "a loan", "peru", ()),
            ("demand", "an end to the blockade", "peru", ()),
            ("demand", "a public apology", "peru", ()),
        ],
    ),
    (
        "Benin is asking for more tangible things: the reopening of the port and a loan.",
        [("demand", "the reopening of the port", "benin", ()), ("demand", "a loan", "benin", ())],
    ),
    (
        "Chile has made the return of the archive a condition for any new treaty.",
        [("demand", "the return of the archive", "chile", ())],
    ),
    ("A joint patrol is out of the question for Kenya.", [("refusal", "A joint patrol", "kenya", ())]),
    ("Any limit on its army is unacceptable to Sudan.", [("refusal", "Any limit on its army", "sudan", ())]),
    ("The return of the islands is not negotiable for Japan.", [("demand", "The return of the islands", "japan", ())]),
    (
        '"It is imperative that the siege be lifted," President Hana Novak said.',
        [("demand", "the siege be lifted", "hana-novak", ())],
    ),
    (
        '"There will be no talks under fire," President Hana Novak said.',
        [("refusal", "talks under fire", "hana-novak", ())],
    ),
    (
        "Foreign Minister Lars Holm said there must be no impunity for the raid.",
        [("demand", "there must be no impunity for the raid", "lars-holm", ())],
    ),
]

TURNS: list[tuple[str, list[Row]]] = [
    ("Iran is not prepared to discuss its missiles.", [("refusal", "discuss its missiles", "iran", ())]),
    ("Egypt is no longer willing to host the talks.", [("refusal", "host the talks", "egypt", ())]),
    ("Jordan will have none of it.", [("refusal", "have none of it", "jordan", ())]),
    ("Jordan will have no part in the transfer.", [("refusal", "the transfer", "jordan", ())]),
    ("Syria wants nothing to do with the force.", [("refusal", "the force", "syria", ())]),
    ("Spain has set its face against any vote.", [("refusal", "any vote", "spain", ())]),
    ("Ghana held out against naming the firm.", [("refusal", "naming the firm", "ghana", ())]),
    ("Kosovo has set its sights on NATO membership.", [("goal", "NATO membership", "kosovo", ())]),
    ("Qatar is counting on a signature by Friday.", [("goal", "a signature by Friday", "qatar", ())]),
    (
        '"Under no circumstances will we leave the island," President Hana Novak said.',
        [("refusal", "leave the island", "hana-novak", ())],
    ),
    (
        '"We do not negotiate with kidnappers," President Hana Novak said.',
        [("refusal", "negotiate with kidnappers", "hana-novak", ())],
    ),
    ('"Please stop the war," President Hana Novak said.', [("demand", "stop the war", "hana-novak", ())]),
    ("China would rather that the matter stayed in Geneva.", [("demand", "the matter stayed in Geneva", "china", ())]),
    (
        "Tunisia asked Canada to take in the drivers and begged Malta to let the ship land.",
        [
            ("demand", "take in the drivers", "tunisia", ("canada",)),
            ("demand", "let the ship land", "tunisia", ("malta",)),
        ],
    ),
    ("Burundi expects Rwanda to apologize.", [("demand", "apologize", "burundi", ("rwanda",))]),
    (
        "Latvia gave Belarus ten days to free the crew, on pain of losing the ferry line.",
        [("demand", "free the crew", "latvia", ("belarus",))],
    ),
    (
        "Judges in Peru suspended the case. Chile threw out the request for the second time.",
        [("refusal", "the request", "chile", ())],
    ),
    (
        "President Ilse Brandt, echoing President Josef Kral, called on Chad to pay.",
        [("demand", "pay", "ilse-brandt", ("chad",))],
    ),
    (
        "Norway asked Chad to close the port and join the talks, to ease its concerns.",
        [
            ("demand", "close the port", "norway", ("chad",)),
            ("demand", "join the talks, to ease its concerns", "norway", ("chad",)),
        ],
    ),
    (
        "Norway asked Chad to leave the town, to free the sailors and to pay.",
        [
            ("demand", "leave the town", "norway", ("chad",)),
            ("demand", "free the sailors", "norway", ("chad",)),
            ("demand", "pay", "norway", ("chad",)),
        ],
    ),
    ("Norway asked Chad to find and return the ship.", [("demand", "find and return the ship", "norway", ("chad",))]),
    (
        "Norway asked Chad to withdraw and return the ship.",
        [("demand", "withdraw", "norway", ("chad",)), ("demand", "return the ship", "norway", ("chad",))],
    ),
    (
        "Norway urged Chad to follow the court, which has ruled twice, and to stop the drills.",
        [
            ("demand", "follow the court", "norway", ("chad",)),
            ("demand", "stop the drills", "norway", ("chad",)),
        ],
    ),
    ("Denmark summoned the envoy to demand an explanation.", [("demand", "an explanation", "denmark", ())]),
    (
        "Poland wants the soldiers home by June and the guns behind the river by autumn.",
        [
            ("demand", "the soldiers home by June", "poland", ()),
            ("demand", "the guns behind the river by autumn", "poland", ()),
        ],
    ),
    (
        "Serbia ruled out a meeting between Novak and Holm until the report is ready.",
        [("refusal", "a meeting between Novak and Holm until the report is ready", "serbia", ())],
    ),
    ("Iran would under no circumstances halt enrichment.", [("refusal", "halt enrichment", "iran", ())]),
    (
        "India is seeking an early deal to lower the tariffs.",
        [("goal", "an early deal to lower the tariffs", "india", ())],
    ),
    ("Canada is not interested in a bad deal.", [("refusal", "a bad deal", "canada", ())]),
    ("Chile is reluctant to sign the accord.", [("refusal", "sign the accord", "chile", ())]),
    (
        "Sudan said it would not accept a truce unless Chad withdrew.",
        [("demand", "Chad withdrew", "sudan", ("chad",))],
    ),
    ("Sweden's main goal remains the return of the crew.", [("goal", "the return of the crew", "sweden", ())]),
    (
        '"I urge you to reconsider," President Hana Novak told Foreign Minister Lars Holm.',
        [("demand", "reconsider", "hana-novak", ("lars-holm",))],
    ),
    ('"It is time to end this war," President Hana Novak said.', [("demand", "end this war", "hana-novak", ())]),
    (
        '"We cannot allow Russia to win," President Hana Novak said.',
        [("refusal", "allow Russia to win", "hana-novak", ())],
    ),
    (
        'President Hana Novak wanted Iran and Oman to "stop right there".',
        [("demand", "stop right there", "hana-novak", ("iran", "oman"))],
    ),
    (
        "President Hana Novak set a two-week deadline for Oman to pay.",
        [("demand", "pay", "hana-novak", ("oman",))],
    ),
    (
        "Norway's demands:\n\n1. The return of the crew.\n\n2. That the port be reopened.",
        [("demand", "The return of the crew", "norway", ()), ("demand", "the port be reopened", "norway", ())],
    ),
    (  # the points end where their mark changes
        "1. Norway and Chad met.\n\n2. Norway calls on Chad:\n- to return the crew;\n- to reopen the port.\n\n"
        "3. The fish were counted.",
        [("demand", "return the crew", "norway", ("chad",)), ("demand", "reopen the port", "norway", ("chad",))],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "demands"), [*COPULAS, *TURNS])
def test_finds(text: str, demands: list[Row]) -> None:
    assert rows(text) == demands
