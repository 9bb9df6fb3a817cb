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
    window.wait_for_url("**/inbox")
    window.click("form[action='/session/closure'] button")
    window.goto("/account")
    assert "/sign-in" in window.url
    context.close()


FINDING = {
    "body_code": "BD-SNV",
    "text": "Chưa niêm yết công khai thủ tục hành chính mới",
    "found_on": "01/10/2021",
    "due_on": "30/10/2021",
}


def fill(window, fields) -> None:
    for name, value in fields.items():
        window.fill(f"main [name={name}]", value)


def findings(window) -> str:
    """What the list of findings says on all of its pages."""
    window.goto("/2021/findings")
    said = window.locator("main").inner_text()
    while window.locator("main a[rel=next]").count():
        window.click("main a[rel=next]")
        said += window.locator("main").inner_text()
    return said


def test_a_finding_is_recorded_by_keyboard_said_once_and_listed(visit):
    window = visit(Page("/2021/findings/new", signed_in=True))
    fill(window, FINDING)
    window.focus("main button.main")
    window.keyboard.press("Enter")
    window.wait_for_url(lambda url: not url.endswith("/new"))
    assert window.locator(".flash[role=status]").inner_text()
    window.reload()
    assert window.locator(".flash").count() == 0
    assert FINDING["text"] in findings(window)


def test_a_form_with_a_mistake_comes_back_filled_in_with_the_reason_at_the_field(visit):
    window = visit(Page("/2021/findings/new", signed_in=True))
    fill(window, FINDING | {"due_on": "31/02/2021"})
    window.click("main button.main")
    due = window.locator("[name=due_on]")
    due.wait_for()
    assert window.input_value("[name=text]") == FINDING["text"]
    assert due.get_attribute("aria-invalid") == "true"
    reason = window.locator("#" + due.get_attribute("aria-describedby").split()[0])
    assert "31/02/2021" in reason.inner_text()


def test_a_list_with_mistakes_is_refused_row_by_row_and_nothing_is_written(visit):
    window = visit(Page("/2021/findings/import", signed_in=True))
    table = "body_code,text,found_on,due_on\nBD-SNV,Một,01/10/2021,30/10/2021\nXYZ,Hai,31/02/2021,\n"
    window.fill("[name=table]", table)
    window.click("main button.main")
    problems = window.locator(".notice.broken")
    problems.wait_for()
    said = problems.inner_text()
    assert "31/02/2021" in said and "found_on" in said and "due_on" in said and "3" in said
    assert window.locator("[name=confirmed]").count() == 0


def test_a_list_is_tried_first_and_taken_only_when_confirmed(visit):
    name = "Nhập từ bảng tính: hồ sơ để quá hạn"
    window = visit(Page("/2021/findings/import", signed_in=True))
    window.fill("[name=table]", f"body_code,text,found_on,due_on\nBD-SNV,{name},01/10/2021,30/10/2021\n")
    window.click("main button.main")
    confirm = window.locator("form:has([name=confirmed]) button")
    confirm.wait_for()
    assert name not in findings(visit(Page("/2021/findings")))
    confirm.click()
    window.wait_for_url("**/2021/findings")
    assert name in findings(window)


def test_a_list_exported_and_imported_again_changes_nothing(visit, tmp_path):
    window = visit(Page("/2021/findings", signed_in=True))
    for kind in ["csv", "xlsx"]:
        with window.expect_download() as download:
            window.evaluate(f"location.href = '/2021/findings.{kind}'")
        file = tmp_path / f"findings.{kind}"
        download.value.save_as(file)
        window.goto("/2021/findings/import")
        window.set_input_files("[name=file]", file)
        window.click("main button.main")
        outcome = window.locator("#outcome")
        outcome.wait_for()
        assert window.locator(".notice.broken").count() == 0
        counts = window.locator(".parts li").all_inner_texts()
        assert counts[0].split()[0] in ("0", "00"), counts
        assert counts[1].split()[0] in ("0", "00"), counts
        window.goto("/2021/findings")


def test_without_a_session_a_form_is_refused_and_asks_to_sign_in(visit):
    window = visit(Page("/2021/findings/new", signed_in=True))
    fill(window, FINDING)
    window.context.clear_cookies()
    window.click("main button.main")
    window.wait_for_load_state()
    assert window.locator("main a[href^='/sign-in']").count() >= 1
