"""From a page value to an answer: one URL, one context, two renderings (the whole page, or the part that htmx asks
for)."""

from collections import ChainMap
from collections.abc import MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.pages import citing, marking, pieces, telling, timeline_picture, wording
from app.pages.assets import asset_url
from app.pages.editing import visitor_of
from app.pages.escaping import QuickTemplate

TEMPLATES = Path(__file__).parents[2] / "templates"
VARY = "HX-Request, HX-Target, HX-History-Restore-Request, Cookie"
FILTERS = {
    "label": wording.label,
    "parameter_label": wording.parameter_label,
    "stretch": wording.stretch,
    "tick": wording.tick,
    "origin": wording.origin,
    "order_label": wording.order_label,
    "long_date": wording.long_date,
    "short_date": wording.short_date,
    "counted": wording.count,
    "thousands": wording.thousands,
    "joined": wording.joined,
    "in_sentence": wording.in_sentence,
    "shortened": wording.shortened,
    "period_name": timeline_picture.name_period,
    "write_all": citing.write_all,
    "quotation": citing.describe_quotation,
    "changes": telling.tell_changes,
    "done": telling.tell_action,
    "subject_name": telling.tell_subject,
    "moment": wording.moment,
    "mark_passage": marking.mark_passage,
    "mark_terms": marking.mark_terms,
    "mark_records": marking.mark_records,
}
FUNCTIONS = (
    asset_url,
    citing.cite_record,
    citing.cite_document,
    citing.cite_actor,
    citing.cite_view,
    pieces.go,
    pieces.link_actor,
    pieces.link_actors,
    pieces.link_document,
    pieces.link_topics,
    pieces.tag_kind,
    pieces.tag_state,
    pieces.speak,
    pieces.speak_condition,
    pieces.speak_hits,
)


class PlainEnvironment(Environment):
    """Templates that share the environment's names: Jinja would lay a mapping of its own over them for each template,
    and look through all of them whenever one imports another."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return ChainMap(d, self.globals) if d else self.globals


@cache
def environment() -> Environment:
    """The templates' environment, made once: escaping everywhere, and an error for any name that was not passed."""
    made = PlainEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.template_class = QuickTemplate
    made.filters.update(FILTERS)
    for function in FUNCTIONS:
        made.globals[function.__name__] = function
    return made


def wants_fragment(request: Request) -> bool:
    """Whether htmx asks for a part to swap in, rather than for the whole page: that is what Back restores, and what a
    link needs that changes the form of a list together with it (its target is the `desk` that holds both), and a decision
    after which a whole page is shown anew (its target is `main`)."""
    return (
        request.headers.get("HX-Request") == "true"
        and request.headers.get("HX-Target") not in ("desk", "main")
        and request.headers.get("HX-History-Restore-Request", "false") != "true"
    )


def render(
    request: Request, template: str, page: Any, *, status: int = 200, fragment: str = "", pushed: str = "", **more: Any
) -> Response:
    """The page as HTML; `fragment` is the template of the part that htmx may ask for, `pushed` the canonical address
    of it.

    htmx leaves out answers with an error status, so a fragment is always sent with 200: what was wrong stands in it.
    """
    part = bool(fragment) and wants_fragment(request)
    given = {"path": request.url.path, "part": part, "site": str(request.base_url).rstrip("/")}
    given |= {"who": visitor_of(request)} | more
    body = environment().get_template(fragment if part else template).render(page=page, **given)
    headers = {"Vary": VARY, "Cache-Control": "no-cache"} | ({"HX-Push-Url": pushed} if part and pushed else {})
    return HTMLResponse(body, status_code=200 if part else status, headers=headers)
