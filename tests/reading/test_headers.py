"""Front matter in its many forms, and texts that have none."""

from datetime import date

import pytest

from app.reading.headers import Header, recognise_header

BODY = "Dravonia said on Thursday that it would reopen the strait in Brussels."
DAY = date(2026, 3, 12)

HEADERS = [
    # text before BODY, title, publisher, published_on, place
    (" date 2025-08-15 ANCHORAGE, Alaska—", None, None, date(2025, 8, 15), "Anchorage, Alaska"),
    ("date 2026-03-12 ", None, None, DAY, None),
    (
        "STATEMENTS\n\nTwo Ministries, Two Lists\n\nBy Marit Esposito | TARRAN, Belmora | 12 March 2026\n\n",
        "Two Ministries, Two Lists",
        None,
        DAY,
        "Tarran, Belmora",
    ),
    (
        "Truce Edges Closer\nPublished 12 March 2026 by The Weekly Compass\n\n",
        "Truce Edges Closer",
        "The Weekly Compass",
        DAY,
        None,
    ),
    (
        "Truce Edges Closer\nPublished by The Meridian Post\n12 March 2026\n\n",
        "Truce Edges Closer",
        "The Meridian Post",
        DAY,
        None,
    ),
    ("Date: 2026-03-12 OSLO—", None, None, DAY, "Oslo"),
    (
        "Title: What to Watch\nPublisher: The Halden Courier\nDate: 2026-03-12\n\n",
        "What to Watch",
        "The Halden Courier",
        DAY,
        None,
    ),
    (
        "TITLE: “What to Watch”\nSource: Reuters\nPublished: 12 March 2026\nBy: Marit Esposito\n\n",
        "What to Watch",
        "Reuters",
        DAY,
        None,
    ),
    ("---\ntitle: What to Watch\ndate: 2026-03-12T08:30:00Z\nplace: Oslo\n---\n\n", "What to Watch", None, DAY, "Oslo"),
    (
        "Truce Edges Closer\n\nBy Marit Esposito and Kwame Lindgren\nOSLO, March 12, 2026 — ",
        "Truce Edges Closer",
        None,
        DAY,
        "Oslo",
    ),
    (
        "Truce Edges Closer\nPublished: Mar. 12, 2026\n\nGENEVA (Meridian Press) — ",
        "Truce Edges Closer",
        "Meridian Press",
        DAY,
        "Geneva",
    ),
    (
        "Truce Edges Closer\n\nBy Oluwaseun Petrov\n\nADDIS ABABA, Ethiopia—",
        "Truce Edges Closer",
        None,
        None,
        "Addis Ababa, Ethiopia",
    ),
    (
        "“I describe the weather.”\nThe premier on cables, tolls and tempers\nBy Leontyne Abara for The Continental Review\n"
        "March 12, 2026\n\n",
        "“I describe the weather.”",
        "The Continental Review",
        DAY,
        None,
    ),
    (
        "Skarn puts a price on the strait\nThe toll would cost the shippers $60 million a year; they wait\nBeatrix Lyle in Skarn\n"
        "Thu 12 Mar 2026 18.05 GMT\n\n",
        "Skarn puts a price on the strait",
        None,
        DAY,
        None,
    ),
    (
        "Dam filled for the third time\nKessu recalls ambassador; envoy goes\nThu 12 Mar 2026 | The Lakes Courier\n\n",
        "Dam filled for the third time",
        "The Lakes Courier",
        DAY,
        None,
    ),
    ("Truce Edges Closer\nAgence Meridienne, 12 March 2026\n\n", "Truce Edges Closer", "Agence Meridienne", DAY, None),
    (
        "Ledger & Exchange\nThursday 12 March 2026\n\nTruce Edges Closer\n\n",
        "Truce Edges Closer",
        "Ledger & Exchange",
        DAY,
        None,
    ),
    (
        "MINISTRY OF EXTERNAL RELATIONS\nPRESS RELEASE\n12 March 2026\n\nStatement on the fishery\n\n",
        "Statement on the fishery",
        "MINISTRY OF EXTERNAL RELATIONS",
        DAY,
        None,
    ),
    (
        "Truce Edges Closer\nThe Northern Ledger | 12 March 2026 | Brussels\n\n",
        "Truce Edges Closer",
        "The Northern Ledger",
        DAY,
        "Brussels",
    ),
    (
        "Truce Edges Closer\nBrussels | The Northern Ledger | 12 March 2026\n\n",
        "Truce Edges Closer",
        "The Northern Ledger",
        DAY,
        "Brussels",
    ),
    ("Truce Edges Closer\n12 March 2026 | Brussels\n\n", "Truce Edges Closer", None, DAY, "Brussels"),
    (
        "Truce Edges Closer\nBy Marit Esposito | The Northern Ledger | March 12, 2026\n\n",
        "Truce Edges Closer",
        "The Northern Ledger",
        DAY,
        None,
    ),
    ("By Marit Esposito\n\n", None, None, None, None),
    ("BY MARIT ESPOSITO\nMarch 12, 2026\n\n", None, None, DAY, None),
    ("Reporting by Marit Esposito in Oslo; Editing by J. M. van der Berg\n\n", None, None, None, None),
    (
        "Truce Edges Closer\n\nOffer still stands, but “not for long,” minister warns.\n\nBy Marit Esposito\n\n",
        "Truce Edges Closer",
        None,
        None,
        None,
    ),
    (
        "Truce Edges Closer\n\nMinister warns that the offer will not stand for long\n\n",
        "Truce Edges Closer",
        None,
        None,
        None,
    ),
    ("ANALYSIS\n\nTruce Edges Closer\n\n", "Truce Edges Closer", None, None, None),
    (
        "The Northern Ledger\n\nTruce Edges Closer\n\nBy Marit Esposito\n\n",
        "Truce Edges Closer",
        "The Northern Ledger",
        None,
        None,
    ),
    ("# Will the truce hold?\n\n", "Will the truce hold?", None, None, None),
    ("Truce Edges Closer in the U.S.\n\n", "Truce Edges Closer in the U.S.", None, None, None),
    (
        "Truce Edges Closer\nPublished March 12, 2026 at 10:30 a.m. ET\nUpdated March 14, 2026\n\n",
        "Truce Edges Closer",
        None,
        DAY,
        None,
    ),
    ("Truce Edges Closer\nThursday, 12 March 2026, 10:30 GMT\n\n", "Truce Edges Closer", None, DAY, None),
    ("Truce Edges Closer\nOslo, 12 March 2026\n\n", "Truce Edges Closer", None, DAY, "Oslo"),
    ("LONDON, 12 March 2026 (Meridian) – ", None, "Meridian", DAY, "London"),
    (
        "GENEVA, Switzerland, March 12, 2026 (MERIDIAN NEWSWIRE) -- ",
        None,
        "MERIDIAN NEWSWIRE",
        DAY,
        "Geneva, Switzerland",
    ),
    ("WASHINGTON/MOSCOW, March 12 (Reuters) - ", None, "Reuters", None, "Washington/Moscow"),
    ("MOSCOW, March 12. /TASS/. ", None, "TASS", None, "Moscow"),
    ("PARIS (March 12, 2026) — ", None, None, DAY, "Paris"),
    ("Geneva (Meridian Press) - ", None, "Meridian Press", None, "Geneva"),
    ("Oslo, March 12, 2026 — ", None, None, DAY, "Oslo"),
    ("WASHINGTON, D.C. — ", None, None, None, "Washington, D.C."),
    ("PORT-AU-PRINCE, Haiti — ", None, None, None, "Port-au-Prince, Haiti"),
    ("RIO DE JANEIRO – ", None, None, None, "Rio de Janeiro"),
    ("THE HAGUE, Netherlands — ", None, None, None, "The Hague, Netherlands"),
    ("N’DJAMENA, Chad—", None, None, None, "N’Djamena, Chad"),
    ("UNITED NATIONS — ", None, None, None, "United Nations"),
    ("ISLAMABAD: ", None, None, None, "Islamabad"),
    ("OSLO, Thursday — ", None, None, None, "Oslo"),
    ("12/03/2026\n\n", None, None, None, None),  # March or December: no telling
    ("13/03/2026\n\n", None, None, date(2026, 3, 13), None),
    ("\ufeffOSLO — ", None, None, None, "Oslo"),
    ("Truce Edges\nBy Marit Esposito, Meridian Press\n\n", "Truce Edges", "Meridian Press", None, None),
    ("Truce Edges\nMarit Esposito | Meridian Press | March 12, 2026\n\n", "Truce Edges", "Meridian Press", DAY, None),
    ("Truce Edges\nThe Northern Ledger, 12 March 2026\n\n", "Truce Edges", "The Northern Ledger", DAY, None),
    ("Truce Edges\nMeridian Press, Geneva, March 12, 2026\n\n", "Truce Edges", "Meridian Press", DAY, "Geneva"),
    ("Truce Edges\nNairobi, Kenya | March 12, 2026\n\n", "Truce Edges", None, DAY, "Nairobi, Kenya"),
    ("Truce Edges\nThe Hague, 12 March 2026\n\n", "Truce Edges", None, DAY, "The Hague"),
    ("Truce Edges\nFrom Our Correspondent\n\n", "Truce Edges", None, None, None),
    ("Truce Edges\nSpecial to The Halden Courier\n\n", "Truce Edges", "The Halden Courier", None, None),
    ("Truce Edges\nStory by Marit Esposito\nPhotographs by Kwame Lindgren\n\n", "Truce Edges", None, None, None),
    ("Truce Edges\n5 min read\n\n", "Truce Edges", None, None, None),
    ("Truce Edges\nMeridian Press\n12 March 2026\n\n", "Truce Edges", "Meridian Press", DAY, None),
    ("Truce Edges\nPublished 14:30, 12 March 2026\n\n", "Truce Edges", None, DAY, None),
    ("Date: March 12, 2026\nDateline: OSLO\n\n", None, None, DAY, "Oslo"),
    ("FOR IMMEDIATE RELEASE\n\nTruce Edges\n\n", "Truce Edges", None, None, None),
    ("OSLO (Thursday) — ", None, None, None, "Oslo"),
    ("Washington, March 12. ", None, None, None, "Washington"),
    ("(Reuters) - ", None, "Reuters", None, None),
    ("\r\nTruce Edges Closer\r\n\r\n", "Truce Edges Closer", None, None, None),
]


@pytest.mark.parametrize(
    ("front", "title", "publisher", "published_on", "place"), HEADERS, ids=[row[0][:40] for row in HEADERS]
)
def test_front_matter(
    front: str, title: str | None, publisher: str | None, published_on: date | None, place: str | None
) -> None:
    found = recognise_header(front + BODY + "\n\nThe second paragraph.\n")
    assert found == Header(title, publisher, published_on, place, len(front))


NO_FRONT_MATTER = [
    BODY,
    BODY + "\n\nMore of it.",
    "By meeting Putin on Friday, Trump hopes to forge a deal.\n\nMore of it.",
    "NATO — which met on Friday — said no.\n\nMore of it.",
    "NATO — The alliance said no.\n\nMore of it.",
    "Dravonia — The state that closed the strait — said no.",
    "The government called on Castrova to:\n\n• halt the filling;",
    "“No map exists.”\n\nMore of it.",
    "A welcome step\nthat goes on in the next line without a gap.",
    "Dravonia welcomes the accord",
    "WIRTH: We have nothing to add.\n\nBRANDT: Nor have we.\n\nWIRTH: Then we agree.",
    "Nov. 7 was a bad day for Dravonia.\n\nMore of it.",
    "The minister said one thing: No.\n\nMore of it.",
]


@pytest.mark.parametrize("text", NO_FRONT_MATTER)
def test_no_header_is_guessed(text: str) -> None:
    assert recognise_header(text) == Header()
