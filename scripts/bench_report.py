"""Writes what was measured as docs/performance.md, each goal with whether it is met."""

import bench_documents
import bench_evidence
import bench_journal
import bench_scores

MEASURES = {
    "agency-tree": "the bodies themselves, which all standings share",
    "plan-issued": "agencies that issued their plan",
    "plan-completed": "agencies that completed their plan",
    "bodies-inspected": "bodies inspected by the province",
    "communes-inspected": "bodies inspected by their superior",
    "self-inspected": "agencies that inspected themselves",
    "findings-remedied": "findings remedied",
    "documents-in-order": "legal documents in due order",
}


def text(figures, pages):
    one, ten = figures["scales"][1], figures["scales"][10]
    parts = [
        head(figures, one, ten),
        goals(figures, one, ten, pages),
        kept(figures, pages),
        written(figures, pages),
        first(figures, pages),
        acknowledged(figures["acknowledged"]),
        standings(figures["standings"]),
        bench_journal.report(figures["journal"]),
        *features(figures),
        again(),
    ]
    return "\n\n".join(parts) + "\n"


def features(figures):
    reports = {
        "last minute": last_minute,
        "inbox": inbox,
        "progress": progress,
        "findings": findings,
        "law": law,
        "scores": bench_scores.report,
        "reader": reader,
        "documents": bench_documents.report,
        "evidence": bench_evidence.report,
    }
    return [report(figures[name]) for name, report in reports.items() if name in figures]


def with_features(page, figures):
    """The page that is there, its parts for features measured anew and dated."""
    start, *parts = page.rstrip().split("\n## ")
    kept = {part.split("\n", 1)[0]: part for part in parts}
    last = kept.pop("Measuring again", None)
    machine, (load, *_) = figures["machine"], figures["load"]
    for part in features(figures):
        heading, rest = part.removeprefix("## ").split("\n", 1)
        measured = (
            f"*Measured on {machine['date']}, {machine['cores']} cores, {machine['memory']} GB, "
            f"load {load:.1f} before.*")
        kept[heading] = f"{heading}\n\n{measured}\n{rest}"
    if last:
        kept["Measuring again"] = last
    return "\n## ".join([start, *(part.rstrip() + "\n" for part in kept.values())])


def inbox(found):
    def kept(name):
        return "met" if found[name] < 20 else "**missed**"

    return f"""## Inbox and task list

{found['tasks']:,} tasks in the workspace. {found['runs']} inboxes of bodies are opened one after the other, each with its
counts and the first rows of every box, at most {found['mostItems']} items; as many pages of the task list, fifty tasks and
the count above them, by eight filters in turn, each going on where the last page of its kind ended. Goal: 99% within
20 ms.

| | Median | 99% within | |
| --- | --- | --- | --- |
| inbox | {found['medianMilliseconds']:.1f} ms | {found['p99Milliseconds']:.1f} ms | {kept('p99Milliseconds')} |
| task list | {found['listMedianMilliseconds']:.1f} ms | {found['listP99Milliseconds']:.1f} ms | {kept('listP99Milliseconds')} |

The slowest filter by its median: {found['slowestList']}. The office's list of all that is late, its first 500:
{found['chaseMilliseconds']:.1f} ms. A search through all tasks for a word that none has: {found['searchMilliseconds']:.0f} ms."""


def progress(found):
    def kept(name, limit):
        return "met" if found[name] < limit else "**missed**"

    return f"""## Progress from a file

An XLSX file of {found['rows']:,} rows ({found['bytes'] // 1024:,} kB), from its bytes to the answer, on a SQLite file.

| | | Goal | |
| --- | --- | --- | --- |
| every mistake found ({found['problems']:,} in {found['rows']:,} rows) | {found['validatedMilliseconds'] / 1000:.2f} s | 3 s | {kept('validatedMilliseconds', 3000)} |
| the same file without mistakes, dry run | {found['checkedMilliseconds'] / 1000:.2f} s | 3 s | {kept('checkedMilliseconds', 3000)} |
| {found['applied']:,} reports recorded, with their journal entry | {found['appliedMilliseconds'] / 1000:.2f} s | 5 s | {kept('appliedMilliseconds', 5000)} |"""


def findings(found):
    kept = "met" if found["p99Milliseconds"] < 20 else "**missed**"
    return f"""## The register of findings

{found['findings']:,} findings in one year; {found['runs']} pages of the register are read one after the other with every
filter there is, each with its count. Goal: 99% within 20 ms, {kept}.

| | |
| --- | --- |
| median | {found['medianMilliseconds']:.1f} ms |
| 99% within | {found['p99Milliseconds']:.1f} ms |
| slowest | {found['slowestMilliseconds']:.1f} ms |
| found, due and closed of the whole year, once after each change | {found['figuresMilliseconds']:.1f} ms |"""


def law(found):
    first = next(iter(found.values()))
    rows = [
        ("search, median", "medianMilliseconds", "ms", None),
        ("search, 99% within", "p99Milliseconds", "ms", 50),
        ("status of all on a day", "statusMilliseconds", "ms", 1_000),
        ("one repeal with its alerts, the whole action", "alertMilliseconds", "ms", 50),
        ("metadata imported", "importedPerSecond", "rows/s", 1_000),
        ("texts taken into the search", "indexedPerSecond", "documents/s", 1_000),
    ]

    def cell(value, unit, goal):
        if goal is None:
            return f"{value:,} {unit}"
        is_met = value >= goal if unit.endswith("/s") else value <= goal
        return f"{value:,} {unit}, {'met' if is_met else '**missed**'}"

    lines = "\n".join(
        f"| {name} | {f'{goal:,} {unit}' if goal else ''} | "
        + " | ".join(cell(engine[key], unit, goal) for engine in found.values()) + " |"
        for name, key, unit, goal in rows)
    return f"""## A register of documents

{first['documents']:,} documents with texts of 3 kB and {first['relations']:,} relations; {first['runs']:,} searches by common and rare
words, parts of symbols and states. The repeal raises {first['alerts']:,} alerts. Metadata: 10,000 rows within 10 s. The goal for
texts is set for SQLite alone.

| | Goal | {' | '.join(found)} |
| --- | --- |{' --- |' * len(found)}
{lines}"""


def head(figures, one, ten):
    machine, loads = figures["machine"], figures["load"]
    busy = ""
    if loads[0] > 0.5:
        busy = (
            f" **The machine was doing other work at the same time** (load {loads[0]:.1f} on {machine['cores']} "
            "cores before the first measurement), so times, and above all the slowest per cent, are worse than "
            "the program's own; ratios were taken in turns and suffer less.")
    records = {scale: found["records"] for scale, found in ((1, one), (10, ten))}
    return f"""# Performance

Written by `make bench` on {machine['date']}; measure anew rather than edit.

One machine with {machine['cores']} cores and {machine['memory']} GB of memory, on which server, load generators
and writer run together, over the loopback; release build, SQLite file, default settings.{busy}

The data is the sample year of 191 bodies, made for each run: **1x** has {listed(records[1])}; **10x** has ten
times as many: {listed(records[10])}. The two pages are the overview `/2021` ({size(one, 'overview')}) and the
target with two readings `/2021/targets/II.1.a.2-1` ({size(one, 'target')}), as a visitor gets them.

- *flat out*: `wrk`, 64 connections, as quick as they can, 6 s, three rounds in turns with "hello"; the middle
  round is given. "hello" is the same server with `serve --hello`: a route that answers 5 bytes and asks no database.
- *100/s*: `hey`, 100 requests a second by 4 workers that start together. "hello" at that rate in this run:
  p99 {ms(one['hello']['p99'])} and {ms(ten['hello']['p99'])}; so much is the machine's own."""


def goals(figures, one, ten, pages):
    rows = []

    def goal(words, found, met):
        rows.append(f"| {words} | {found} | {'met' if met else '**missed**'} |")

    for scale, found in ((1, one), (10, ten)):
        for page in pages:
            kept = found["kept"][page]
            share = kept["flat_out"]["rate"] / kept["hello"]["rate"]
            goal(f"(a) kept {page}, {scale}x: p99 under 5 ms at 100/s", ms(kept["steady"]["p99"]),
                 kept["steady"]["p99"] < 5)
            goal(f"(a) kept {page}, {scale}x: at least half of hello's throughput", ratio(share), share >= 0.5)
    for scale, found in ((1, one), (10, ten)):
        for page in pages:
            written = found["written"][page]
            goal(f"(b) {page}, {scale}x: p99 under 15 ms at 100/s, a write a second, no error",
                 f"{ms(written['p99'])}, {written['errors']} errors",
                 written["p99"] < 15 and written["errors"] == 0)
    for page in pages:
        median = one["first"][page]["median"]
        goal(f"(c) {page}, 1x: first request after a write under 40 ms", ms(median), median < 40)
        times = ten["first"][page]["median"] / median
        goal(f"(c) {page}: 10x under 3 times 1x", ratio(times), times < 3)
    goal("under 150 MB resident in (b) at 10x", megabytes(ten["memory"]), ten["memory"] < 150)
    return "## Goals\n\n" + table(["Goal", "Measured", ""], rows)


def kept(figures, pages):
    rows = []
    for scale, found in figures["scales"].items():
        for page in pages:
            kept = found["kept"][page]
            flat, hello, steady = kept["flat_out"], kept["hello"], kept["steady"]
            rows.append(
                f"| {page}, {scale}x | {flat['rate']:,.0f}/s | {ratio(flat['rate'] / hello['rate'])} "
                f"| {flat['processor']:.0f} µs, {ratio(flat['processor'] / hello['processor'])} "
                f"| {ms(flat['p50'])} / {ms(flat['p99'])} | {ms(steady['p50'])} / {ms(steady['p99'])} |")
    return (
        "## (a) Kept pages\n\nNothing is written; the part of the page that is the same for everybody is kept, "
        "the frame round it is made for each request, after one shared read of the database.\n\n"
        + table(["Page", "Flat out", "of hello's throughput", "Processor time a request, of hello's",
                 "Flat out p50 / p99", "100/s p50 / p99"], rows))


def written(figures, pages):
    rows = []
    for scale, found in figures["scales"].items():
        for page in pages:
            line = found["written"][page]
            rows.append(
                f"| {page}, {scale}x | {ms(line['p50'])} | {ms(line['p99'])} | {line['requests']:,} "
                f"| {line['errors']} | {line['writes']} | {ms(line['write'])} |")
    memory = [f"{scale}x {megabytes(found['memory'])}" for scale, found in figures["scales"].items()]
    return (
        "## (b) Pages while somebody writes\n\nA person signed in with a form records one inspection each second, "
        "journal entry included; every write was answered 303 and found on record afterwards. Each makes the "
        "standings that count inspections stale, and with them both pages. 100/s of readers:\n\n"
        + table(["Page", "p50", "p99", "Requests", "Errors", "Writes", "A write takes (median)"], rows)
        + "\n\nResident memory of the server in (b), the most that was seen each second: " + ", ".join(memory)
        + ". Checking a password takes about 128 MB more for a moment (scrypt); nobody signs in during (b).")


def first(figures, pages):
    rows = []
    for page in pages:
        one, ten = (figures["scales"][scale]["first"][page] for scale in (1, 10))
        rows.append(
            f"| {page} | {ms(one['median'])} / {ms(one['p95'])} | {ms(ten['median'])} / {ms(ten['p95'])} "
            f"| {ratio(ten['median'] / one['median'])} |")
    times = figures["scales"][1]["first"][pages[0]]["times"]
    return (
        f"## (c) First request after a write, alone\n\n{times} times: one inspection is recorded, then one request "
        "is timed to its last byte.\n\n"
        + table(["Page", "1x median / p95", "10x median / p95", "10x to 1x (medians)"], rows))


def acknowledged(found):
    rows = []
    for engine, report in found.items():
        alone = report["writes"][0]["perSecond"] or 1
        for line in report["writes"]:
            rows.append(
                f"| {engine} | {line['clients']} | {line['perSecond']:,}/s | {ratio(line['perSecond'] / alone)} "
                f"| {ratio(line['perSecond'] / (report['syncsPerSecond'] or 1))} "
                f"| {ms(line['medianMilliseconds'])} / {ms(line['p99Milliseconds'])} |")
    syncs = ", ".join(f"{report['syncsPerSecond']:,}/s" for report in found.values())
    return (
        "## (d) Acknowledged writes\n\n`caicach bench writes`: clients record one finding after the other through "
        "the action that the form calls, journal entry included; each is on the disk when it is acknowledged "
        "(SQLite `synchronous=FULL`; PostgreSQL with `fsync` and `synchronous_commit` on). Writes of a workspace "
        "follow one another, so more clients mean more waiting, not more writes. A plain 4 KiB write with "
        f"`fdatasync` was done {syncs} just before.\n\n"
        + table(["Engine", "Clients", "Writes", "of one client's", "of plain syncs", "p50 / p99"], rows))


def last_minute(found):
    rows = [
        f"| {engine} | {report['people']} | {report['receipts']} | {report['milliseconds'] / 1000:.1f} s "
        f"| {ms(report['medianMilliseconds'])} / {ms(report['p99Milliseconds'])} |"
        for engine, report in found.items()]
    return (
        "## The last minute before a deadline\n\n`caicach bench submissions`: that many agencies send their report in "
        "the same moment, each with its tasks and explanations, frozen and with its journal entry. Afterwards every "
        "content, step and entry was looked for and the chain verified; “kept” are those of which all were found.\n\n"
        + table(["Engine", "Sent at once", "Kept", "Until the last receipt", "p50 / p99"], rows))


def standings(found):
    (few, small), (many, large) = sorted(found.items())
    by_name = {line["measure"]: line for line in large["standings"]}
    rows = [
        f"| {MEASURES['agency-tree']} | {ms(small['treeMilliseconds'])} | {ms(large['treeMilliseconds'])} "
        f"| {ratio(large['treeMilliseconds'] / max(small['treeMilliseconds'], 0.01))} |"]
    for line in small["standings"]:
        if other := by_name.get(line["measure"]):
            rows.append(
                f"| {MEASURES.get(line['measure'], line['measure'])} | {ms(line['milliseconds'])} "
                f"| {ms(other['milliseconds'])} "
                f"| {ratio(other['milliseconds'] / max(line['milliseconds'], 0.01))} |")
    return (
        f"## Standings without a request\n\n`caicach bench standings`: from the database to the finished standing, "
        f"with all its rows and sentences; median of {small['runs']} runs. The {many:,} bodies are made up, each "
        "with a plan of two tasks and a self-inspection, every third inspected.\n\n"
        + table(["Measure", f"{few:,} bodies", f"{many:,} bodies", "Ratio"], rows))


def reader(found):
    rows = [
        [line["name"], str(line["trials"]), *(f"{line[key]:.3f}" for key in ("precision", "recall", "f1"))]
        for line in found["lines"]]
    fields = [[name, f"{share:.3f}"] for name, share in sorted(found["fields"].items())]
    return "\n\n".join([
        "## The reader",
        "`reader-bench` on the sentences and texts of `Tests/ReaderTrials` (how they came about: "
        "[reader.md](reader.md)). Goals: F1 0.90, no target in texts that promise none, 5 MB/s on one core, "
        "ten times the text within 11 times the time.",
        table(["", "trials", "precision", "recall", "F1"], rows),
        f"{found['inventedInNegatives']} targets invented in {found['negatives']} sentences and texts without any. "
        f"{found['speed']:.1f} MB/s; ten times the text takes {found['tenfold']:.1f} times as long.",
        "Of the further fields that labels give, the share read right:",
        table(["field", "right"], fields)])


def again():
    return """## Measuring again

`make bench` does all of it in about forty minutes, a third of them for documents on PostgreSQL, and writes this page; run
it on a machine with nothing else to do.
`--features` leaves out load, standings and journal and keeps those parts of the page as they are.
`scripts/bench .build/release/caicach --quick --output /tmp/performance.md` tries the script out in one."""


def table(headings, rows):
    return "\n".join(["| " + " | ".join(headings) + " |", "|" + " --- |" * len(headings), *rows])


def listed(records):
    return ", ".join(f"{count:,} {kind}" for kind, count in records.items())


def size(found, page):
    return f"{found['bytes'][page] / 1000:.0f} kB"


def ms(value):
    return f"{value:.2f} ms" if value < 1 else f"{value:.1f} ms"


def ratio(value):
    return f"{value:.2f}×" if value < 10 else f"{value:.0f}×"


def megabytes(value):
    return f"{value:.0f} MB"
