"""The index of 11,000 agencies: the program against pandas, from the same warm SQLite file, in turns."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOALS = {"ratio": 4, "rules": 250, "memory": 150, "change": 20}


def scores(program, folder, bodies=11_000, runs=5):
    """Both programs' middle runs, and how many agencies they disagree about."""
    database, ours, theirs = (os.path.join(folder, name) for name in (
        "scores.sqlite", "ours.csv", "theirs.csv"))
    command = [program, "bench", "scores", "--json", "--keep", "--database", database,
               "--bodies", str(bodies), "--runs", str(runs)]
    run_json(command + ["--runs", "1"])  # makes the data, warms the file
    # A run of its own, so that its memory is not that of making the data.
    found = {"ours": run_json(command + ["--dump", ours])}
    found["pandas"] = run_json([
        python(), str(ROOT / "Benchmarks/scores_pandas.py"), database, "--runs", str(runs),
        "--dump", theirs])
    found["different"] = different(ours, theirs)
    return found


def report(found):
    ours, pandas = found["ours"], found["pandas"]
    total = {name: found[name]["reading"] + found[name]["scoring"] + found[name]["ranking"]
             for name in ("ours", "pandas")}
    ratio = total["pandas"] / total["ours"]
    rules = ours["scoring"] + ours["ranking"]
    rows = "\n".join(
        f"| {name} | {found[name]['reading']:,.0f} | {found[name]['scoring']:,.0f} | "
        f"{found[name]['ranking']:,.1f} | {total[name]:,.0f} | {found[name]['memory']} MB |"
        for name in ("ours", "pandas"))
    return f"""## The index of {ours['agencies']:,} agencies

Four blocks, 120 criteria of every rule kind, 60 of them counted from records; both start from the same warm SQLite
file and end with ranks in memory; process start and imports are left out; the middle of several runs. pandas is
`Benchmarks/scores_pandas.py`. **Both agree to the hundredth** on all but {found['different']} agencies.

| | reading, ms | scoring, ms | ranking, ms | all, ms | most memory |
| --- | ---: | ---: | ---: | ---: | ---: |
{rows}

| Goal | Found | |
| --- | ---: | --- |
| at least {GOALS['ratio']} times as fast as pandas | {ratio:.1f} times | {met(ratio >= GOALS['ratio'])} |
| rules and ranks alone at most {GOALS['rules']} ms | {rules:,.0f} ms | {met(rules <= GOALS['rules'])} |
| under {GOALS['memory']} MB | {ours['memory']} MB | {met(ours['memory'] < GOALS['memory'])} |
| one changed value, commit to the block's ranks: under {GOALS['change']} ms | {ours['changeMilliseconds']:.1f} ms | \
{met(ours['changeMilliseconds'] < GOALS['change'])} |"""


def met(is_met):
    return "met" if is_met else "**not met**"


def python():
    """A Python that has pandas, made once beside the other build products."""
    place = ROOT / ".venv-bench"
    if not (place / "bin/python").exists():
        venv.create(place, with_pip=True)
        subprocess.run(
            [place / "bin/pip", "install", "--quiet", "-r", ROOT / "Benchmarks/requirements.txt"],
            check=True)
    return str(place / "bin/python")


def run_json(command):
    found = subprocess.run(command, capture_output=True, text=True)
    if found.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{found.stderr}")
    return json.loads(found.stdout)


def different(ours, theirs):
    """How many agencies have another index or rank in the other file."""
    lines = [set(Path(path).read_text(encoding="utf-8").split()) for path in (ours, theirs)]
    return len(lines[0] ^ lines[1]) // 2
