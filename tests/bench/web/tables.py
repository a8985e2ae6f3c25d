"""What was measured, as tables of Markdown on standard output; the figures of each size are kept, to be compared."""

import json
import platform
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from os import cpu_count
from pathlib import Path

from tests.bench.web.loading import WhileLoading
from tests.bench.web.measure import CONNECTIONS, Times, percentile
from tests.bench.web.scenarios import Scenario
from tests.bench.web.servers import Server
from tests.bench.web.stores import Stores

measured: dict[str, float] = {}  # milliseconds (p50) of our pages by name


def print_machine(quotes: int, stores: Stores) -> None:
    found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    kind = found[1] if found else platform.processor()
    size = stores.ours.stat().st_size / 1e6
    print(f"{quotes:,} quotes, {size:,.0f} MB; {datetime.now(UTC):%d %B %Y}; {kind}, {cpu_count()} cores\n")


def print_head(servers: Sequence[Server]) -> None:
    columns = [f"{server.name} p50 / p95 ms | {CONNECTIONS} at once | bytes / gzip" for server in servers]
    print(f"| page | {' | '.join(columns)} | ratio |\n|---|{'--:|' * (3 * len(servers) + 1)}")


def print_row(scenario: Scenario, times: Sequence[Times]) -> None:
    measured[scenario.name] = times[0].p50
    cells = [scenario.about]
    for each in times:
        cells += [spread(each.alone), spread(each.loaded), f"{each.raw:,} / {each.gzipped:,}"]
    cells += [f"{times[1].p50 / times[0].p50:.1f}" if len(times) > 1 else ""]
    print(f"| {' | '.join(cells)} |", flush=True)


def spread(values: Sequence[float]) -> str:
    return f"{percentile(values, 50):.1f} / {percentile(values, 95):.1f}" if values else "–"


def print_again(
    servers: Sequence[Server], found: Sequence[tuple[Scenario, list[tuple[list[float], list[float]]]]]
) -> None:
    """Whole answers, and answers to a browser that has the page already (304), where the server gives any."""
    columns = [f"{server.name}, whole p50 / p95 ms | not changed" for server in servers]
    print(f"\n| asked for again | {' | '.join(columns)} | ratio, whole | ratio, not changed |")
    print(f"|---|{'--:|' * (2 * len(servers) + 2)}")
    for scenario, times in found:
        cells = [cell for whole, unchanged in times for cell in (spread(whole), spread(unchanged))]
        theirs = percentile(times[1][0], 50) if len(times) > 1 else float("nan")
        ratios = [f"{theirs / percentile(ours, 50):.0f}" if ours else "–" for ours in times[0]]
        print(f"| {scenario.about} | {' | '.join([*cells, *ratios])} |")


def print_servers(servers: Sequence[Server]) -> None:
    print("\n| | first answer after ms | memory at the end MB |\n|---|--:|--:|")
    for server in servers:
        print(f"| {server.name} | {server.first_answer:,.0f} | {server.memory()} |")


def print_loading(found: WhileLoading) -> None:
    print(f"\nA speaker's page, p50 / p95 ms: {spread(found.before)}; while 10,000 documents were loaded "
          f"({found.seconds:.0f} s): {spread(found.during)}, at most {max(found.during):.0f}")  # fmt: skip


def print_growth(stores: Stores) -> None:
    """Our pages' p50 in this store and, where it was measured, in smaller ones."""
    kept = stores.folder / "p50.json"
    before = json.loads(kept.read_text()) if kept.exists() else {}
    kept.write_text(json.dumps(before | measured))
    sizes = sorted(int(each.parent.name) for each in stores.folder.parent.glob("*/p50.json"))
    found = {size: json.loads((stores.folder.parent / str(size) / "p50.json").read_text()) for size in sizes}
    if len(sizes) < 2:
        return
    print(f"\n| page, p50 ms over quotes | {' | '.join(f'{size:,}' for size in sizes)} | growth |")
    print(f"|---|{'--:|' * (len(sizes) + 1)}")
    for name in measured:
        times = [found[size].get(name, float("nan")) for size in sizes]
        print(f"| {name} | {' | '.join(f'{each:.1f}' for each in times)} | {times[-1] / times[0]:.1f} |")
