"""The server under measurement, the person who writes to it, and the tools that load it."""

import csv
import datetime
import http.client
import io
import json
import math
import os
import re
import secrets
import subprocess
import threading
import time
import urllib.parse
import urllib.request

RATE = 100  # requests a second, where the rate is fixed
WORKERS = 4


class Server:
    """A program that says its address on standard output, stopped when its block ends."""

    def __init__(self, program, *arguments):
        self.process = subprocess.Popen(
            [program, *arguments], stdout=subprocess.PIPE, text=True, encoding="utf-8")
        for line in self.process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port = int(found[1])
                break
        else:
            raise RuntimeError(f"{arguments} did not start")
        # Whatever else it says must be read, or it would wait for the pipe.
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=60)

    def address(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def connection(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def timed(self, connection, path):
        """Milliseconds from sending the request to the last byte of the page."""
        start = time.perf_counter()
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        taken = (time.perf_counter() - start) * 1000
        if response.status != 200:
            raise RuntimeError(f"{path} answered {response.status}")
        return taken

    def rows(self, path):
        return list(csv.DictReader(io.StringIO(once(self.address(path)).decode("utf-8-sig"))))

    def count(self, path):
        return len(self.rows(path))

    def memory(self):
        """Resident megabytes (VmRSS).

        Not the most there ever was (VmHWM): that is the 128 MB which checking a password takes for a moment.
        """
        with open(f"/proc/{self.process.pid}/status") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmRSS")) / 1024

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Writer:
    """A person who signs in with the one-time password, changes it, and records inspections by the form."""

    def __init__(self, server, one_time):
        self.server = server
        self.connection = server.connection()
        self.cookie = ""
        self.times = []
        self.errors = []
        password = secrets.token_urlsafe(18)
        self.post(
            "/session",
            {"token": self.token("/sign-in"), "login": "quantri", "password": one_time, "return": "/"})
        self.post(
            "/account/password",
            {"token": self.token("/account/password"), "current": one_time, "password": password,
             "again": password})
        self.form_token = self.token("/2021/inspections/new")
        rows = server.rows("/2021/inspections.csv")
        self.before = len(rows)
        self.inspector = rows[0]["inspector_code"]
        taken = {(row["inspector_code"], row["body_code"], row["planned_on"] or row["held_on"]) for row in rows}
        bodies = sorted({row["body_code"] for row in rows if row["inspector_code"] == self.inspector})
        days = [datetime.date(2021, 1, 4) + datetime.timedelta(days) for days in range(270)]
        self.ahead = (
            (body, day) for day in days for body in bodies
            if (self.inspector, body, written(day)) not in taken)

    def record(self):
        """Records one inspection; the server must answer that it is recorded."""
        body, day = next(self.ahead)
        start = time.perf_counter()
        location = self.post(
            "/2021/inspections",
            {"token": self.form_token, "inspector_code": self.inspector, "body_code": body, "kind": "sudden",
             "held_on": written(day), "concluded_on": written(day + datetime.timedelta(5)),
             "conclusion_symbol": f"{len(self.times) + 1}/TB-BENCH"})
        if location != "/2021/inspections":
            raise RuntimeError(f"the write led to {location}")
        self.times.append((time.perf_counter() - start) * 1000)

    def record_noting_errors(self):
        try:
            self.record()
        except Exception as error:  # said by the thread that waits for this one
            self.errors.append(error)

    def raise_what_went_wrong(self):
        if self.errors:
            raise self.errors[0]

    def check_that_all_are_counted(self):
        now = self.server.count("/2021/inspections.csv")
        if now != self.before + len(self.times):
            raise RuntimeError(f"{len(self.times)} writes were accepted, {now - self.before} are on record")

    def token(self, path):
        self.connection.request("GET", path, headers={"Cookie": self.cookie})
        response = self.connection.getresponse()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            if cookie.startswith("caicach_form="):
                self.cookie = cookie.split(";")[0]
        page = response.read().decode()
        found = re.search(r'name="token" value="([^"]+)"', page)
        if not found:
            raise RuntimeError(f"{path} has no form for this person")
        return found[1].replace("&amp;", "&")

    def post(self, path, fields):
        self.connection.request(
            "POST", path, urllib.parse.urlencode(fields),
            {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"})
        response = self.connection.getresponse()
        response.read()
        if response.status != 303:
            raise RuntimeError(f"{path} answered {response.status}")
        for cookie in response.headers.get_all("Set-Cookie") or []:
            if cookie.startswith("caicach_session="):
                self.cookie = cookie.split(";")[0]
        return response.headers["Location"]


def written(day):
    return day.strftime("%d/%m/%Y")


def once(address):
    with urllib.request.urlopen(address, timeout=60) as response:
        return response.read()


def throughput(server, path, seconds):
    """As many requests as 64 connections can send, by wrk."""
    once(server.address(path))
    before = server.processor_seconds()
    said = subprocess.run(
        ["wrk", "--latency", "-t1", "-c64", f"-d{max(1, round(seconds))}s", server.address(path)],
        check=True, capture_output=True, text=True).stdout
    used = server.processor_seconds() - before
    requests = int(re.search(r"(\d+) requests in", said)[1])
    if bad := re.search(r"Non-2xx or 3xx responses: (\d+)|Socket errors: .*", said):
        raise RuntimeError(f"{path}: {bad[0]}")
    return {
        "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]),
        "p50": duration(re.search(r"\s50%\s+(\S+)", said)[1]),
        "p99": duration(re.search(r"\s99%\s+(\S+)", said)[1]),
        "processor": used / requests * 1e6}


def duration(text):
    """Milliseconds of what wrk writes: 812.00us, 1.50ms, 2.00s."""
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def fixed_rate(address, seconds):
    """A hundred requests a second, by hey; milliseconds."""
    once(address)
    said = subprocess.run(
        ["hey", "-z", f"{max(2, round(seconds))}s", "-c", str(WORKERS), "-q", str(RATE // WORKERS), address],
        check=True, capture_output=True, text=True).stdout
    statuses = {int(code): int(count) for code, count in re.findall(r"\[(\d{3})\]\s+(\d+) responses", said)}
    broken = said.split("Error distribution:")[1] if "Error distribution:" in said else ""
    return {
        "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]),
        "p50": float(re.search(r"50% in ([\d.]+) secs", said)[1]) * 1000,
        "p99": float(re.search(r"99% in ([\d.]+) secs", said)[1]) * 1000,
        "requests": sum(statuses.values()),
        "errors": sum(count for code, count in statuses.items() if code != 200)
        + sum(int(count) for count in re.findall(r"\[(\d+)\]", broken))}


def standings(program, bodies, runs):
    """What the program says of its own measures."""
    arguments = ["bench", "standings", "--json", "--runs", str(runs)]
    if bodies:
        arguments += ["--bodies", str(bodies)]
    said = subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout
    return json.loads(said)


def inbox(program, bodies):
    """What the program says of its inbox in a workspace with 200 tasks for each body."""
    said = subprocess.run(
        [program, "bench", "inbox", "--json", "--bodies", str(bodies)],
        check=True, capture_output=True, text=True).stdout
    return json.loads(said)


def progress(program, rows):
    """What the program says of a file of progress: every mistake found, then all of it recorded."""
    said = subprocess.run(
        [program, "bench", "progress", "--json", "--rows", str(rows)],
        check=True, capture_output=True, text=True).stdout
    return json.loads(said)


def findings(program, findings):
    """What the program says of its register of findings."""
    said = subprocess.run(
        [program, "bench", "findings", "--json", "--findings", str(findings)],
        check=True, capture_output=True, text=True).stdout
    return json.loads(said)


def law(program, documents):
    """Search, status and basis alerts among very many documents, on each engine."""
    return on_each_engine(program, ["bench", "law", "--json", "--documents", str(documents)])


def acknowledged_writes(program, seconds):
    """Writes a second on a SQLite file and, where PostgreSQL is installed, on one that waits for the disk."""
    return on_each_engine(program, ["bench", "writes", "--json", "--seconds", str(seconds)])


def last_minute(program):
    """Two hundred people who send their agency's report at once, on each engine."""
    return on_each_engine(program, ["bench", "submissions", "--json", "--people", "200"])


def on_each_engine(program, arguments):
    """What the command says on a SQLite file and, where it is installed, on PostgreSQL with its disk waited for."""
    found = {"SQLite": json.loads(
        subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout)}
    with_postgres = os.path.join(os.path.dirname(os.path.abspath(__file__)), "with-postgres")
    line = '"$0" "$@" --database "$TEST_DATABASE_URL?schema=bench"'
    done = subprocess.run(
        [with_postgres, "bash", "-c", line, program, *arguments], capture_output=True, text=True,
        env={**os.environ, "POSTGRES_SYNC": "on"})
    if done.returncode == 0:
        found["PostgreSQL"] = json.loads(done.stdout)
    elif done.returncode != 69:  # 69: it is not installed
        raise RuntimeError(done.stderr)
    return found


def per_cent(values, share):
    """The smallest of the values that so many per cent of them don't exceed."""
    return sorted(values)[math.ceil(len(values) * share / 100) - 1]
