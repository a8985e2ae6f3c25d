"""The web application: the store opened, routers joined, error pages and headers around them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from app.pages import (
    actors,
    assets,
    cite,
    compare,
    demands,
    documents,
    dossier,
    help,
    network,
    outcomes,
    overview,
    quotes,
    search,
    timeline,
)
from app.pages.errors import add_error_pages
from app.pages.headers import SecurityHeaders
from app.pages.page_cache import PageCache
from app.pages.render import environment
from app.settings import Settings, get_settings
from app.store.changes import Watch
from app.store.database import Store, open_store

PAGES = (
    overview,
    compare,
    demands,
    quotes,
    outcomes,
    dossier,
    actors,
    documents,
    network,
    timeline,
    search,
    cite,
    help,
    assets,
)


def create_app(settings: Settings | None = None, store: Store | None = None) -> FastAPI:
    """The application over an open store, or over the one that the settings name.

    Raises StoreError where there is none that can be read.
    """
    engine = store or open_store((settings or get_settings()).store)
    watch = Watch(engine)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        environment()
        yield
        watch.close()
        engine.dispose()

    app = FastAPI(title="Demarche", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.engine = engine
    for module in PAGES:
        app.include_router(module.router)
    add_error_pages(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=4)
    app.add_middleware(PageCache, watch=watch)
    app.add_middleware(SecurityHeaders)
    return app
