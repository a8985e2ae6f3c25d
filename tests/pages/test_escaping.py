"""Templates escape as MarkupSafe does, whatever a value is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup, escape

from app.pages.escaping import QuickTemplate, escape_piece
from app.records import Topic


class Marked:
    def __html__(self) -> str:
        return "<b>marked</b>"


class Other(str):
    """A string of another kind."""


VALUES = [
    "",
    "a & b",
    "<script>'\"",
    Markup("<b>ours</b>"),
    7,
    -1,
    True,
    None,
    1.5,
    Topic.TRADE,
    Marked(),
    Other("<i>"),
    ["<i>"],
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_is_escaped_as_by_markupsafe(value: object) -> None:
    assert escape_piece(value) == escape(value)


@given(st.text())
def test_any_text_is_escaped_as_by_markupsafe(text: str) -> None:
    assert escape_piece(text) == escape(text)


SOURCE = """{% macro tag(words) %}<b>{{ words }}</b>{{ caller() if caller }}{% endmacro %}{% set kept %}{{ given }}{% endset %}
{{ tag(given) }}{{ tag("x" ~ given) }}{% call tag(given) %}{{ given }}{% endcall %}{{ kept }}{{ kept ~ given }}
{% for each in [given, 1, kept] %}{{ each | upper }}{% endfor %}{% block part %}{{ given }}{% endblock %}{{ self.part() }}"""


@pytest.mark.parametrize("given", ["<i>&'\"", Markup("<i>"), 3])
def test_a_template_gives_what_jinja_alone_gives(given: object) -> None:
    quick, plain = Environment(autoescape=True), Environment(autoescape=True)
    quick.template_class = QuickTemplate

    assert quick.from_string(SOURCE).render(given=given) == plain.from_string(SOURCE).render(given=given)
