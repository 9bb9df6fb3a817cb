"""What holds for every page: accessible, quiet, and no wider than the window."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages import ALL, VISITOR, Page

axe = Axe()
WIDTHS = [1440, 390]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", ALL, ids=str)
def test_axe_finds_nothing_and_nothing_runs_out_of_the_window(look, page, width, scheme):
    window = look(page, width=width, color_scheme=scheme)
    found = axe.run(window, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    assert overflow(window) == []
    assert window.complaints == []


@pytest.mark.parametrize("page", ALL, ids=str)
def test_it_is_there_in_english_too(look, page):
    window = look(page, language="en")
    assert window.locator("html").get_attribute("lang") == "en"
    assert axe.run(window, options={"resultTypes": ["violations"]}).violations_count == 0
    assert window.complaints == []


@pytest.mark.parametrize("page", ALL, ids=str)
def test_at_200_percent_nothing_runs_out_of_the_window(look, page):
    """A window of 1440 has 720 left then."""
    window = look(page, width=720, height=450, device_scale_factor=2)
    assert overflow(window) == []


@pytest.mark.parametrize("page", ALL, ids=str)
def test_it_works_without_script(look, page):
    window = look(page, java_script_enabled=False)
    assert window.locator("main h1").count() == 1
    assert window.locator("main").inner_text().strip()


@pytest.mark.parametrize("page", VISITOR, ids=str)
def test_it_can_be_printed(visit, page):
    window = visit(page, width=794, height=1123)
    window.emulate_media(media="print")
    assert overflow(window) == []
    assert window.pdf(format="A4", print_background=True).startswith(b"%PDF")


def test_nothing_comes_from_another_site(visit, server):
    asked = []
    window = visit(Page("/sign-in"))
    window.on("request", lambda request: asked.append(request.url))
    window.goto("/2021")
    assert asked and all(url.startswith(server.address) for url in asked)


def overflow(window) -> list[str]:
    """The elements that make the page wider than its window; boxes that scroll by themselves may."""
    return window.evaluate(
        """() => {
            const width = document.documentElement.clientWidth
            if (document.documentElement.scrollWidth <= width) return []
            const name = element => element.tagName.toLowerCase() + '.' + element.className
            return [...document.querySelectorAll('body *')]
                .filter(element => element.getBoundingClientRect().right > width + 1)
                .map(name).slice(0, 8)
        }"""
    )
