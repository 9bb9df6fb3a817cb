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
    found["postgres"] = on_postgres(program, bodies, runs)
    return found


def on_postgres(program, bodies, runs):
    """The same data, made and scored on PostgreSQL; None where that is not installed."""
    script = ROOT / "scripts/with-postgres"
    line = '"$0" "$@" --runs 1 >/dev/null && "$0" "$@" --runs ' + str(runs)
    done = subprocess.run(
        [script, "bash", "-c", line.replace('"$@"', '"$@" --database "$TEST_DATABASE_URL?schema=bench"'),
         program, "bench", "scores", "--json", "--bodies", str(bodies)],
        capture_output=True, text=True, env={**os.environ, "POSTGRES_SYNC": "on"})
    if done.returncode == 69:
        return None
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


def report(found):
    ours, pandas = found["ours"], found["pandas"]
    total = {name: found[name]["reading"] + found[name]["scoring"] + found[name]["ranking"]
             for name in ("ours", "pandas")}
    ratio = total["pandas"] / total["ours"]
    rules = ours["scoring"] + ours["ranking"]
    shown = dict(found)
    names = ["ours", "pandas"]
    if found.get("postgres"):
        shown["ours, PostgreSQL"] = found["postgres"]
        total["ours, PostgreSQL"] = sum(
            found["postgres"][part] for part in ("reading", "scoring", "ranking"))
        names.append("ours, PostgreSQL")
    rows = "\n".join(
        f"| {name} | {shown[name]['reading']:,.0f} | {shown[name]['scoring']:,.0f} | "
        f"{shown[name]['ranking']:,.1f} | {total[name]:,.0f} | {shown[name]['memory']} MB |"
        for name in names)
    postgres = ""
    if found.get("postgres"):
        change = found["postgres"]["changeMilliseconds"]
        postgres = f"\n| the same on PostgreSQL, no goal | {change:.1f} ms | |"
    agreed = "**Both agree to the hundredth** on every agency." if not found["different"] else (
        f"**They disagree about {found['different']} agencies.**")
    return f"""## The index of {ours['agencies']:,} agencies

Four blocks, 120 criteria of every rule kind, 60 of them counted from records; both start from the same warm SQLite
file and end with ranks in memory; process start and imports are left out; the middle of several runs. pandas is
`Benchmarks/scores_pandas.py`. {agreed}

| | reading, ms | scoring, ms | ranking, ms | all, ms | most memory |
| --- | ---: | ---: | ---: | ---: | ---: |
{rows}

| Goal | Found | |
| --- | ---: | --- |
| at least {GOALS['ratio']} times as fast as pandas | {ratio:.1f} times | {met(ratio >= GOALS['ratio'])} |
| rules and ranks alone at most {GOALS['rules']} ms | {rules:,.0f} ms | {met(rules <= GOALS['rules'])} |
| under {GOALS['memory']} MB | {ours['memory']} MB | {met(ours['memory'] < GOALS['memory'])} |
| one changed value, commit to the block's ranks: under {GOALS['change']} ms | {ours['changeMilliseconds']:.1f} ms | \
{met(ours['changeMilliseconds'] < GOALS['change'])} |{postgres}"""


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
