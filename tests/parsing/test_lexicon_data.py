"""The word lists that name countries, actors and given names agree with themselves and with each other."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from app import parsing
from app.records import ActorKind, slug

LEXICON = Path(parsing.__file__).parent / "lexicon"
COUNTRY_KEYS = {"name", "also", "demonyms", "people", "seats", "offices", "ambiguous"}
ACTOR_KEYS = {"name", "names", "shared", "kind", "side", "gender", "seats", "wikidata"}


def read_lexicon(name: str) -> dict[str, Any]:
    return tomllib.loads((LEXICON / f"{name}.toml").read_text(encoding="utf-8"))


COUNTRIES: list[dict[str, Any]] = read_lexicon("countries")["country"]
NOT_COUNTRIES: list[str] = read_lexicon("countries")["not_countries"]
ACTORS: list[dict[str, Any]] = read_lexicon("known_actors")["actor"]
FIRST_NAMES: dict[str, list[str]] = read_lexicon("first_names")


def country_forms(country: dict[str, Any]) -> list[str]:
    """Every form of a country: its names, its adjectives, its people, its seats (some forms are of two sorts)."""
    lists = (country.get(key, []) for key in ("also", "demonyms", "people", "seats", "offices"))
    return [country["name"], *(form for forms in lists for form in forms)]


def actor_forms(actor: dict[str, Any]) -> list[str]:
    return [actor["name"], *actor.get("names", []), *actor.get("seats", [])]


def shared_forms(forms_by_owner: Iterable[tuple[str, list[str]]]) -> dict[str, set[str]]:
    """The forms, whatever their capitals, that more than one owner has."""
    owners = defaultdict(set)
    for owner, forms in forms_by_owner:
        for form in forms:
            owners[form.casefold()].add(owner)
    return {form: names for form, names in owners.items() if len(names) > 1}


def test_no_form_belongs_to_two_countries() -> None:
    assert shared_forms((country["name"], country_forms(country)) for country in COUNTRIES) == {}


def test_no_form_belongs_to_two_actors() -> None:
    assert shared_forms((actor["name"], actor_forms(actor)) for actor in ACTORS) == {}


def test_no_actor_has_the_form_of_a_country() -> None:
    countries = {form.casefold() for country in COUNTRIES for form in country_forms(country)}
    assert [form for actor in ACTORS for form in actor_forms(actor) if form.casefold() in countries] == []


def test_what_is_no_country_is_not_listed_elsewhere() -> None:
    listed = {form for country in COUNTRIES for form in country_forms(country)}
    listed |= {form for actor in ACTORS for form in actor_forms(actor)}
    assert listed & set(NOT_COUNTRIES) == set()


def test_what_is_no_country_contains_the_form_of_one() -> None:
    forms = {form for country in COUNTRIES for form in country_forms(country)}
    assert [
        name for name in NOT_COUNTRIES if not any(re.search(rf"\b{re.escape(form)}(?!\w)", name) for form in forms)
    ] == []


def test_keys_of_countries_and_actors_differ() -> None:
    names = [entry["name"] for entry in (*COUNTRIES, *ACTORS)]
    assert shared_forms((name, [slug(name)]) for name in names) == {}
    assert len(names) == len(set(names))


def test_an_entry_repeats_no_form_and_has_no_stray_space() -> None:
    for entry in (*COUNTRIES, *ACTORS):
        for forms in (forms for forms in entry.values() if isinstance(forms, list)):
            assert len(forms) == len(set(forms)), entry
            assert forms == [" ".join(form.split()) for form in forms], entry
        assert entry["name"] not in (*entry.get("also", []), *entry.get("names", [])), entry


def test_a_province_is_of_one_country_that_is_known() -> None:
    regions = read_lexicon("countries")["regions"]
    assert set(regions) - {country["name"] for country in COUNTRIES} == {""}
    assert shared_forms(regions.items()) == {}


def test_a_country_has_known_keys() -> None:
    for country in COUNTRIES:
        assert set(country) <= COUNTRY_KEYS, country
        assert country.get("ambiguous", True) is True, country


def test_an_actor_is_well_formed() -> None:
    for actor in ACTORS:
        kind = ActorKind(actor["kind"])
        assert set(actor) <= ACTOR_KEYS, actor
        assert kind is not ActorKind.COUNTRY, actor
        assert actor.get("gender") in ({"female", "male"} if kind is ActorKind.PERSON else {None}), actor
        assert kind is ActorKind.ORGANIZATION or "seats" not in actor, actor
        assert re.fullmatch(r"Q[1-9]\d*", actor.get("wikidata", "Q1")), actor


def test_every_side_is_a_country_or_an_organization() -> None:
    sides = {country["name"] for country in COUNTRIES}
    sides |= {actor["name"] for actor in ACTORS if actor["kind"] == ActorKind.ORGANIZATION}
    assert [actor["name"] for actor in ACTORS if actor.get("side", "Russia") not in sides] == []
    assert [actor["name"] for actor in ACTORS if actor.get("side") == actor["name"]] == []


def test_wikidata_ids_are_given_once() -> None:
    ids = [actor["wikidata"] for actor in ACTORS if "wikidata" in actor]
    assert len(ids) == len(set(ids))


def test_first_names_carry_one_gender() -> None:
    assert set(FIRST_NAMES) == {"female", "male"}
    female, male = ({name.casefold() for name in FIRST_NAMES[gender]} for gender in ("female", "male"))
    assert female & male == set()
    assert len(female) == len(FIRST_NAMES["female"]) >= 900
    assert len(male) == len(FIRST_NAMES["male"]) >= 900


def test_first_names_agree_with_the_known_actors() -> None:
    genders = {name: gender for gender, names in FIRST_NAMES.items() for name in names}
    persons = [actor for actor in ACTORS if actor["kind"] == ActorKind.PERSON]
    # The family name comes first in these, and is somebody's given name elsewhere.
    family_name_first = {"China", "Taiwan", "South Korea", "North Korea"}
    western = [actor for actor in persons if actor.get("side") not in family_name_first]
    wrong = {
        actor["name"] for actor in western if genders.get(actor["name"].split()[0], actor["gender"]) != actor["gender"]
    }
    assert wrong == set()
