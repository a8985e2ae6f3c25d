"""On whom an outcome falls: the actors in its words other than those who do it."""

from __future__ import annotations

from app.parsing.outcomes.drafts import Draft
from app.parsing.outcomes.scene import Scene
from app.parsing.predicates import is_verbal
from app.parsing.tokens import Token
from app.records import ActorKind, Passage

TOWARDS = frozenset({"on", "against", "to", "with", "from", "at", "for", "upon", "of", "between", "by"})


def find_affected(scene: Scene, draft: Draft, passage: Passage) -> tuple[str, ...]:
    """Actors named or meant by the objects of the verb, by what hangs on them with "on", "against", "to", or by an adjective."""
    found: list[str] = [key for key in _addressed(scene, draft) if key not in draft.actors]
    for token in scene.article.tokens(passage.start, passage.end):
        if token.idx < draft.verb.idx and draft.subject is None:
            continue
        for key in _meant(scene, token):
            if key not in draft.actors and key not in found and not _own_body(scene, key, draft.actors):
                found.append(key)
    return tuple(found[:3])


def _addressed(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """ "threatened India with tariffs", "promised Egypt 40 ships": whoever is the verb's object before the thing."""
    if draft.cue is None or not is_verbal(draft.cue):
        return ()
    before = (
        child
        for child in draft.cue.children
        if child.dep_ in ("dobj", "dative") and draft.cue.i < child.i < draft.verb.i
    )
    return tuple(key for child in before for key in scene.cast.resolve(child))


def _meant(scene: Scene, token: Token) -> tuple[str, ...]:
    if token.pos_ == "PRON" and token.dep_ in ("dobj", "dative", "pobj"):
        return scene.cast.resolve(token)
    if key := scene.cast.named_at(token):
        figure = scene.cast.figures[key]
        towards = token.dep_ in ("dobj", "dative", "poss", "conj", "appos", "nsubjpass", "nsubj") or (
            token.dep_ == "pobj" and token.head.lower_ in TOWARDS
        )
        return (
            (key,)
            if towards or (figure.kind is ActorKind.COUNTRY and token.dep_ in ("compound", "amod", "nmod"))
            else ()
        )
    if token.dep_ in ("amod", "compound", "nmod") and token.text[0].isupper():
        country = scene.cast.country_of(token.head)
        return (country,) if country else ()
    return ()


def _own_body(scene: Scene, key: str, actors: tuple[str, ...]) -> bool:
    """The doer's own state or its own people are not whom it falls on."""
    side = scene.cast.side_of(key)
    return any(
        key == scene.cast.side_of(actor) or side == actor or (side and side == scene.cast.side_of(actor))
        for actor in actors
    )
