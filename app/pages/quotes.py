"""/quotes and /quotes/{key}."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.pages.answering import Page
from app.pages.lists import ListView, render_list
from app.pages.records import render_record
from app.pages.wanted import Store, ask
from app.store.queries.filters import QuoteFilter
from app.store.queries.quotes import fetch_quotes

router = APIRouter(route_class=Page)
VIEW = ListView("quotes", "quote", "quotes", "Quotes")


@router.get("/quotes")
def index(request: Request, connection: Store) -> Response:
    asked = ask(QuoteFilter, request)
    return render_list(request, VIEW, fetch_quotes(connection, asked.filter), asked)


@router.get("/quotes/{key}")
def show(request: Request, connection: Store, key: str) -> Response:
    return render_record(request, connection, "quote", key)
