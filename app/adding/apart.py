"""Reading a file that a stranger may have made: in a process of its own, with little time and memory.

A parser of PDF or HTML that is led astray costs that process, not the server. Where the system knows no limits
(Windows), the time is limited all the same.
"""

import sys
import threading
from multiprocessing import get_context
from multiprocessing.connection import Connection

from app.reading import ReadingError, document_from_bytes
from app.records import DemarcheError, Document

SECONDS = 30.0
CPU_SECONDS = 25
MEMORY_BYTES = 1_500_000_000
AT_ONCE = 2  # files that one server process has read at a time
WAIT_SECONDS = 60.0
reading = threading.BoundedSemaphore(AT_ONCE)


def read_apart(raw: bytes, file_name: str, seconds: float = SECONDS) -> Document:
    """As `document_from_bytes`, elsewhere. Raises ReadingError, also where it takes too long or too much memory."""
    if not reading.acquire(timeout=WAIT_SECONDS):
        raise ReadingError(f"{file_name}: other files are still being read; try again in a minute")
    try:
        return read_in_process(raw, file_name, seconds)
    finally:
        reading.release()


def read_in_process(raw: bytes, file_name: str, seconds: float) -> Document:
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=answer, args=(there, file_name), daemon=True)
    process.start()
    there.close()
    try:
        here.send_bytes(raw)
        read = here.recv() if here.poll(seconds) else None
    except (EOFError, OSError):
        read = None
    finally:
        here.close()
        process.kill()
        process.join()
    if isinstance(read, Document):
        return read
    raise ReadingError(read or f"{file_name}: takes too long or too much memory to read; paste the article's text")


def answer(there: Connection, file_name: str) -> None:
    """The other process: reads the bytes that it is sent, and sends the document, or why there is none."""
    set_limits()
    read: Document | str
    try:
        read = document_from_bytes(there.recv_bytes(), file_name)
    except DemarcheError as error:
        read = str(error)
    except MemoryError:
        read = f"{file_name}: takes too much memory to read; paste the article's text"
    except Exception as error:  # a fault of ours or of a library's in one file must have a plain answer
        read = f"{file_name}: reading it failed, a fault of Demarche ({type(error).__name__}); paste the article's text"
    there.send(read)


def set_limits() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
