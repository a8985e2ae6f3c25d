"""What every test shares: settings that are the defaults whoever runs them, and the same examples on every machine."""

import os

import pytest
from hypothesis import settings

from app.settings import get_settings

# A slow or busy machine is no failure, and a run that passes here passes there.
settings.register_profile("demarche", deadline=None, derandomize=True)
settings.load_profile("demarche")


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("DEMARCHE_")]:
        monkeypatch.delenv(name)
    get_settings.cache_clear()
