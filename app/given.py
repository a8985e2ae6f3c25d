"""What the command line is given: paths, and documents from files and from standard input."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from app.records import DemarcheError
from app.terminal import tell

if TYPE_CHECKING:
    from app.records import Document


def name_path(given: str) -> Path:
    """A path of the command line; what is left empty, perhaps by a variable that is not set, is not the folder here."""
    if not given:
        raise typer.BadParameter("an empty name; name a file or a folder")
    return Path(given)


def read_each(files: Iterable[str], names: "deque[str]", failures: list[str]) -> "Iterator[Document]":
    """The documents, read as they are asked for, their names added to `names`; what cannot be read is told at once."""
    for name, read in given_documents(files):
        try:
            document = read()
        except DemarcheError as error:
            failures.append(str(error))
        except Exception as error:  # a fault of ours in one document must not cost the others
            failures.append(f"{name}: reading it failed, a fault of Demarche ({type(error).__name__}: {error})")
        else:
            names.append(name)
            yield document
            continue
        tell(failures[-1])


def given_documents(files: Iterable[str]) -> Iterator[tuple[str, Callable[[], "Document"]]]:
    """For each document its name and how to read it, in the order given; standard input is read line by line."""
    from app.reading import read_document

    for file in files:
        if file != "-":
            yield file, partial(read_document, Path(file))
            continue
        for number, line in enumerate(sys.stdin.buffer, start=1):
            if line.strip():
                name = f"standard input, line {number}"
                yield name, partial(read_given, line, name)


def read_given(line: bytes, name: str) -> "Document":
    from app.contract import LineError, read_line
    from app.reading import ReadingError, document_from_text

    try:
        return document_from_text(**read_line(line))
    except LineError as error:
        raise LineError(f"{name} {error}") from error
    except ReadingError as error:
        raise ReadingError(f"{name}: {error}") from error
