"""/outcomes and /outcomes/{key}."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.pages.answering import Page
from app.pages.lists import ListView, render_list
from app.pages.records import render_record
from app.pages.wanted import Store, ask
from app.store.queries.filters import OutcomeFilter
from app.store.queries.outcome_page import fetch_outcomes

router = APIRouter(route_class=Page)
VIEW = ListView("outcomes", "outcome", "outcomes", "Outcomes")


@router.get("/outcomes")
def index(request: Request, connection: Store) -> Response:
    asked = ask(OutcomeFilter, request)
    return render_list(request, VIEW, fetch_outcomes(connection, asked.filter), asked)


@router.get("/outcomes/{key}")
def show(request: Request, connection: Store, key: str) -> Response:
    return render_record(request, connection, "outcome", key)
