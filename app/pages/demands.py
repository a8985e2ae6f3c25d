"""/demands and /demands/{key}."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.pages.answering import Page
from app.pages.lists import ListView, render_list
from app.pages.records import render_record
from app.pages.wanted import Store, ask
from app.store.queries.demands import fetch_demands
from app.store.queries.filters import DemandFilter

router = APIRouter(route_class=Page)
VIEW = ListView("demands", "stated position", "stated positions", "Demands")


@router.get("/demands")
def index(request: Request, connection: Store) -> Response:
    asked = ask(DemandFilter, request)
    return render_list(request, VIEW, fetch_demands(connection, asked.filter), asked)


@router.get("/demands/{key}")
def show(request: Request, connection: Store, key: str) -> Response:
    return render_record(request, connection, "demand", key)
