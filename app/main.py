"""The web application: the store opened, routers joined, error pages and headers around them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.adding.queue import Queue
from app.api import records
from app.api.asking import add_api_errors
from app.pages import (
    actor_edit,
    actors,
    adding,
    assets,
    cite,
    compare,
    correct,
    demands,
    documents,
    dossier,
    help,
    history,
    network,
    outcomes,
    overview,
    quotes,
    review,
    search,
    signing,
    timeline,
)
from app.pages.answering import make_threads
from app.pages.editing import Sessions, mark_of
from app.pages.errors import add_error_pages
from app.pages.guarding import Guard
from app.pages.headers import SecurityHeaders
from app.pages.packing import Packing
from app.pages.page_cache import PageCache
from app.pages.render import environment
from app.pages.signing import add_sign_in
from app.pages.standing import add_rejected_page
from app.settings import Settings, get_settings
from app.store.changes import Watch
from app.store.database import Store, open_store

PAGES = (
    correct,
    review,
    history,
    overview,
    compare,
    demands,
    quotes,
    outcomes,
    dossier,
    actor_edit,
    actors,
    adding,
    documents,
    network,
    timeline,
    search,
    cite,
    help,
    signing,
    records,
    assets,
)


def create_app(settings: Settings | None = None, store: Store | None = None) -> FastAPI:
    """The application over an open store, or over the one that the settings name; `settings.host` is the address at which
    it will be served, which decides whether the person at the machine may write.

    Raises StoreError where there is none that can be read.
    """
    settings = settings or get_settings()
    engine = store or open_store(settings.store)
    queue = Queue(engine, None if store else settings.store)
    watch = Watch(engine)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        environment()
        queue.wake()
        yield
        queue.close()
        app.state.threads.shutdown(wait=False, cancel_futures=True)
        watch.close()
        engine.dispose()

    app = FastAPI(
        title="Demarche",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        # Nobody is told what is asked for, whatever the environment says; else FastAPI would look with every request.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.engine, app.state.threads = engine, make_threads()
    app.state.queue = queue
    app.state.host = settings.host
    app.state.sessions = Sessions(None if store else settings.store)
    for module in PAGES:
        app.router.routes.extend(module.router.routes)  # included, they would be asked router by router
    add_error_pages(app)
    add_api_errors(app)
    add_sign_in(app)
    add_rejected_page(app)
    app.add_middleware(Guard)
    app.add_middleware(Packing, programs=records.router.prefix)
    app.add_middleware(PageCache, watch=watch, who=mark_of)
    app.add_middleware(SecurityHeaders)
    return app
