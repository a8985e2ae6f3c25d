"""Citations: every record, article, actor and view in four formats, each escaped in its own way."""

import json
import re
from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from app.pages.citing import FORMATS, Citation, escape_markdown, escape_tex, quoted, write_bibtex

ARTICLE = Citation(
    key="abcdefghij",
    title="Water & fire: 100% of {nothing}",
    site="http://testserver",
    address="/demands/abcdefghij",
    read_on=date(2032, 1, 2),
    publisher="The Norrland Courier",
    published_on=date(2031, 5, 6),
    who="Ada Lund (demand of Sundia)",
    words="open the *gates* <b>now</b> for $5_000",
)
WRITTEN = {
    "text": "Ada Lund (demand of Sundia): “open the *gates* <b>now</b> for $5_000”. In: “Water & fire: 100% of {nothing}”, "
    "The Norrland Courier, 6 May 2031. http://testserver/demands/abcdefghij. Read on 2 January 2032.",
    "markdown": r"Ada Lund (demand of Sundia): “open the \*gates\* \<b\>now\</b\> for \$5\_000”. In: [“Water \& fire: 100% "
    "of {nothing}”](<http://testserver/demands/abcdefghij>), *The Norrland Courier*, 6 May 2031. Read on 2 January 2032.",
    "bibtex": r"""@misc{demarche-abcdefghij,
  title = {{Water \& fire: 100\% of \textbraceleft{}nothing\textbraceright{}}},
  howpublished = {The Norrland Courier},
  year = {2031},
  month = may,
  date = {2031-05-06},
  note = {Ada Lund (demand of Sundia): “open the *gates* <b>now</b> for \$5\_000”},
  url = {http://testserver/demands/abcdefghij},
  urldate = {2032-01-02}
}
""",
}


@pytest.mark.parametrize("name", WRITTEN)
def test_format(name: str) -> None:
    assert FORMATS[name].write(ARTICLE) == WRITTEN[name]


def test_csl_json() -> None:
    assert json.loads(FORMATS["csl-json"].write(ARTICLE)) == [
        {
            "id": "demarche-abcdefghij",
            "type": "article-newspaper",
            "title": "Water & fire: 100% of {nothing}",
            "container-title": "The Norrland Courier",
            "issued": {"date-parts": [[2031, 5, 6]]},
            "accessed": {"date-parts": [[2032, 1, 2]]},
            "URL": "http://testserver/demands/abcdefghij",
            "note": "Ada Lund (demand of Sundia): “open the *gates* <b>now</b> for $5_000”",
        }
    ]


@pytest.mark.parametrize("words", ["}", "{", "\\", "a } b { c", "\\}", "50% & $1 #2 _x_ ~ ^"])
def test_no_words_end_a_field_of_bibtex_early(words: str) -> None:
    escaped = escape_tex(words)

    assert escaped.count("{") == escaped.count("}")
    assert not re.search(r"(?<!\\)[&%$#_~^]", escaped)
    depth = 0
    for sign in write_bibtex(Citation("k", words, "http://x", "/y", date(2032, 1, 2)))[:-2]:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 1 or sign in "@misc"


@pytest.mark.parametrize("words", ["*a*", "[a](b)", "<b>", "`x`", "a_b_c", "a\\", "x | y", "# no"])
def test_markdown_has_no_sign_left_that_means_something(words: str) -> None:
    assert not re.search(r"(?<!\\)[*_`<>\[\]|#]", escape_markdown(words).replace(r"\\", ""))


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Water and fire", "“Water and fire”"),
        ("“By meeting Putin…”", "“By meeting Putin…”"),
        ("“No”: a morning", "“‘No’: a morning”"),
        ("“No” and “yes”", "“‘No’ and ‘yes’”"),
    ],
)
def test_title_in_marks(title: str, shown: str) -> None:
    assert quoted(title) == shown


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("folder", ["quotes", "demands", "outcomes"])
def test_a_record_is_cited_as_its_page_says(
    client: TestClient, first_key: Callable[[str], str], folder: str, format: str
) -> None:
    key = first_key(folder)
    answer = client.get(f"/{folder}/{key}/cite?format={format}")

    assert answer.status_code == 200
    assert f"http://testserver/{folder}/{key}" in answer.text
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="demarche-{key}.')
    assert f'href="/{folder}/{key}/cite?format={format}"' in client.get(f"/{folder}/{key}").text


VIEWS = [
    ("/quotes?speaker=ada-lund&kind=direct", "Quotes (Speaker: Ada Lund; Kind: quoted)"),
    ("/demands", "Demands"),
    ("/outcomes?status=occurred", "Outcomes (Status: happened)"),
    ("/actors?kind=country", "Actors (Kind: country)"),
    ("/documents", "Articles"),
    ("/timeline?clock=said", "Timeline (Kind of date: said)"),
    ("/network?actor=russia", "Who asks whom (Actor: Russia)"),
    ("/compare?actor=donald-trump&actor=russia", "What Donald Trump and Russia want"),
]


@pytest.mark.parametrize(("path", "title"), VIEWS)
def test_a_view_is_cited_with_its_whole_state(client: TestClient, path: str, title: str) -> None:
    page = client.get(path).text
    address = re.findall(r'href="(/cite/[^"]+format=csl-json)"', page)[0].replace("&amp;", "&")
    found = json.loads(client.get(address).text)[0]

    assert (found["title"], found["type"]) == (title, "webpage")
    cited, asked = urlsplit(found["URL"]), urlsplit(path)
    assert (cited.path, parse_qs(cited.query)) == (asked.path, parse_qs(asked.query))


@pytest.mark.parametrize("path", ["/actors/vladimir-putin", "/documents/bridge-talks", "/documents/summit"])
def test_a_thing_is_cited(client: TestClient, path: str) -> None:
    found = json.loads(client.get(f"{path}/cite?format=csl-json").text)[0]

    assert found["URL"] == f"http://testserver{path}"
    assert f'href="{path}/cite?format=bibtex"' in client.get(path).text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/quotes/aaaaaaaaaa/cite", 404),
        ("/nothing/aaaaaaaaaa/cite", 404),
        ("/cite/nothing", 404),
        ("/cite/quotes?format=word", 400),
        ("/actors/russia/cite?format=%3Cscript%3E", 400),
        ("/cite/timeline?from=yesterday&format=bibtex", 200),
        ("/cite/compare?actor=nobody&format=text", 200),
    ],
)
def test_bad_address(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)

    assert answer.status_code == status
    assert "<script>" not in answer.text


def test_a_quote_is_a_quotation_of_schema_org(client: TestClient) -> None:
    address = re.findall(r'href="(/quotes/[a-z2-7]{10})"', client.get("/quotes?speaker=vladimir-putin").text)[0]
    block = re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get(address).text)

    assert "<b>" not in block[0]
    assert json.loads(block[0]) == {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "text": "The bridge is <b>ours</b>",
        "description": "In the speaker’s own words.",
        "spokenByCharacter": {
            "@type": "Person",
            "name": "Vladimir Putin",
            "url": "http://testserver/actors/vladimir-putin",
        },
        "dateCreated": "2031-08-14",
        "inLanguage": "en",
        "url": f"http://testserver{address}",
        "isPartOf": {
            "@type": "NewsArticle",
            "headline": json.loads(block[0])["isPartOf"]["headline"],
            "url": "http://testserver/documents/bridge-talks",
            "datePublished": "2031-08-15",
        },
    }
