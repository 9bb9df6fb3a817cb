"""A commune's quarter on a phone: one page, one submit, and few enough touches."""

import re

from pages import Page

PHONE = {"width": 390, "height": 844}
QUARTER = Page("/2021/submissions/q3?show=missing", signed_in=True)

MOST_INTERACTIONS = 40


class Touches:
    """Counts what a person does: each tap, and each field typed into."""

    def __init__(self, window):
        self.window = window
        self.count = 0

    def tap(self, target):
        self.count += 1
        target.click()

    def type(self, target, text):
        self.count += 1
        target.fill(text)


def test_a_commune_sends_its_quarter_on_a_phone_in_forty_touches(server, browser, session):
    context = browser.new_context(
        base_url=server.address, storage_state=session, viewport=PHONE, has_touch=True, is_mobile=True)
    window = context.new_page()
    window.set_default_timeout(15_000)
    window.goto("/2021/submissions/q3?show=missing&block=communes")
    commune = window.locator("table.board tbody th a").first.get_attribute("href")

    touches = Touches(window)
    window.goto(commune)
    touches.tap(window.locator("a.button[href$='/form']"))
    window.wait_for_url("**/form")
    assert window.evaluate("document.documentElement.scrollWidth") <= 390
    for line in window.locator("details.report-line[open]").all():
        done = line.locator("[name$='.done_on']")
        if done.count() and not done.input_value():
            touches.type(line.locator("[name$='.percent']"), "80")
            touches.type(line.locator("[name$='.result']"), "Đang hoàn thiện hồ sơ.")
        elif done.count() and line.locator(".bullets").count() == 0:
            explanation = line.locator("[name$='.explanation']")
            if not explanation.input_value():
                touches.type(explanation, "Bản giấy lưu tại văn thư, bản điện tử gửi sau.")
    touches.tap(window.locator("button.main[formaction$='/rounds']"))
    window.wait_for_url(re.compile(r"/2021/submissions/q3/[^/]+$"))
    assert window.locator(".flash[role=status]").is_visible()
    assert "Biên nhận" in window.locator("main").inner_text()
    assert touches.count <= MOST_INTERACTIONS, touches.count
    print("interactions:", touches.count)
    context.close()


def test_a_saved_draft_cannot_be_taken_for_a_submission(visit, server, session, browser):
    window = visit(Page("/2021/submissions/year/BD-SNV/form", signed_in=True), width=390)
    window.fill("[name=difficulties]", "Đang viết dở")
    window.locator("[data-state]", has_text="Đã lưu nháp").wait_for()
    window.reload()
    assert window.input_value("[name=difficulties]") == "Đang viết dở"
    said = window.locator("[data-state]").inner_text()
    assert "Bản nháp, chưa gửi" in said
    window.goto("/2021/submissions/year/BD-SNV")
    shown = window.locator("main").inner_text()
    assert "Đang viết dở" not in shown
    assert "bản nháp không phải là báo cáo đã gửi" in shown


def test_the_page_is_filled_in_and_saved_without_script(server, browser, session):
    context = browser.new_context(
        base_url=server.address, storage_state=session, java_script_enabled=False, viewport=PHONE)
    window = context.new_page()
    window.goto("/2021/submissions/year/BD-STP/form")
    window.fill("[name=difficulties]", "Không có script")
    window.click("main form.report .send button:not(.main)")
    assert "chưa được gửi" in window.locator(".flash").inner_text()
    assert window.input_value("[name=difficulties]") == "Không có script"
    context.close()


def test_two_who_send_at_once_see_both_sides(server, browser, session):
    windows = []
    for text in ["Người thứ nhất", "Người thứ hai"]:
        context = browser.new_context(
            base_url=server.address, storage_state=session, java_script_enabled=False)
        window = context.new_page()
        window.goto("/2021/submissions/year/BD-SYT/form")
        window.fill("[name=difficulties]", text)
        windows.append(window)
    for window in windows:
        window.click("main form.report .send button:not(.main)")
    conflict = windows[1].locator(".conflict")
    assert "Người thứ nhất" in conflict.inner_text()
    assert windows[1].input_value("[name=difficulties]") == "Người thứ hai"
    for window in windows:
        window.context.close()


def test_several_reports_are_accepted_at_once(visit):
    window = visit(Page("/2021/submissions/q3?show=to-receive", signed_in=True))
    boxes = window.locator("input[name=agency]")
    before = boxes.count()
    assert before >= 2
    for box in boxes.all()[:2]:
        box.check()
    window.fill("[name=reason]", "Tiếp nhận thay đơn vị cấp trên")
    window.click("button[value=accepted]")
    assert "02 báo cáo" in window.locator(".flash").inner_text()
    window.goto(QUARTER.path.replace("missing", "to-receive"))
    assert window.locator("input[name=agency]").count() == before - 2
