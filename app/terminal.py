"""What every command needs: the settings, and a voice."""

import sys
from typing import TYPE_CHECKING

from app.records import DemarcheError

if TYPE_CHECKING:
    from app.settings import Settings


class SettingsError(DemarcheError):
    """A setting in the environment or in .env has a value that cannot be used."""


def load_settings() -> "Settings":
    from pydantic import ValidationError

    from app.settings import get_settings

    try:
        return get_settings()
    except ValidationError as error:
        wrong = [
            f"DEMARCHE_{fault['loc'][0]}".upper() + f": {fault['input']!r} cannot be used ({fault['msg']})"
            for fault in error.errors()
        ]
        raise SettingsError(f"{'; '.join(wrong)}; mend or leave out what the environment or .env says") from error


def tell(message: str) -> None:
    """One line on standard error, whatever the message holds."""
    print(" ".join(message.split()), file=sys.stderr, flush=True)
