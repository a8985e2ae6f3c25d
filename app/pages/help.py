"""/help: what each kind of record means, how it is found, how well, what cannot be found, and a glossary."""

from collections.abc import Iterable
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.pages.figures import read_figures
from app.pages.render import render
from app.parsing.rules import RULES, Rule

router = APIRouter()
# The first part of a rule's name, under the record that it finds, and what its rules look for.
KINDS = {
    "quotes": {"quote": "Quotes"},
    "demands": {"demand": "Demands", "goal": "Goals", "refusal": "Refusals"},
    "outcomes": {
        "promise": "Promises",
        "threat": "Threats",
        "schedule": "Schedules and plans",
        "prediction": "Predictions",
        "event": "What happened",
        "lapse": "What came to nothing",
    },
}


@dataclass(frozen=True, slots=True)
class RuleGroup:
    title: str
    rules: tuple[Rule, ...]


@router.get("/help")
async def show(request: Request) -> Response:
    groups = {record: group_rules(titles, RULES.values()) for record, titles in KINDS.items()}
    return render(request, "help/show.html", groups, canonical="/help", figures=read_figures())


def group_rules(titles: dict[str, str], rules: Iterable[Rule]) -> tuple[RuleGroup, ...]:
    """The rules whose names begin with the key of a title, in its order; a title without any is left out."""
    listed = tuple(rules)
    found = {
        title: tuple(rule for rule in listed if rule.name.split(".")[0] == prefix) for prefix, title in titles.items()
    }
    return tuple(RuleGroup(title, each) for title, each in found.items() if each)
