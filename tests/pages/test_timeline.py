"""Four clocks: what stands on which, how dense dates are gathered, and where marks lead."""

import re
from datetime import date

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.pages.timeline_picture import draw_tall, draw_wide, name_period
from app.store.database import Store
from app.store.queries.timeline import Cell, Lane, Moment, Period
from app.store.queries.timeline_page import bounds, choose_periods
from app.store.save import save_parse
from tests.factories import make_actor, make_document, make_outcome, make_parse, make_quote
from tests.pages.conftest import HTMX


def clocks(page: str) -> dict[str, list[str]]:
    """The dates of the table, each with the clocks that have something on it."""
    table = page.split('class="moments"')[1].split("</table>")[0]
    return {
        date: re.findall(r'class="clock">(\w+)', body)
        for body in table.split("<tbody>")[1:]
        for date in re.findall(r'scope="rowgroup"[^>]*>([^<]+)<', body)
    }


def test_each_record_stands_on_its_own_clock(client: TestClient) -> None:
    page = client.get("/timeline").text

    assert clocks(page) == {
        "5 May 2031": ["Said", "Happened"],
        "6 May 2031": ["Published"],
        "14 August 2031": ["Said"],
        "15 August 2031": ["Published"],
    }
    assert ">5 dated records<" in page
    # A quote without a day is not put on the day of its article; three outcomes have no date either.
    assert "1 quote, 3 outcomes to come" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?clock=said", ["5 May 2031", "14 August 2031"]),
        ("?actor=vladimir-putin", ["14 August 2031", "15 August 2031"]),
        ("?topic=negotiations", ["5 May 2031", "6 May 2031"]),
        ("?document=summit&clock=happened", ["5 May 2031"]),
        ("?from=2031-05-06&to=2031-08-14", ["6 May 2031", "14 August 2031"]),
    ],
)
def test_filter(client: TestClient, query: str, found: list[str]) -> None:
    answer = client.get(f"/timeline{query}", headers=HTMX)

    assert list(clocks(answer.text)) == found
    assert "hx-push-url" in answer.headers


@pytest.mark.parametrize("query", ["?clock=due", "?from=2040-01-01", "?actor=kurt-weiss&clock=happened"])
def test_nothing_fits(client: TestClient, query: str) -> None:
    assert "Nothing with a date fits" in client.get(f"/timeline{query}").text


def test_an_empty_store(empty_client: TestClient) -> None:
    assert "Nothing with a date is in the store yet" in empty_client.get("/timeline").text


def test_the_picture_has_a_mark_for_every_record_in_each_of_its_two_forms(client: TestClient) -> None:
    assert len(re.findall(r'<a class="mark (?:said|published|happened|due) ', client.get("/timeline").text)) == 10


def fill_days(store: Store, days: int, each: int) -> None:
    """An article with `each` quotes on each of so many days, and a promise due on the last."""
    words = [f"Word {day} {nth}." for day in range(days) for nth in range(each)]
    document = make_document("Ada Lund said: " + " ".join(f"“{each}”" for each in words) + " She will come.", "days")
    said = [date(2031, 1 + day // 28 % 12, 1 + day % 28).isoformat() for day in range(days) for _ in range(each)]
    quotes = [
        make_quote(document, word, speaker="ada-lund", source="Ada Lund", said_on=day)
        for word, day in zip(words, said, strict=True)
    ]
    come = make_outcome(document, "come", status="promised", actors=["ada-lund"], occurred_on="2033-12-31")
    save_parse(store, make_parse(document, actors=[make_actor("Ada Lund")], quotes=quotes, outcomes=[come]))


def test_many_days_are_gathered_into_months_with_their_number(store: Store) -> None:
    fill_days(store, days=60, each=1)
    page = TestClient(create_app(store=store)).get("/timeline").text

    assert clocks(page) == {
        "January 2031": ["Said"],
        "February 2031": ["Said"],
        "March 2031": ["Said"],
        "December 2033": ["Due"],
    }
    assert page.count('href="/timeline?clock=said&amp;from=2031-01-01&amp;to=2031-01-31"') == 3
    assert ">All 28</a>" in page


def test_a_dense_day_shows_all_when_it_is_alone(store: Store) -> None:
    fill_days(store, days=2, each=9)
    client = TestClient(create_app(store=store))

    assert 'class="heap said"' in client.get("/timeline").text
    alone = client.get("/timeline?clock=said&from=2031-01-01&to=2031-01-01").text
    assert alone.count('class="mark said ') == 18
    assert "heap" not in alone


@pytest.mark.parametrize(
    ("days", "length", "starts"),
    [
        ([], 10, ()),
        (["2031-05-05"], 10, ("2031-05-05",)),
        ([f"2031-0{month}-{10 + day}" for month in (1, 2) for day in range(12)] + ["2031-03-01"], 7, 3),
        ([f"{year}-0{month}-01" for year in range(2020, 2024) for month in range(1, 8)], 4, 4),
        ([f"{year}-01-01" for year in range(1990, 2024)], 3, 4),
        ([f"{year}-01-01" for year in range(1500, 2030, 10)], 3, 24),
    ],
)
def test_periods_are_as_short_as_can_be_read(days: list[str], length: int, starts: object) -> None:
    found, made = choose_periods(days)

    assert found == length
    assert made == starts or len(made) == starts


@pytest.mark.parametrize(
    ("start", "first", "last", "name"),
    [
        ("2031-02-03", "2031-02-03", "2031-02-03", "3 February 2031"),
        ("2032-02", "2032-02-01", "2032-02-29", "February 2032"),
        ("2031", "2031-01-01", "2031-12-31", "2031"),
        ("203", "2030-01-01", "2039-12-31", "2030s"),
    ],
)
def test_bounds(start: str, first: str, last: str, name: str) -> None:
    found = bounds(start)

    assert [each.isoformat() for each in found] == [first, last]
    assert name_period(Period(*found, len(start), ())) == name


def test_marks_lie_in_the_picture_and_no_two_on_one_place() -> None:
    def moments(clock: str, number: int) -> tuple[Moment, ...]:
        return tuple(Moment(clock, date(2031, 1, 1), "quote", "a" * 10, "No", "direct", ()) for _ in range(number))

    lanes = [Lane("said", 24, 0), Lane("due", 4, 0)]
    periods = [
        Period(date(2031, 1, day), date(2031, 1, day), 10, (cell("said", moments("said", 6)), cell("due", ())))
        for day in range(1, 21)
    ]
    for picture in (draw_wide(lanes, periods), draw_tall(lanes, periods)):
        places = [(mark.x, mark.y) for mark in picture.marks]
        assert len(places) == len(set(places)) == 120
        assert all(6 <= x <= picture.width - 6 and 6 <= y <= picture.height - 6 for x, y in places)
        assert [tick.broken for tick in picture.ticks] == [False] * 20


def cell(clock: str, moments: tuple[Moment, ...]) -> Cell:
    return Cell(clock, len(moments), moments, "/timeline")


def test_quotes_stand_in_their_voices(store: Store) -> None:
    document = make_document("“No toll,” said Ada on Monday. Bo said on Monday that he would pay.")
    quotes = [
        make_quote(document, "No toll", speaker="ada", source="Ada", said_on="2031-05-05"),
        make_quote(document, "he would pay", speaker="bo", source="Bo", kind="indirect", said_on="2031-05-05"),
    ]
    save_parse(store, make_parse(document, actors=[make_actor("Ada"), make_actor("Bo")], quotes=quotes))
    client = TestClient(create_app(store=store))
    page = client.get("/timeline").text

    assert '<span class="own opened closed">No toll</span>' in page
    assert '<span class="reported">he would pay</span>' in page
    titles = {
        client.get(link).text.split("</title>")[0].split("<title>")[1] for link in re.findall(r"/quotes/\w+", page)
    }
    assert titles == {"Ada: “No toll” · Demarche", "Bo (reported): he would pay · Demarche"}
