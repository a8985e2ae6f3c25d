"""What a parse costs, beside the analysis by spaCy that it contains: time of the processor, and memory."""

from __future__ import annotations

import re
import resource
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from time import process_time

import spacy
from spacy.language import Language

from app.parsing.article import cut_blocks, find_paragraphs
from app.parsing.model import MODEL, load_model
from app.parsing.pipeline import parse_document
from app.reading import read_document
from app.records import Document

ROUNDS = 3
BATCH = 64


def print_speed(paths: Sequence[Path]) -> None:
    """Words per second of processor time, best of ROUNDS, in turns; and the peak memory of a process that does only one."""
    documents = [read_document(path) for path in paths]
    words = sum(len(document.text.split()) for document in documents)
    alone = spacy.load(MODEL, exclude=["ner"])
    load_model()
    spent: dict[str, list[float]] = {"spaCy alone": [], "whole parse": []}
    for _ in range(ROUNDS):
        spent["spaCy alone"].append(time_it(lambda: analyse(alone, documents)))
        spent["whole parse"].append(time_it(lambda: parse_all(documents)))
    print(
        f"\nSpeed and memory, on {words} words in {len(documents)} articles; spaCy's is the same model, paragraph by paragraph"
    )
    best = {name: min(seconds) for name, seconds in spent.items()}
    for name, work in (("spaCy alone", peak_of_analysis), ("whole parse", peak_of_parse)):
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            peak = pool.submit(work, paths).result()
        speed = words / best[name]
        share = best["spaCy alone"] / best[name]
        print(f"  {name}  {speed:6,.0f} words per CPU second  {share:5.2f} of spaCy's speed  peak {peak:4.0f} MB")


def time_it(work: Callable[[], object]) -> float:
    before = process_time()
    work()
    return process_time() - before


def analyse(nlp: Language, documents: Sequence[Document]) -> None:
    """The blocks that a parse would analyse, in the same batches, with nothing of ours before or after."""
    for document in documents:
        edges = cut_blocks(document.text, find_paragraphs(document.text, document.body_start))
        blocks = [document.text[start:end] for start, end in pairwise(edges)]
        for _ in nlp.pipe(blocks, batch_size=BATCH):
            pass


def parse_all(documents: Sequence[Document]) -> None:
    for document in documents:
        parse_document(document)


def peak_of_analysis(paths: Sequence[Path]) -> float:
    analyse(spacy.load(MODEL, exclude=["ner"]), [read_document(path) for path in paths])
    return peak()


def peak_of_parse(paths: Sequence[Path]) -> float:
    parse_all([read_document(path) for path in paths])
    return peak()


def peak() -> float:
    """The most memory that this process has held, in megabytes. What `getrusage` says includes the parent's on Linux."""
    status = Path("/proc/self/status")
    if status.exists():
        held = re.search(r"^VmHWM:\s+(\d+) kB$", status.read_text(), re.MULTILINE)
        return int(held[1]) * 1024 / 1e6 if held else 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6  # bytes, on a Mac
