"""The index of every agency as an analyst would compute it: pandas, vectorised, from the same SQLite file.

Usage: scores_pandas.py DATABASE [--runs N] [--dump FILE]

Prints the milliseconds of reading, scoring and ranking as JSON (process start and imports left out), and
writes agency, index and rank of every block to FILE, so that they can be compared with the program's.
All points are whole hundredths and all shares are fractions of whole numbers, as in the program.
"""

import argparse
import json
import re
import resource
import sqlite3
import time

import numpy as np
import pandas as pd

YEAR, DAY = 2021, "2021-10-15"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("database")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--dump")
    wanted = parser.parse_args()
    times = []
    for _ in range(wanted.runs):
        started = time.perf_counter()
        tables = read(wanted.database)
        done_reading = time.perf_counter()
        indexes = scored(tables)
        done_scoring = time.perf_counter()
        ranked = ranks(indexes)
        times.append((done_reading - started, done_scoring - done_reading,
                      time.perf_counter() - done_scoring))
    if wanted.dump:
        ranked.sort_values("code")[["code", "value", "rank"]].to_csv(wanted.dump, index=False)
    times.sort(key=sum)
    middle = times[len(times) // 2]
    print(json.dumps({
        "reading": middle[0] * 1000, "scoring": middle[1] * 1000, "ranking": middle[2] * 1000,
        "agencies": len(ranked),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))


def read(path):
    """Every table that the index needs, grouped by the database where an analyst would let it."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    ask = lambda text: pd.read_sql_query(text, connection)  # noqa: E731
    tables = {
        "agencies": ask(f"SELECT agency_id, code, parent_id FROM agency_versions WHERE from_on <= '{DAY}'"
                        f" AND (until_on IS NULL OR until_on > '{DAY}')"),
        "rounds": ask(f"SELECT id, set_id, block FROM scoring_rounds WHERE year = {YEAR}"),
        "criteria": ask("SELECT set_id, position, parent, maximum, nature, input, rule FROM criteria"),
        "assessments": ask("SELECT number, round_id, agency_id FROM assessments"),
        "answers": ask("SELECT assessment, position, branch, kind, numerator, denominator"
                       " FROM assessment_answers WHERE origin <> 'measured'"),
        "province": ask("SELECT id, issued_on FROM plans WHERE id IN (SELECT plan_id FROM plan_texts)"),
        "plans": ask("SELECT agency_id, issued_on FROM plans"
                     f" WHERE year = {YEAR} AND parent_id IS NOT NULL AND amends_id IS NULL"
                     f" AND issued_on <= '{DAY}'"),
        "tasks": ask(f"""
            SELECT p.agency_id, COUNT(*) AS total, SUM(t.done_on <= '{DAY}') AS done,
              SUM(t.due_on <= '{DAY}') AS due,
              SUM(t.due_on <= '{DAY}' AND t.done_on <= t.due_on) AS intime,
              SUM(t.due_on < '{DAY}' AND (t.done_on IS NULL OR t.done_on > '{DAY}')) AS overdue
            FROM plans p JOIN tasks t ON t.plan_id = p.id
            WHERE p.year = {YEAR} AND p.parent_id IS NOT NULL AND p.amends_id IS NULL
              AND t.decision <> 'rejected' AND t.state NOT IN ('approach', 'cancelled') GROUP BY p.agency_id"""),
        "assigned": ask(f"""
            SELECT lead_id AS agency_id, COUNT(*) AS total, SUM(done_on <= '{DAY}') AS done FROM tasks
            WHERE plan_id IN (SELECT plan_id FROM plan_texts) AND decision <> 'rejected'
              AND state NOT IN ('approach', 'cancelled') AND lead_id IS NOT NULL AND due_on <= '{DAY}' GROUP BY lead_id"""),
        "self": ask(f"""
            SELECT body_id AS agency_id, COUNT(*) AS held, SUM(report_symbol <> '') AS reported
            FROM self_inspections WHERE year = {YEAR} AND held_on <= '{DAY}' GROUP BY body_id"""),
        "inspections": ask(f"""
            SELECT inspector_id, body_id, concluded_on <= '{DAY}' AS concluded FROM inspections
            WHERE year = {YEAR} AND held_on <= '{DAY}' AND cancelled_on IS NULL"""),
        "findings": ask(f"""
            SELECT body_id AS agency_id, COUNT(*) AS found, SUM(closed_on <= '{DAY}') AS closed,
              SUM(due_on <= '{DAY}') AS due, SUM(due_on <= '{DAY}' AND closed_on <= due_on) AS intime,
              SUM(due_on < '{DAY}' AND (closed_on IS NULL OR closed_on > '{DAY}')) AS overdue
            FROM findings WHERE year = {YEAR} AND found_on <= '{DAY}' AND source = 'inspection' GROUP BY body_id"""),
        "documents": ask(f"""
            SELECT issuer_id AS agency_id, COUNT(*) AS issued, SUM(judged_on <= '{DAY}') AS checked,
              SUM(judged_on <= '{DAY}' AND order_answer = 'met' AND procedure_answer = 'met'
                AND authority_answer = 'met' AND quality_answer = 'met') AS inorder,
              SUM(judged_on <= '{DAY}' AND order_answer = 'met' AND procedure_answer = 'met') AS procedure,
              SUM(judged_on <= '{DAY}' AND authority_answer = 'met') AS authority,
              SUM(judged_on <= '{DAY}' AND quality_answer = 'met') AS quality
            FROM legal_documents WHERE year = {YEAR} AND nature = 'normative' AND signed_on <= '{DAY}'
            GROUP BY issuer_id"""),
    }
    connection.close()
    return tables


def measured(tables, agencies):
    """Each measure as a numerator and a denominator for every agency; -1 where nothing can be said."""
    def joined(name):
        return tables[name].set_index("agency_id").reindex(agencies)

    def counted(column, otherwise=0):
        return column.fillna(otherwise).to_numpy(np.int64), np.ones(len(column), np.int64)

    def shared(part, whole, missing=None):
        part, whole = part.to_numpy(np.float64), whole.to_numpy(np.float64)
        unknown = np.isnan(whole)
        part, whole = np.nan_to_num(part).astype(np.int64), np.nan_to_num(whole).astype(np.int64)
        if missing == "unknown":
            part[unknown] = -1
        return part, whole

    tasks, own = joined("tasks"), joined("self")
    findings, documents, assigned = joined("findings"), joined("documents"), joined("assigned")
    plans = pd.to_datetime(joined("plans")["issued_on"])
    days = (plans - pd.Timestamp(tables["province"]["issued_on"].iloc[0])).dt.days.clip(lower=0)
    inspections = tables["inspections"]
    parents = tables["agencies"].set_index("agency_id")["parent_id"]
    below = parents.value_counts().reindex(agencies).fillna(0)
    by = inspections.groupby("inspector_id")["concluded"]
    held, concluded = by.size().reindex(agencies), by.sum().reindex(agencies)
    direct = inspections[(inspections["concluded"] == 1)
                         & (inspections["body_id"].map(parents) == inspections["inspector_id"])]
    inspected = direct.groupby("inspector_id")["body_id"].nunique().reindex(agencies)
    return {
        "plan-days": counted(days, -1), "plan-tasks": counted(tasks["total"], -1),
        "tasks-overdue": counted(tasks["overdue"], -1),
        "tasks-done": shared(tasks["done"], tasks["total"], "unknown"),
        "tasks-on-time": shared(tasks["intime"], tasks["due"], "unknown"),
        "assigned-done": shared(assigned["done"], assigned["total"]),
        "self-inspections": counted(own["held"]),
        "self-inspections-reported": shared(own["reported"], own["held"]),
        "units-inspected": shared(inspected, below),
        "inspections-concluded": shared(concluded, held),
        "findings-remedied": shared(findings["closed"], findings["found"]),
        "findings-on-time": shared(findings["intime"], findings["due"]),
        "findings-overdue": counted(findings["overdue"]),
        "documents-issued": counted(documents["issued"]),
        "documents-checked": shared(documents["checked"], documents["issued"]),
        "documents-in-order": shared(documents["inorder"], documents["checked"]),
        "documents-procedure": shared(documents["procedure"], documents["checked"]),
        "documents-authority": shared(documents["authority"], documents["checked"]),
        "documents-quality": shared(documents["quality"], documents["checked"]),
    }


def scored(tables):
    """Points and applicable maximum of every agency, block by block, one criterion at a time."""
    agencies = pd.Index(tables["agencies"]["agency_id"])
    codes = tables["agencies"].set_index("agency_id")["code"]
    measures = measured(tables, agencies)
    found = []
    for _, round_ in tables["rounds"].iterrows():
        files = tables["assessments"][tables["assessments"]["round_id"] == round_["id"]]
        places = agencies.get_indexer(files["agency_id"])
        numbers = pd.Index(files["number"])
        answers = tables["answers"][tables["answers"]["assessment"].isin(numbers)]
        by_position = dict(tuple(answers.groupby("position")))
        criteria = tables["criteria"][tables["criteria"]["set_id"] == round_["set_id"]]
        caps = criteria.set_index("position")
        points, maximum = np.zeros(len(files), np.int64), np.zeros(len(files), np.int64)
        grouped = {}
        has_survey = np.zeros(len(files), bool)
        surveyed_points, surveyed_maximum = points.copy(), maximum.copy()
        for _, line in criteria[criteria["rule"].notna()].iterrows():
            answer = answered(line, by_position, numbers, measures, places)
            earned, counts = earnings(line, *answer)
            if line["nature"] != "standard":
                grouped.setdefault((line["parent"], line["nature"]), np.zeros(len(files), np.int64))
                grouped[line["parent"], line["nature"]] += np.where(counts, earned, 0)
            elif line["input"] == "survey":
                has_survey |= answer[0] != "missing"
                surveyed_points += np.where(counts, earned, 0)
                surveyed_maximum += np.where(counts, line["maximum"], 0)
            else:
                points += np.where(counts, earned, 0)
                maximum += np.where(counts, line["maximum"], 0)
        points += np.where(has_survey, surveyed_points, 0)
        maximum += np.where(has_survey, surveyed_maximum, 0)
        for (parent, nature), sum_ in grouped.items():
            cap = caps.loc[parent, "maximum"]
            points += np.minimum(sum_, cap) if nature == "bonus" else np.maximum(sum_, -cap)
        points = np.maximum(points, 0)
        value = (points * 20_000 + maximum) // np.maximum(maximum * 2, 1)
        found.append(pd.DataFrame({
            "code": codes.reindex(files["agency_id"]).to_numpy(), "block": round_["block"], "value": value}))
    return pd.concat(found, ignore_index=True)


def answered(line, by_position, numbers, measures, places):
    """Kind, numerator, denominator and branch of every agency's answer to one criterion."""
    size = len(numbers)
    kind = np.full(size, "missing", object)
    numerator, denominator = np.zeros(size, np.int64), np.ones(size, np.int64)
    branch = np.zeros(size, np.int64)
    if line["input"].startswith("measure "):
        numerator, denominator = (side[places] for side in measures[line["input"][8:]])
        kind = np.where(numerator < 0, "missing", np.where(denominator == 0, "none", "number"))
        return kind, numerator, np.maximum(denominator, 1), branch
    given = by_position.get(line["position"])
    if given is not None:
        where = numbers.get_indexer(given["assessment"])
        kind[where], numerator[where] = given["kind"].to_numpy(), given["numerator"].to_numpy()
        denominator[where], branch[where] = given["denominator"].to_numpy(), given["branch"].to_numpy()
    return kind, numerator, denominator, branch


def earnings(line, kind, numerator, denominator, branch):
    """Points in hundredths, and whether the criterion counts."""
    earned, counts = np.zeros(len(kind), np.int64), np.ones(len(kind), bool)
    free = np.ones(len(kind), bool)
    counts[kind == "exempt"] = False
    for place, cases in enumerate(branches(line["rule"])):
        option = 0
        for condition, award in cases:
            if condition == "không phát sinh":
                holds = kind == "none"
            elif isinstance(condition, tuple):
                holds = (kind == "number") & within(condition, numerator, denominator)
            else:
                holds = (kind == "chosen") & (numerator == option)
                option += 1
            holds &= free & (branch == place)
            free &= ~holds
            if award == "không tính":
                counts[holds] = False
            elif isinstance(award, int):
                earned[holds] = award
            else:
                earned[holds] = linear(award, numerator[holds], denominator[holds])
    low, high = (-line["maximum"], 0) if line["nature"] == "deduction" else (0, line["maximum"])
    return np.clip(earned, low, high), counts


def within(band, numerator, denominator):
    holds = np.ones(len(numerator), bool)
    for limit, compare, equal in band:
        left, right = numerator * limit[1], limit[0] * denominator
        holds &= (left > right if compare == ">" else left < right) | (equal & (left == right))
    return holds


def linear(award, numerator, denominator):
    constant, origin, per, rate = award
    above = rate * (numerator * origin[1] - origin[0] * denominator) * per[1]
    below = denominator * origin[1] * per[0]
    return constant + (2 * above + below) // (2 * below)


def branches(rule):
    """The rule as the file has it, made into cases once."""
    if not rule.startswith("["):
        return [cases(rule)]
    return [cases(part.split("]", 1)[1]) for part in rule.split("[")[1:]]


def cases(text):
    return [(condition(line.rsplit(": ", 1)[0].strip()), award(line.rsplit(": ", 1)[1].strip()))
            for line in text.strip().split("; ")]


def number(text):
    scale = 10_000 if text.endswith("%") else 100
    return round(float(text.rstrip("%").replace(",", ".")) * 100), scale


def condition(text):
    if match := re.fullmatch(r"(>=|<=|>|<)([\d,]+%?)", text):
        return ((number(match[2]), match[1][0], match[1].endswith("=")),)
    if match := re.fullmatch(r"(>?)([\d,]+%?)-(<?)([\d,]+%?)", text):
        return ((number(match[2]), ">", not match[1]), (number(match[4]), "<", not match[3]))
    if re.fullmatch(r"[\d,]+%?", text):
        return ((number(text), ">", True), (number(text), "<", True))
    return text


def award(text):
    if text == "không tính":
        return text
    if re.fullmatch(r"-?[\d,]+", text):
        return number(text)[0]
    match = re.fullmatch(
        r"(?:(-?[\d,]+) ([+-]) )?(?:x|\(x - ([\d,]+%?)\))(?:/([\d,]+%?))? \* (-?[\d,]+)", text)
    rate = number(match[5])[0] * (-1 if match[2] == "-" else 1)
    return (number(match[1])[0] if match[1] else 0, number(match[3]) if match[3] else (0, 1),
            number(match[4]) if match[4] else (1, 1), rate)


def ranks(indexes):
    indexes["rank"] = indexes.groupby("block")["value"].rank(method="min", ascending=False).astype(int)
    return indexes


if __name__ == "__main__":
    main()
