"""Who asks whom: the pairs and their counts, and a picture in which everything has its own place."""

from itertools import combinations

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.pages.network_arrows import LETTER, LINE
from app.pages.network_picture import Picture, draw_network
from app.store.database import Store
from app.store.queries.listing import MOST_CHOICES
from app.store.queries.network import Edge, Node
from app.store.queries.values import ActorLink
from app.store.save import save_parse
from tests.factories import make_actor, make_demand, make_document, make_parse, make_quote
from tests.pages.conftest import HTMX


def make_edges(*pairs: tuple[str, str, int]) -> list[Edge]:
    return [
        Edge(ActorLink(holder, holder), ActorLink(asked, asked), number, "aaaaaaaaaa", "the bridge", "/demands")
        for holder, asked, number in pairs
    ]


def make_nodes(edges: list[Edge]) -> list[Node]:
    keys = dict.fromkeys(end.key for edge in edges for end in (edge.holder, edge.addressee))
    return [Node(key, f"{key} of a rather long name", "person", nth) for nth, key in enumerate(keys)]


def draw(*pairs: tuple[str, str, int], columns: int = 3) -> Picture:
    edges = make_edges(*pairs)
    return draw_network(make_nodes(edges), edges, columns)


CROWD = [(f"actor-{nth}", f"actor-{(nth * 7 + 3) % 20}", nth % 4 + 1) for nth in range(20)]
SHAPES = {
    "a pair": [("a", "b", 1)],
    "both ways": [("a", "b", 2), ("b", "a", 1)],
    "two groups": [("a", "b", 1), ("c", "d", 1), ("d", "e", 3)],
    "a star": [("hub", f"spoke-{nth}", 1) for nth in range(9)],
    "a crowd": CROWD,
}


@pytest.mark.parametrize("columns", [1, 3])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_node_has_a_place_of_its_own_in_the_frame(shape: str, columns: int) -> None:
    picture = draw(*SHAPES[shape], columns=columns)

    assert len({spot.node.key for spot in picture.spots}) == len(picture.spots)
    for spot in picture.spots:
        assert spot.radius <= spot.x <= picture.width - spot.radius
        assert spot.radius <= spot.y <= picture.height - spot.radius
    for one, other in combinations(picture.spots, 2):
        assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 > (one.radius + other.radius) ** 2


def test_the_same_pairs_give_the_same_picture() -> None:
    assert draw(*CROWD) == draw(*CROWD)


def test_two_who_ask_each_other_have_two_arrows_that_lie_apart() -> None:
    there, back = draw(("a", "b", 2), ("b", "a", 1)).arrows

    assert abs(there.number_y - back.number_y) > 20
    assert there.width > back.width


def test_who_asks_first_stands_on_the_left_of_a_pair() -> None:
    left, right = draw(("z", "a", 1)).spots

    assert (left.node.key, right.node.key) == ("z", "a")
    assert left.x < right.x


@pytest.mark.parametrize("columns", [1, 3])
def test_no_arrow_ends_in_a_name(columns: int) -> None:
    picture = draw(("a", "b", 1), ("c", "b", 1), ("b", "d", 1), columns=columns)

    for arrow in picture.arrows:
        tip_x, tip_y = map(float, arrow.head.split(" ")[0].split(","))
        for spot in picture.spots:
            half = max(map(len, spot.label)) * LETTER / 2
            below = spot.radius < tip_y - spot.y < spot.radius + LINE * len(spot.label)
            assert not (below and abs(tip_x - spot.x) < half), (arrow.edge.holder.key, spot.node.key)


@pytest.mark.parametrize("path", ["/network", "/timeline"])
def test_all_choices_can_be_shown(store: Store, path: str) -> None:
    names = [f"Envoy{nth}" for nth in range(16)]
    document = make_document(" ".join(f"“Peace,” said {name}, who asks Sundia to sign." for name in names))
    said = [
        make_quote(document, "Peace", nth=nth, speaker=name.lower(), source=name, said_on="2031-05-05")
        for nth, name in enumerate(names)
    ]
    asked = [
        make_demand(document, "sign", nth=nth, holder=name.lower(), addressees=["sundia"])
        for nth, name in enumerate(names)
    ]
    actors = [make_actor(name) for name in (*names, "Sundia")]
    save_parse(store, make_parse(document, actors=actors, quotes=said, demands=asked))
    client = TestClient(create_app(store=store))
    few, whole = (client.get(path + query).text for query in ("", "?more=actor"))

    assert f'href="{path}?more=actor"' in few
    assert few.count('name="actor"') == MOST_CHOICES
    assert whole.count('name="actor"') >= len(names)
    assert 'name="more" value="actor"' in whole


def test_the_page_draws_what_the_table_says(client: TestClient) -> None:
    page = client.get("/network").text

    for holder, addressee in (("donald-trump", "russia"), ("ada-lund", "sundia")):
        assert page.count(f'href="/demands?holder={holder}&amp;addressee={addressee}"') == 3  # two pictures, one table
    assert 'aria-label="Donald Trump asks Russia: 1 position"' in page
    assert "4 other stated positions name nobody" in page
    assert ">2 positions that name whom they ask<" in page


def test_an_edge_leads_to_as_many_positions_as_it_says(client: TestClient) -> None:
    page = client.get("/demands?holder=donald-trump&addressee=russia").text

    assert ">1 stated position<" in page


@pytest.mark.parametrize(
    ("query", "edges"),
    [
        ("?actor=russia", ["donald-trump"]),
        ("?topic=territory", ["donald-trump"]),
        ("?document=summit", ["ada-lund"]),
        ("?kind=refusal", []),
        ("?actor=kurt-weiss", []),
    ],
)
def test_filter(client: TestClient, query: str, edges: list[str]) -> None:
    answer = client.get(f"/network{query}", headers=HTMX)

    assert [key for key in ("donald-trump", "ada-lund") if f"holder={key}&amp;addressee=" in answer.text] == edges
    assert answer.headers["hx-push-url"] == f"/network{query}"
    if not edges:
        assert "No stated position names whom it asks" in answer.text


def test_filters_go_along_to_the_list(client: TestClient) -> None:
    page = client.get("/network?topic=territory&actor=russia").text

    assert "/demands?holder=donald-trump&amp;addressee=russia&amp;topic=territory" in page
