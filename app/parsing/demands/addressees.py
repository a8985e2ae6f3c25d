"""Who is asked to act: the actors whom a noun phrase names, and who “both sides” are."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from app.parsing.demands.holders import PLURAL_DETERMINERS, find_pair
from app.parsing.demands.scene import Scene
from app.parsing.lexicon import read_words
from app.parsing.tokens import Token
from app.records import ActorKind

SIDES = frozenset(
    {"side", "party", "government", "country", "power", "state", "capital", "army", "delegation", "neighbor",
     "neighbour", "force", "camp", "team", "nation", "faction", "leader", "president", "man", "woman", "premier"}
)  # fmt: skip
STATES = frozenset({"government", "country", "power", "state", "capital", "nation", "neighbor", "neighbour"})
GOVERNED = frozenset({"government", "country", "nation"})
HEADS = ("president", "prime", "chancellor", "king", "queen", "chairman", "premier", "leader", "general", "emir")
RULERS = frozenset({"government", "authority"})  # of whom one's own people ask something
SEATED = frozenset({"region", "republic", "kingdom", "province", "territory", "enclave", *RULERS})


def find_addressees(scene: Scene, token: Token, holders: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The actors who are to act, named by a noun phrase; `holders` are those who ask them."""
    keys = scene.cast.resolve_all(token)
    both = token.lower_ in PLURAL_DETERMINERS or any(child.lower_ in ("two", "both") for child in token.children)
    if both and not any(word.i in scene.cast.naming_of for word in (token, *token.conjuncts)):
        sides = token.lower_ == "both" or token.lemma_.lower() in SIDES
        two = find_two(scene, token.lemma_.lower(), holders) if sides else ()
        keys = find_pair(scene, token) or two or keys  # "urged the two men to stop"
    keys = tuple(dict.fromkeys((*keys, *find_seat(scene, token))))
    if not keys and token.lemma_.lower() in RULERS:
        own = ((scene.cast.side_of(key), key) for key in holders)
        keys = tuple(side for side, key in own if side is not None and side != key and is_state(scene, side))
    if not keys and token.tag_ == "PRP":
        return scene.asked_before(token)  # "asked the allies to pay … pressed them to"
    if keys:
        return keys
    key = scene.cast.claim(token) if token.lemma_.lower() not in read_words("names", "nobody") else None
    return (key,) if key else ()


def is_state(scene: Scene, key: str) -> bool:
    return scene.cast.figures[key].kind is ActorKind.COUNTRY


def find_seat(scene: Scene, token: Token) -> tuple[str, ...]:
    """“the breakaway region [of Abkhazia]”, also behind an "and": the name stands behind the noun."""
    for noun in (token, *token.conjuncts):
        if noun.lemma_.lower() in SEATED and noun.i >= token.i and noun.i not in scene.cast.naming_of:
            named = [place for child in noun.children if child.lower_ in ("of", "in") for place in child.children]
            return tuple(key for place in named for key in scene.cast.resolve(place))
    return ()


def find_two(scene: Scene, noun: str, holders: tuple[str, ...]) -> tuple[str, ...]:
    """The two whom the article names most, without those who ask: states or bodies, of “both leaders” leaders."""
    cast = scene.cast
    states = {naming.key for naming in cast.namings if is_state(scene, naming.key)}
    own = {side for key in holders if (side := cast.side_of(key))}
    alone = noun in GOVERNED and len(states - own) < 2  # one's own government may be one of both
    asking = {*holders, *(set() if alone else own)}
    people = noun in read_words("names", "leaders")

    def stands_for(key: str) -> str | None:
        figure = cast.figures[key]
        if people:
            leads = noun in ("man", "woman") or any(word in figure.role.casefold() for word in HEADS)
            return key if figure.kind is ActorKind.PERSON and leads and figure.named else None
        side = (cast.side_of(key) or key) if figure.kind is ActorKind.PERSON else key
        kind = cast.figures[side].kind
        bloc = kind is ActorKind.ORGANIZATION and (noun not in STATES or is_bloc(cast.figures[side].name))
        return side if cast.figures[side].named and (kind is ActorKind.COUNTRY or bloc) else None

    named: Counter[str] = Counter()
    by_sentence: dict[int, dict[str, None]] = {}
    for naming in cast.namings:
        key = stands_for(naming.key)
        if key is not None and key not in asking:
            named[key] += 1
            by_sentence.setdefault(scene.article.sentence_of[naming.start], {})[key] = None
    together = Counter(frozenset(pair) for keys in by_sentence.values() for pair in combinations(keys, 2))
    foremost = {key for key, _ in named.most_common(8)}
    pairs = combinations([key for key in named if key in foremost], 2)
    return max(pairs, key=lambda pair: (min(named[key] for key in pair), together[frozenset(pair)]), default=())


def is_bloc(name: str) -> bool:
    return not read_words("names", "blocs").isdisjoint(name.casefold().split())
