"""How long the journal's page takes to open when the journal has a million entries."""

import os
import statistics
import subprocess
import time

from bench_measuring import Server, Writer

PAGES = {
    "newest": "/journal",
    "older, from the middle": "/journal?after={middle}",
    "one person": "/journal?who=quantri",
    "the program itself": "/journal?who=.program",
    "one agency": "/journal?agency=BD-SNV",
    "a frequent action": "/journal?action=finding.closed",
    "a rare action": "/journal?action=year.changed",
    "one record's whole history": "/journal?kind=finding&record=12",
    "three days, long ago": "/journal?from=10/03/2021&until=12/03/2021",
    "person, agency and action": "/journal?who=quantri&agency=BD-SNV&action=target.accepted",
    "one entry": "/journal/{middle}",
}


def journal_pages(program, folder, entries, times):
    """Milliseconds of each page, by a person who has signed in, to the last byte."""
    database = os.path.join(folder, "journal.sqlite")
    start = time.perf_counter()
    subprocess.run(
        [program, "bench", "fill-journal", "--database", database, "--entries", str(entries)],
        check=True, capture_output=True)
    filled = time.perf_counter() - start
    said = subprocess.run(
        [program, "user", "reset-password", "quantri", "--database", database],
        check=True, capture_output=True, text=True).stdout
    password = next(line.rsplit(" ", 1)[1] for line in said.splitlines() if "One-time" in line)
    found = {}
    options = ["--no-worker", "--no-rate-limits", "--database", database, "--port", "0"]
    with Server(program, "serve", *options) as server:
        person = Writer(server, password)
        for name, path in PAGES.items():
            path = path.format(middle=entries // 2)
            taken = [get(person, path) for _ in range(times + 1)][1:]
            found[name] = {
                "median": statistics.median(taken), "most": max(taken)}
        memory = server.memory()
    start = time.perf_counter()
    subprocess.run([program, "journal", "verify", "--database", database], check=True, capture_output=True)
    verified = time.perf_counter() - start
    return {
        "entries": entries, "pages": found, "memory": memory, "filled": filled, "verified": verified,
        "times": times}


def get(person, path):
    start = time.perf_counter()
    person.connection.request("GET", path, headers={"Cookie": person.cookie})
    response = person.connection.getresponse()
    page = response.read()
    if response.status != 200 or b'<ol class="entries">' not in page:
        raise RuntimeError(f"{path} answered {response.status} and no journal")
    return (time.perf_counter() - start) * 1000


def report(found):
    """The figures as a section of docs/performance.md."""
    lines = [
        "## The journal's page",
        "",
        f"A journal of {found['entries']:,} entries, filled as actions fill it ({found['filled']:.0f} s). Each page is "
        f"asked for {found['times']} times by a person who has signed in, and is the first page of what the filter "
        f"finds: 30 entries with what they changed. `caicach journal verify` reads and recomputes all of it in "
        f"{found['verified']:.1f} s.",
        "",
        "| Page | Median | Slowest |",
        "| --- | --- | --- |",
    ]
    lines += [f"| {name} | {page['median']:.1f} ms | {page['most']:.1f} ms |" for name, page in found["pages"].items()]
    return "\n".join(lines)
