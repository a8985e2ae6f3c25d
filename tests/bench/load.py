"""How fast parses go into a store: `make bench-load DOCUMENTS=10000`, of the made-up archive."""

import argparse
import resource
import tempfile
import time
from pathlib import Path

from app.ingest import ingest_paths
from app.settings import Settings
from tests.bench.archive import Writer, write_lines


def measure(what: str, folder: Path, paths: list[Path], documents: int, records: int) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    report = ingest_paths(paths, Settings(store=folder / "store.db"), progress=False)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    assert not report.failed, report.failed[:3]
    assert report.added + report.replaced + report.unchanged == documents
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    size = (folder / "store.db").stat().st_size / 1e6
    print(
        f"{what:10} {documents:8,} documents {records:10,} records {wall:7.1f} s {cpu:7.1f} s of processor"
        f" {records / wall:8,.0f} records/s ({records / cpu:,.0f} per s of processor), {memory} MB of memory, {size:,.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--parts", type=int, default=4)
    parser.add_argument("--folder", type=Path, help="keep the file and the store here")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary)
        folder.mkdir(exist_ok=True)
        writer, step = Writer(), asked.documents // asked.parts
        parts = [folder / f"part-{nth}.jsonl" for nth in range(asked.parts)]
        records = [write_lines(writer, part, range(nth * step, (nth + 1) * step)) for nth, part in enumerate(parts)]
        for part, held in zip(parts, records, strict=True):
            measure("added", folder, [part], step, held)
        measure("unchanged", folder, parts, step * asked.parts, sum(records))


if __name__ == "__main__":
    main()
