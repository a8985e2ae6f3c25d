"""Our pages beside Datasette's, at a newsroom's size: `make bench-web QUOTES=1000000`.

Both servers run on this machine over the same records, one process each, and are asked in turns (A B, B A, A B, …) on
one connection that is kept open; then on eight at once. What an answer must hold is looked up in it, every time.
"""

import argparse
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.bench.web.loading import measure_while_loading
from tests.bench.web.measure import Client, Times, measure_again, measure_alone, measure_bytes, measure_loaded
from tests.bench.web.questions import Archive
from tests.bench.web.scenarios import OWN, SCENARIOS, Scenario, make_scenario
from tests.bench.web.servers import Server, datasette, demarche, make_environment
from tests.bench.web.stores import Stores, make_stores
from tests.bench.web.tables import (
    print_again,
    print_growth,
    print_head,
    print_loading,
    print_machine,
    print_row,
    print_servers,
)

AGAIN = ("speaker", "heavy-facets", "compare", "record")  # pages that are asked for again
TIMES_AGAIN = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotes", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path("build/bench-web"), help="where stores are kept")
    parser.add_argument("--pages", default=",".join((*SCENARIOS, *OWN)), help="a comma between names")
    parser.add_argument("--seconds", type=float, default=10.0, help="most for a server under load, for each scenario")
    parser.add_argument("--alone", action="store_true", help="without Datasette")
    asked = parser.parse_args()
    stores = make_stores(asked.folder, asked.quotes)
    environment = None if asked.alone else make_environment(asked.folder / "datasette-env")
    with stores.open() as raw:
        archive = Archive(raw)
        print_machine(archive.quotes, stores)
        compare(stores, archive, environment, asked.pages.split(","), asked.seconds)
    print_growth(stores)


def compare(stores: Stores, archive: Archive, environment: Path | None, names: Sequence[str], seconds: float) -> None:
    with ExitStack() as stack:
        servers = [stack.enter_context(demarche(stores.ours))]
        if environment:
            servers.append(stack.enter_context(datasette(stores, environment)))
        print_head(servers)
        made = {name: make_scenario(archive, name) for name in names}
        for scenario in made.values():
            run(scenario, servers, seconds)
        repeated = [made[name] for name in AGAIN if name in made]
        if repeated:
            print_again(servers, [ask_again(scenario, servers) for scenario in repeated])
        print_servers(servers)
    if "speaker" in made:
        print_loading(measure_while_loading(stores, made["speaker"].ours))


def run(scenario: Scenario, servers: Sequence[Server], seconds: float) -> None:
    asked = [pages for pages in (scenario.ours, scenario.theirs) if pages][: len(servers)]
    clients = [Client(server) for server in servers[: len(asked)]]
    times = [Times() for _ in asked]
    for nth in range(scenario.turns):
        order = range(len(asked)) if nth % 2 == 0 else reversed(range(len(asked)))
        for which in order:
            turn = asked[which][nth * scenario.each : (nth + 1) * scenario.each]
            measure_alone(clients[which], turn, times[which])
    rest = scenario.turns * scenario.each
    for client, pages, each in zip(clients, asked, times, strict=True):
        measure_bytes(client, pages[0], each)
        if pages[rest:]:
            measure_loaded(client.server, pages[rest:], each, seconds)
    print_row(scenario, times)


def ask_again(scenario: Scenario, servers: Sequence[Server]) -> tuple[Scenario, list[tuple[list[float], list[float]]]]:
    pages = [scenario.ours[0], *scenario.theirs[:1]]
    return scenario, [
        measure_again(Client(server), page, TIMES_AGAIN) for server, page in zip(servers, pages, strict=False)
    ]


if __name__ == "__main__":
    main()
