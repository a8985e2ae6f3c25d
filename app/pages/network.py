"""/network: who asks what of whom, as a picture and as a table."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.pages.answering import Page
from app.pages.lists import ListView, render_list
from app.pages.network_picture import draw_network
from app.pages.wanted import Store, ask
from app.store.queries.network import NetworkFilter, fetch_network

router = APIRouter(route_class=Page)
VIEW = ListView("network", "position that names whom it asks", "positions that name whom they ask", "Who asks whom")
# How many columns wide, for a desk and for a phone: the style sheet shows one of the two.
PICTURES = {"wide": 3, "tall": 1}


@router.get("/network")
def show(request: Request, connection: Store) -> Response:
    asked = ask(NetworkFilter, request)
    page = fetch_network(connection, asked.filter)
    pictures = {name: draw_network(page.nodes, page.edges, columns) for name, columns in PICTURES.items()}
    return render_list(request, VIEW, page, asked, pictures=pictures)
