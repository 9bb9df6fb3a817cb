"""What people do here, by keyboard, from the first key to the last."""

from pages import Page

HOME = Page("/2021")


def focused(window) -> str:
    return window.evaluate("document.activeElement.textContent.trim() || document.activeElement.name")


def test_the_first_key_skips_to_the_page_itself(visit):
    window = visit(HOME)
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.getAttribute('href')") == "#main"
    window.keyboard.press("Enter")
    assert window.evaluate("document.activeElement.id") == "main"


def test_every_stop_of_the_tab_key_can_be_seen_and_none_is_a_trap(visit):
    window = visit(HOME)
    stops = window.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
            .filter(element => element.tabIndex >= 0 && element.checkVisibility()
                && element.type !== 'hidden').length"""
    )
    seen = set()
    for _ in range(stops):
        window.keyboard.press("Tab")
        place = window.evaluate(
            """() => {
                const element = document.activeElement
                const style = getComputedStyle(element)
                const shown = style.outlineStyle !== 'none' || style.boxShadow !== 'none'
                window.stops = window.stops || []
                if (!window.stops.includes(element)) window.stops.push(element)
                return [window.stops.indexOf(element), shown, element.outerHTML.slice(0, 90)]
            }"""
        )
        assert place[1], "no sign of focus on " + place[2]
        seen.add(place[0])
    assert len(seen) == stops


def test_another_day_is_asked_for_by_keyboard(visit):
    window = visit(HOME)
    window.focus("[name=on]")
    window.keyboard.press("Control+A")
    window.keyboard.type("30/06/2021")
    window.keyboard.press("Enter")
    window.wait_for_url("**on=30%2F06%2F2021**")
    assert "30/06/2021" in window.locator("footer").inner_text()


def test_a_day_that_does_not_exist_says_how_to_write_one(visit):
    window = visit(Page("/2021?on=31/02/2021", status=400))
    assert "15/10/2021" in window.locator("main").inner_text()


def test_the_language_changes_and_stays_changed(visit):
    window = visit(HOME)
    window.click("a[hreflang=en]")
    assert window.locator("html").get_attribute("lang") == "en"
    window.goto("/2021/plan")
    assert window.locator("html").get_attribute("lang") == "en"


def test_a_wrong_password_is_answered_beside_the_field(visit):
    window = visit(Page("/sign-in"))
    window.fill("[name=login]", "ai-do")
    window.fill("[name=password]", "sai")
    window.keyboard.press("Enter")
    window.wait_for_url("**/session")
    assert window.input_value("[name=login]") == "ai-do"
    assert "không đúng" in window.locator("main").inner_text()


def test_signing_out_works_without_script(visit, server, browser):
    # A session of its own, for it ends here.
    context = browser.new_context(base_url=server.address, java_script_enabled=False)
    window = context.new_page()
    window.goto("/sign-in")
    from conftest import PASSWORD

    visit(Page("/2021", signed_in=True))  # the password has been chosen
    window.fill("[name=login]", "quantri")
    window.fill("[name=password]", PASSWORD)
    window.click("main button")
    window.wait_for_url("**/2021")
    window.click("form[action='/session/closure'] button")
    window.goto("/account")
    assert "/sign-in" in window.url
    context.close()
