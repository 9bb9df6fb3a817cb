"""What agencies report each period: on a phone with few touches, without script, two at once."""

import re

import pytest
from conftest import PASSWORD
from pages import Page
from test_evidence import PIXEL

PHONE = {"width": 390, "height": 844}
QUARTER = Page("/2021/submissions/q3?show=missing", signed_in=True)

MOST_INTERACTIONS = 40

# Other bytes than those of other tests: the same ones would be cited, not kept twice.
PHOTO = PIXEL + b"1"


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

    def attach(self, target, file):
        """A tap on the field and one on the photo."""
        self.count += 2
        target.set_input_files(file)


@pytest.fixture(scope="module")
def commune(server, browser, session):
    """A commune that has not sent its third quarter, and a new officer of it with a password."""
    context = browser.new_context(base_url=server.address, storage_state=session)
    page = context.new_page()
    page.goto("/2021/submissions/q3?show=missing&block=communes")
    href = page.locator("table.board tbody th a").first.get_attribute("href")
    code = href.split("/")[-1].split("?")[0]
    login = "canbo.xa"
    page.goto("/accounts/new")
    for name, value in {"login": login, "name": "Công chức xã", "agency_code": code}.items():
        page.fill(f"[name={name}]", value)
    page.select_option("[name=role]", "officer")
    page.click("main form button")
    link = re.search(r"https?://\S+", page.locator("main").inner_text()).group(0)
    context.close()
    context = browser.new_context(base_url=server.address)
    page = context.new_page()
    page.goto(link)
    page.fill("[name=password]", PASSWORD)
    page.fill("[name=again]", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/inbox")
    context.close()
    return code, login


def test_a_commune_sends_its_quarter_on_a_phone_in_forty_touches(server, browser, commune):
    """From the sign-in page to the receipt, by what the pages themselves offer, with one photo."""
    code, login = commune
    context = browser.new_context(
        base_url=server.address, viewport=PHONE, has_touch=True, is_mobile=True)
    window = context.new_page()
    window.set_default_timeout(15_000)
    window.goto("/sign-in")

    touches = Touches(window)
    touches.type(window.locator("[name=login]"), login)
    touches.type(window.locator("[name=password]"), PASSWORD)
    touches.tap(window.locator("main button").first)
    window.wait_for_url("**/inbox")
    to_form(window, touches, code)
    assert window.evaluate("document.documentElement.scrollWidth") <= 390
    fill_in(window, touches)
    touches.tap(window.locator("button.main[formaction$='/rounds']"))
    window.wait_for_url(re.compile(rf"/2021/submissions/q3/{code}$"))

    assert "Đã gửi báo cáo số" in window.locator(".flash[role=status]").inner_text()
    shown = window.locator("main").inner_text()
    assert "Biên nhận" in shown and "anh-hien-truong.png" in shown
    assert "đã gửi số liệu, chờ văn bản ký" in shown
    print("interactions:", touches.count)
    assert touches.count <= MOST_INTERACTIONS, touches.count
    context.close()


def to_form(window, touches, code):
    """From the first page after signing in to the page to fill in."""
    straight = window.locator(f"main a[href*='/submissions/q3/{code}/form']")
    if straight.count():
        touches.tap(straight.first)
    else:
        touches.tap(window.locator(".menu"))
        touches.tap(window.locator(".rail a[href*='/submissions']").first)
        touches.tap(window.locator("main a[href$='/submissions/q3']").first)
        touches.tap(window.locator(f"main a[href*='/submissions/q3/{code}']").first)
        touches.tap(window.locator("a.button[href$='/form']"))
    window.wait_for_url("**/form*")


def fill_in(window, touches):
    """Proves one task that is done by a photo, explains the others, and says how the open ones stand."""
    lines = window.locator("details.report-line[open]")
    days = [line.locator("[name$='.done_on']").input_value() for line in lines.all()]
    proven = next((place for place, day in enumerate(days) if day), 0)
    identity = lines.nth(proven).get_attribute("id")
    touches.attach(
        lines.nth(proven).locator("input[type=file][capture]"),
        {"name": "anh-hien-truong.png", "mimeType": "image/png", "buffer": PHOTO})
    # The page is sent with it and comes back; what is done and proven is folded away.
    window.locator(f"#{identity} .bullets", has_text="anh-hien-truong.png").wait_for(state="attached")
    for line in lines.all():
        explanation = line.locator("[name$='.explanation']")
        if not line.locator("[name$='.done_on']").input_value():
            touches.type(line.locator("[name$='.percent']"), "80")
            touches.type(line.locator("[name$='.result']"), "Đang hoàn thiện hồ sơ.")
        elif explanation.count() and not explanation.input_value():
            touches.type(explanation, "Bản giấy lưu tại văn thư, bản điện tử gửi sau.")


def test_a_file_given_for_a_task_loses_nothing_that_was_typed_without_script(server, browser, session):
    context = browser.new_context(
        base_url=server.address, storage_state=session, java_script_enabled=False, viewport=PHONE)
    window = context.new_page()
    window.goto("/2021/submissions/year/BD-SXD/form")
    window.fill("[name=difficulties]", "Đang viết thì gửi tệp")
    line = window.locator("details.report-line[open]", has=window.locator("input[capture]")).first
    identity = line.get_attribute("id")
    line.locator("input[type=file]").first.set_input_files(
        {"name": "bien-ban.png", "mimeType": "image/png", "buffer": PHOTO + b"2"})
    line.locator("button[name=attach]").click()

    assert "Đã nhận 01 tài liệu" in window.locator(".flash").inner_text()
    assert window.url.endswith(f"#{identity}")
    assert "bien-ban.png" in window.locator(f"#{identity}").inner_text()
    assert window.input_value("[name=difficulties]") == "Đang viết thì gửi tệp"
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
    window.click("main form.report .send-bar button:not(.main)")
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
        window.click("main form.report .send-bar button:not(.main)")
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
