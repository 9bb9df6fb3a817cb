"""A server of the sample on a free port, and a browser to visit it with."""

import os
import re
import subprocess
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

PROGRAM = os.environ.get("CAICACH", ".build/debug/caicach")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PASSWORD = "sông núi nước Nam 10"


def pytest_collection_modifyitems(items):
    """Tests that only look may run anywhere; those that write run one after the other, by file."""
    for item in items:
        if item.path.name != "test_pages.py":
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


class Server:
    """`caicach serve` on a sample of its own, stopped and removed at the end."""

    def __init__(self, folder: str, *options: str):
        self.database = database = str(Path(folder) / "sample.sqlite")
        made = subprocess.run(
            [PROGRAM, "sample", "--database", database], check=True, capture_output=True, text=True
        ).stdout
        self.one_time_password = re.search(r"One-time password: (\S+)", made).group(1)
        self.log = Path(folder) / "serve.log"
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--database", database, "--port", "0", *options],
            stdout=subprocess.PIPE,
            stderr=self.log.open("w"),
            text=True,
        )
        self.address = re.search(r"http://\S+", self.process.stdout.readline()).group(0).rstrip("/")

    def require_alive(self) -> None:
        """Ends the whole run when the server has died: every later test would fail with it."""
        code = self.process.poll()
        if code is not None:
            pytest.exit(f"the server ended with {code}:\n{self.log.read_text()[-4000:]}", returncode=1)

    def stop(self) -> None:
        self.process.terminate()
        assert self.process.wait(timeout=30) == 0, "the server stops when told to"


@pytest.fixture(scope="session")
def server():
    with tempfile.TemporaryDirectory() as folder:
        server = Server(folder)
        yield server
        server.stop()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def session(server, browser):
    """The cookies of a person who has signed in and chosen a password: a journey of its own."""
    context = browser.new_context(base_url=server.address)
    page = context.new_page()
    page.goto("/sign-in")
    page.fill("[name=login]", "quantri")
    page.fill("[name=password]", server.one_time_password)
    page.click("main button")
    page.wait_for_url("**/account/password")
    page.fill("[name=current]", server.one_time_password)
    page.fill("[name=password]", PASSWORD)
    page.fill("[name=again]", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/inbox")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="session")
def target(server, browser):
    """The code of the first target that the plan links to."""
    context = browser.new_context(base_url=server.address)
    page = context.new_page()
    page.goto("/2021/plan")
    page.set_default_timeout(5_000)
    link = page.locator("a[href*='/2021/targets/']").first
    code = link.get_attribute("href").split("/targets/")[1].split("?")[0]
    context.close()
    return code


@pytest.fixture
def visit(server, browser, request):
    """Opens a page of the table in a window of its own; what goes wrong is collected on it."""
    contexts = []

    def open_page(page, language="vi", width=1440, height=900, check=True, **options):
        window = new_window(server, browser, request, page, language, width, height, options)
        contexts.append(window.context)
        return went(window, page, request, check)

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def windows():
    return {}


@pytest.fixture
def look(server, browser, request, windows):
    """The same for tests that only look: windows of one kind are opened once and used again."""

    def open_page(page, language="vi", width=1440, height=900, **options):
        kind = (page.signed_in, language, width, height, *sorted(options.items()))
        if kind not in windows:
            windows[kind] = new_window(
                server, browser, request, page, language, width, height, options
            )
        windows[kind].complaints.clear()
        return went(windows[kind], page, request, check=True)

    return open_page


def new_window(server, browser, request, page, language, width, height, options):
    server.require_alive()
    # Asked for only when needed, so that one that fails takes no other tests with it.
    if page.signed_in:
        options = {**options, "storage_state": request.getfixturevalue("session")}
    context = browser.new_context(
        base_url=server.address, viewport={"width": width, "height": height}, **options
    )
    context.add_cookies([{"name": "caicach_language", "value": language, "url": server.address}])
    window = context.new_page()
    window.set_default_timeout(20_000)
    window.complaints = []
    window.on("console", lambda message: note(window, message))
    window.on("pageerror", lambda error: window.complaints.append(str(error)))
    return window


def went(window, page, request, check):
    """The window once it stands at the page."""
    path = page.path
    if "{target}" in path:
        path = path.replace("{target}", request.getfixturevalue("target"))
    answer = window.goto(path)
    if check:
        assert answer.status == page.status
    return window


def note(window, message) -> None:
    # Chromium itself reports the status of a page that is an error page on purpose.
    if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
        window.complaints.append(message.text)
