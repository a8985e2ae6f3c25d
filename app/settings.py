"""Settings, from the environment (DEMARCHE_…) or a .env file; the defaults are right for one person's own machine."""

from functools import cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """`store` is the SQLite file, `seeds` the folder that is ingested at start; both relative to the working directory."""

    model_config = SettingsConfigDict(env_prefix="DEMARCHE_", env_file=".env", extra="ignore")

    store: Path = Path("data/demarche.db")
    seeds: Path = Path("seeds")
    host: str = Field(default="127.0.0.1", min_length=1)
    port: int = Field(default=8000, ge=0, le=65535)


@cache
def get_settings() -> Settings:
    return Settings()
