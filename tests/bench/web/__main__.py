"""Our pages beside Datasette's, at a newsroom's size: `make bench-web QUOTES=1000000`.

Both servers run on this machine over the same records, one process each, and are asked in turns (A B, B A, A B, …) on
one connection that is kept open; then on eight at once. What an answer must hold is looked up in it, every time.
"""

import argparse
from contextlib import ExitStack
from pathlib import Path

from tests.bench.web.measure import CONNECTIONS, Client, Times, measure_alone, measure_loaded, percentile
from tests.bench.web.scenarios import SCENARIOS, Archive, Scenario, make_scenario
from tests.bench.web.servers import Server, datasette, demarche, make_environment
from tests.bench.web.stores import make_stores

ROUNDS, EACH = 6, 8


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotes", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path("build/bench-web"), help="where stores are kept")
    parser.add_argument("--pages", default=",".join(SCENARIOS), help="a comma between names")
    parser.add_argument("--seconds", type=float, default=10.0, help="most for a server under load, for each scenario")
    parser.add_argument("--alone", action="store_true", help="without Datasette")
    asked = parser.parse_args()
    stores = make_stores(asked.folder, asked.quotes)
    with ExitStack() as stack:
        raw = stack.enter_context(stores.open())
        archive = Archive(raw)
        servers = [stack.enter_context(demarche(stores.ours, "/help"))]
        if not asked.alone:
            environment = make_environment(asked.folder / "datasette-env")
            servers.append(stack.enter_context(datasette(stores, environment)))
        print_head(servers)
        for name in asked.pages.split(","):
            run(make_scenario(archive, name), servers, asked.seconds)
        for server in servers:
            print(
                f"{server.name}: first answer after {server.first_answer:,.0f} ms, {server.memory()} MB of memory at the end"
            )


def run(scenario: Scenario, servers: list[Server], seconds: float) -> None:
    clients = [Client(server) for server in servers]
    pages = [scenario.ours, scenario.theirs][: len(servers)]
    times = [Times() for _ in servers]
    for nth in range(ROUNDS):
        order = range(len(servers)) if nth % 2 == 0 else reversed(range(len(servers)))
        for which in order:
            measure_alone(clients[which], pages[which][nth * EACH : (nth + 1) * EACH], times[which])
    for which, server in enumerate(servers):
        measure_loaded(server, pages[which][ROUNDS * EACH :], times[which], seconds)
    print_row(scenario, times)


def print_head(servers: list[Server]) -> None:
    print(
        "| page | "
        + " | ".join(f"{server.name} p50 / p95 ms | {CONNECTIONS} at once | bytes, gzip" for server in servers)
        + " | ratio |"
    )
    print("|---|" + "--:|" * (3 * len(servers) + 1))


def print_row(scenario: Scenario, times: list[Times]) -> None:
    cells = [scenario.name]
    for each in times:
        loaded = f"{percentile(each.loaded, 50):.1f} / {percentile(each.loaded, 95):.1f}"
        cells += [f"{each.p50:.1f} / {each.p95:.1f}", loaded, f"{each.raw:,} / {each.gzipped:,}"]
    ratio = f"{times[1].p50 / times[0].p50:.1f}" if len(times) > 1 else "–"
    print("| " + " | ".join([*cells, ratio]) + " |", flush=True)


if __name__ == "__main__":
    main()
