"""/timeline: four clocks (said, published, happened, due), as a picture and as a table."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.pages.answering import Page
from app.pages.lists import ListView, render_list
from app.pages.timeline_picture import draw_tall, draw_wide
from app.pages.wanted import Store, ask
from app.store.queries.timeline import TimelineFilter
from app.store.queries.timeline_page import fetch_timeline

router = APIRouter(route_class=Page)
VIEW = ListView("timeline", "dated record", "dated records", "Timeline")


@router.get("/timeline")
def show(request: Request, connection: Store) -> Response:
    asked = ask(TimelineFilter, request)
    page = fetch_timeline(connection, asked.filter)
    drawings = {"wide": draw_wide, "tall": draw_tall}
    pictures = {name: draw(page.lanes, page.periods) for name, draw in drawings.items() if page.periods}
    return render_list(request, VIEW, page, asked, pictures=pictures)
