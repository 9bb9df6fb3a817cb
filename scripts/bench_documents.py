"""A quarter's four files and large tables, each in a process of its own for its memory."""

import json
import subprocess

# Seconds and megabytes that each may take.
GOALS = {"quarter": (5, 200), "csv": (20, 200), "xlsx": (60, 200)}


def documents(program, rows):
    found = {}
    for what in GOALS:
        size = [] if what == "quarter" else ["--rows", str(rows)]
        done = subprocess.run(
            [program, "bench", "documents", what, "--json", *size],
            check=True, capture_output=True, text=True)
        found[what] = json.loads(done.stdout)
    return found


def report(found):
    names = {
        "quarter": "the four files of a quarter, 191 agencies",
        "csv": "table of 50 columns as CSV",
        "xlsx": "table of 50 columns as XLSX",
    }
    lines = [
        "## Documents and files",
        "",
        "The quarter's consolidated table, draft, annex of late bodies and list of differences, made from one",
        "snapshot; and a table written row by row. The memory is the most that the whole process held, the making",
        "of the sample included.",
        "",
        "| What | Rows | Seconds | Goal | Memory | Goal | Size |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for what, figures in found.items():
        seconds, memory = GOALS[what]
        lines.append(
            f"| {names[what]} | {figures['rows']:,} | {figures['seconds']:.2f} | {seconds} "
            f"| {figures['peak']} MB | {memory} MB | {figures['bytes'] / 1_048_576:.1f} MB |")
    return "\n".join(lines)
