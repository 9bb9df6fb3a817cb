"""Nothing typed is lost: two people at one record, and a form left open past its session's end."""

import sqlite3

import pytest

from conftest import PASSWORD
from pages import Page

FINDING = "/2021/findings/5"


@pytest.fixture
def people(browser, server, session):
    """Windows of people who have signed in; without script, for nothing here may need it."""
    contexts = []

    def open_window(state=session, script=False):
        context = browser.new_context(
            base_url=server.address, storage_state=state, java_script_enabled=script
        )
        contexts.append(context)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


def test_the_second_of_two_editors_sees_both_sides_and_merges(people):
    first, second = people(), people()
    first.goto(FINDING + "/terms")
    second.goto(FINDING + "/terms")
    first.fill("[name=evidence]", "Báo cáo của người thứ nhất")
    first.fill("[name=due_on]", "30/11/2021")
    first.click("main button.main")
    second.fill("[name=text]", "Nội dung của người thứ hai")
    second.fill("[name=due_on]", "15/12/2021")
    second.click("main button.main")

    shown = second.locator(".conflict").inner_text()
    for side in ["Báo cáo của người thứ nhất", "30/11/2021", "15/12/2021", "cần chọn"]:
        assert side in shown
    assert second.input_value("[name=text]") == "Nội dung của người thứ hai"
    assert second.input_value("[name=evidence]") == "Báo cáo của người thứ nhất"
    assert second.input_value("[name=due_on]") == "15/12/2021"

    second.fill("[name=due_on]", "30/11/2021")
    second.click("main button.main")
    assert second.locator(".conflict").count() == 0
    first.goto(FINDING + "/terms")
    assert first.input_value("[name=text]") == "Nội dung của người thứ hai"
    assert first.input_value("[name=due_on]") == "30/11/2021"
    assert first.input_value("[name=evidence]") == "Báo cáo của người thứ nhất"


def test_a_form_left_open_past_the_sessions_end_survives_signing_in_again(
    people, server, browser, visit
):
    visit(Page("/2021", signed_in=True))  # the password has been chosen
    # A session of its own, for it runs out here.
    context = browser.new_context(base_url=server.address, java_script_enabled=False)
    window = context.new_page()
    sign_in(window)
    window.goto(FINDING + "/terms")
    window.fill("[name=evidence]", "Gửi khi phiên đã hết")
    run_out(server)

    window.click("main button.main")
    window.wait_for_url("**/sign-in**")
    assert "được giữ lại" in window.locator(".flash").inner_text()
    sign_in(window, goto=False)
    window.wait_for_url("**/late-form")
    assert "Gửi khi phiên đã hết" in window.locator("main table").inner_text()
    window.click("main button.main")
    window.wait_for_url("**" + FINDING)
    window.goto(FINDING + "/terms")
    assert window.input_value("[name=evidence]") == "Gửi khi phiên đã hết"
    assert window.goto("/late-form").status == 404
    context.close()


def sign_in(window, goto=True):
    if goto:
        window.goto("/sign-in")
    window.fill("[name=login]", "quantri")
    window.fill("[name=password]", PASSWORD)
    window.click("main button")


def run_out(server):
    """The session that began last was not used for a day."""
    with sqlite3.connect(server.database, timeout=15) as database:
        changed = database.execute(
            """UPDATE sessions SET seen_at = strftime('%Y-%m-%dT%H:%M:%S.000Z', 'now', '-1 day')
            WHERE started_at = (SELECT max(started_at) FROM sessions)"""
        )
        assert changed.rowcount == 1


def test_a_post_is_handed_over_by_keyboard_alone(people):
    window = people(script=True)
    window.goto("/agencies/BD-SNV/people")
    window.locator("a[href$='/hand-over']").first.focus()
    window.keyboard.press("Enter")
    window.wait_for_url("**/hand-over")
    window.focus("[name=successor]")
    window.keyboard.press("ArrowDown")
    chosen = window.locator("[name=successor]").evaluate("field => field.selectedOptions[0].text")
    window.focus("[name=basis]")
    window.keyboard.type("99/QĐ")
    window.keyboard.press("Enter")
    window.wait_for_url("**/people/*")
    assert chosen.split(",")[0] in window.locator("h1").inner_text()
    assert "việc" in window.locator(".flash").inner_text()
