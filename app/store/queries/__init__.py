"""What pages and interfaces ask of the store: filters in, frozen page values out."""

from sqlalchemy import Connection

__all__ = ["Connection"]
