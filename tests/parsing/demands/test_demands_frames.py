"""The frames of the lexicon of demanding words, which need no language model."""

import pytest

from app.parsing.demands.frames import check_frame, inflect, read_frames
from app.parsing.lexicon import LexiconError


def test_inflects_regular_verbs() -> None:
    assert inflect("hope") == ("hopes", "hoped", "hoping")
    assert inflect("deny") == ("denies", "denied", "denying")
    assert inflect("press") == ("presses", "pressed", "pressing")


def test_the_longest_particle_is_tried_first() -> None:
    lengths = [len(frame.particles) for frame in read_frames().verbs["push"]]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ({"kind": "demand", "verbs": ["nag"], "takes": ["WHOM to GO"]}, "GO in 'WHOM to GO'"),
        ({"kind": "wish", "verbs": ["nag"], "takes": ["WHAT"]}, "needs words, takes, and a kind"),
        ({"kind": "demand", "takes": ["WHAT"]}, "the frame of nothing"),
        ({"kind": "demand", "verbs": ["nag"], "takes": ["WHAT"], "foo": 1}, "unknown foo"),
        ({"kind": "demand", "verbs": ["nag"], "takes": ["WHAT"], "never": "nothings"}, "names no list"),
    ],
)
def test_a_wrong_frame_is_named(frame: dict[str, object], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        check_frame(frame)
