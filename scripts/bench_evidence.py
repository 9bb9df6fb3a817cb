"""How much memory the server takes while a file of 500 MB goes up and comes down.

Usage by itself: scripts/bench_evidence.py PROGRAM [MEGABYTES]
"""

import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time

from bench_measuring import Server, Writer

BOUNDARY = "benchEvidence"


def large_file(program, folder, megabytes):
    """Sends sound PDFs, one a tenth as large as the other, for an inspection, and fetches them again."""
    database = os.path.join(folder, "evidence.sqlite")
    made = subprocess.run(
        [program, "sample", "--database", database], check=True, capture_output=True, text=True)
    password = next(line.rsplit(" ", 1)[1] for line in made.stdout.splitlines() if "One-time" in line)
    found = []
    with Server(program, "serve", "--no-worker", "--database", database, "--port", "0") as server:
        person = Writer(server, password)
        page = get(person, "/2021/inspections/1")
        record = re.search(r'name="record" value="([^"]+)"', page)[1]
        for size in (megabytes // 10, megabytes):
            pdf = os.path.join(folder, f"large{size}.pdf")
            length = write_pdf(pdf, size * 1_000_000)
            before = server.memory()
            up = watched(server, lambda: send(server, person, record, pdf))
            number = re.search(r"/evidence/(\d+)/revisions/1/file", find(person, f"large{size}"))[1]
            path = f"/evidence/{number}/revisions/1/file"
            down = watched(server, lambda: fetch(server, person, path, length))
            found.append({"megabytes": length / 1e6, "before": before, "up": up, "down": down})
            os.remove(pdf)
    return found


def watched(server, action):
    """Seconds that it took, and the most memory meanwhile."""
    ended, seen = threading.Event(), [server.memory()]

    def watch():
        while not ended.wait(0.02):
            seen.append(server.memory())

    thread = threading.Thread(target=watch)
    thread.start()
    start = time.perf_counter()
    try:
        action()
    finally:
        taken = time.perf_counter() - start
        ended.set()
        thread.join()
    return {"seconds": taken, "memory": max(seen)}


def write_pdf(path, padding):
    """A PDF of one empty page and a stream of so many random bytes that nothing shows."""
    with open(path, "wb") as file:
        offsets = []

        def add(number, head, body=None, tail=b""):
            offsets.append(file.tell())
            file.write(f"{number} 0 obj\n{head}\n".encode())
            if body:
                left = body
                while left > 0:
                    left -= file.write(os.urandom(min(left, 1 << 20)))
            file.write(tail + b"endobj\n")

        file.write(b"%PDF-1.7\n")
        add(1, "<< /Type /Catalog /Pages 2 0 R >>")
        add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")
        add(4, f"<< /Length {padding} >>\nstream", padding, b"\nendstream\n")
        start = file.tell()
        file.write(f"xref\n0 5\n0000000000 65535 f \n".encode())
        for offset in offsets:
            file.write(f"{offset:010d} 00000 n \n".encode())
        file.write(f"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
        return file.tell()


def send(server, person, record, path):
    """Streams a form with the file, as a browser does."""
    fields = {"token": person.form_token, "kind": "inspection", "record": record}
    head = "".join(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items())
    head += (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{os.path.basename(path)}"\r\n'
        "Content-Type: application/pdf\r\n\r\n")
    tail = f"\r\n--{BOUNDARY}--\r\n".encode()
    length = len(head.encode()) + os.path.getsize(path) + len(tail)
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=600)
    connection.putrequest("POST", "/evidence")
    for name, value in {
            "Cookie": person.cookie, "Content-Length": str(length),
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}.items():
        connection.putheader(name, value)
    connection.endheaders()
    connection.send(head.encode())
    with open(path, "rb") as file:
        while piece := file.read(1 << 18):
            connection.send(piece)
    connection.send(tail)
    response = connection.getresponse()
    body = response.read()
    if response.status != 303:
        raise RuntimeError(f"the upload was answered {response.status}: {body[-3000:].decode()}")
    connection.close()


def fetch(server, person, path, size):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=600)
    connection.request("GET", path, headers={"Cookie": person.cookie})
    response = connection.getresponse()
    got = 0
    while piece := response.read(1 << 18):
        got += len(piece)
    if response.status != 200 or got != size:
        raise RuntimeError(f"{path} answered {response.status} with {got} of {size} bytes")
    connection.close()


def find(person, words):
    return get(person, f"/evidence?q={words}").replace("?download=1", "")


def get(person, path):
    # A connection of its own: the person's may have been idle for longer than the server waits.
    connection = person.server.connection()
    connection.request("GET", path, headers={"Cookie": person.cookie})
    response = connection.getresponse()
    page = response.read().decode()
    connection.close()
    if response.status != 200:
        raise RuntimeError(f"{path} answered {response.status}")
    return page


def report(found):
    """The figures as a section of docs/performance.md."""
    small, large = found
    lines = [
        "## A large file",
        "",
        f"A PDF is sent as evidence for an inspection (streamed, hashed, looked through, synced, put on record) and "
        f"fetched again: first one of {small['megabytes']:.0f} MB, then one of {large['megabytes']:.0f} MB. The server's "
        f"memory (VmRSS) is looked at fifty times a second; before, it takes {small['before']:.0f} MB.",
        "",
        "| File | Up | Most memory | Down | Most memory |",
        "| --- | --- | --- | --- | --- |",
    ]
    for one in found:
        up, down = one["up"], one["down"]
        lines.append(
            f"| {one['megabytes']:.0f} MB | {up['seconds']:.1f} s | {up['memory']:.0f} MB | "
            f"{down['seconds']:.1f} s | {down['memory']:.0f} MB |")
    more = max(large["up"]["memory"], large["down"]["memory"]) - small["before"]
    return "\n".join(lines + [
        "",
        f"Goal: memory flat while a file of 500 MB goes up and down. At most {max(0, more):.0f} MB more than before, "
        f"whatever the file's size: {'met' if more < 64 else 'NOT met'} (flat is taken as less than 64 MB: buffers of "
        "the network that the process keeps for the next answer).",
    ])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="caicach-bench-") as place:
        figures = large_file(os.path.abspath(sys.argv[1]), place, int(sys.argv[2]) if len(sys.argv) > 2 else 500)
        print(json.dumps(figures))
        print(report(figures))
