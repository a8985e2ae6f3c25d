"""The files of static/ and htmx, each under a name that holds its hash, so that browsers may keep it for ever."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from gzip import compress
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from fastapi import APIRouter, HTTPException
from starlette.requests import Request
from starlette.responses import Response

from app.pages.negotiating import takes_gzip

STATIC = Path(__file__).parents[2] / "static"
# What goes with every page, and what with some kinds of page; each made of the files that it names.
STYLESHEETS = {
    "demarche": ("tokens", "frame", "filters", "records", "pages", "citing"),
    "front": ("front",),
    "compare": ("compare",),
    "outcomes": ("outcomes",),
    "reading": ("reading",),
    "pictures": ("pictures",),
    "help": ("help",),
    "writing": ("editing", "correcting"),
    "print": ("print",),
}
SCRIPTS = {"demarche": ("copy", "landing", "folding"), "reading": ("reading",), "writing": ("reviewing", "selecting")}
FOREVER = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Asset:
    """`name` is how templates ask for it, `file_name` how the browser does; `packed` is the body in gzip, as small as
    it gets, made once."""

    name: str
    file_name: str
    body: bytes
    packed: bytes
    media_type: str


@cache
def load_assets() -> dict[str, Asset]:
    """Every asset by its name: style sheets and scripts joined as they are asked for, the icon, htmx from its wheel."""
    htmx = (files("django_htmx") / "static/django_htmx/htmx-2.min.js").read_bytes()
    made = (
        *(
            make_asset(f"{name}.css", squeeze_styles(join("css", parts)), "text/css")
            for name, parts in STYLESHEETS.items()
        ),
        *(
            make_asset(f"{name}.js", squeeze_scripts(join("js", parts)), "text/javascript")
            for name, parts in SCRIPTS.items()
        ),
        make_asset("htmx.js", htmx, "text/javascript"),
        make_asset("icon.svg", (STATIC / "icon.svg").read_bytes(), "image/svg+xml"),
    )
    return {asset.name: asset for asset in made}


def join(kind: str, names: Iterable[str]) -> bytes:
    return b"\n".join((STATIC / kind / f"{name}.{kind}").read_bytes() for name in names)


def squeeze_scripts(scripts: bytes) -> bytes:
    """Scripts without the lines that are comments and without indents; no text in them may run over a line."""
    return re.sub(rb"^\s*(?://.*\n)*\s*", b"", scripts, flags=re.MULTILINE)


def squeeze_styles(styles: bytes) -> bytes:
    """Style sheets without comments and without the white space that parts their rules."""
    bare = re.sub(rb"\s*([{};])\s*", rb"\1", re.sub(rb"/\*.*?\*/", b"", styles, flags=re.DOTALL))
    return re.sub(rb"([:,]) (?=[^{}]*})", rb"\1", bare).replace(b";}", b"}").strip()


def make_asset(name: str, body: bytes, media_type: str) -> Asset:
    stem, _, ending = name.rpartition(".")
    return Asset(name, f"{stem}-{sha256(body).hexdigest()[:10]}.{ending}", body, compress(body, 9, mtime=0), media_type)


def asset_url(name: str) -> str:
    """The address of an asset; KeyError for a name that is none."""
    return f"/static/{load_assets()[name].file_name}"


@router.get("/static/{file_name}", include_in_schema=False)
async def show(request: Request, file_name: str) -> Response:
    packed = takes_gzip(request.headers.get("Accept-Encoding", ""))
    for asset in load_assets().values():
        if asset.file_name == file_name:
            headers = FOREVER | ({"Content-Encoding": "gzip"} if packed else {})
            return Response(asset.packed if packed else asset.body, media_type=asset.media_type, headers=headers)
    raise HTTPException(404, f"There is no file called {file_name[:60]}.")


@router.get("/favicon.ico", include_in_schema=False)
async def icon() -> Response:
    asset = load_assets()["icon.svg"]
    return Response(asset.body, media_type=asset.media_type)
