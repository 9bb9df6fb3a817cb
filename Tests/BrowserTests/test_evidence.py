"""Evidence given from a phone without script, and looked at; what it must never be is said."""

import base64

import pytest
from playwright.sync_api import expect

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
FINDING = "/2021/findings/7"


@pytest.fixture
def window(browser, server, session):
    contexts = []

    def open_window(script=False, **options):
        context = browser.new_context(
            base_url=server.address, storage_state=session, java_script_enabled=script, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        return page

    yield open_window
    for context in contexts:
        context.close()


def test_a_photo_from_a_phone_becomes_evidence_without_script(window):
    page = window(viewport={"width": 390, "height": 844})
    page.goto(FINDING)
    assert "tài liệu mật" in page.locator("#evidence .secret").inner_text()
    page.set_input_files("#evidence-camera", {"name": "anh.png", "mimeType": "image/png", "buffer": PIXEL})
    page.click("#evidence button.send")

    assert "Đã nhận 01 tài liệu" in page.locator(".flash").inner_text()
    page.click("#evidence .files a >> text=anh.png")
    picture = page.locator(".preview img")
    expect(picture).to_have_js_property("naturalWidth", 1)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390


def test_a_file_that_lies_is_named_and_the_form_comes_again(window):
    page = window()
    page.goto(FINDING)
    page.set_input_files(
        "#evidence-files", {"name": "quyet-dinh.pdf", "mimeType": "application/pdf", "buffer": PIXEL}
    )
    page.click("#evidence button.send")

    said = page.locator("[role=alert]").inner_text()
    assert "quyet-dinh.pdf" in said and "Ảnh PNG" in said
    assert page.locator("#evidence-files").count() == 1


def test_the_pages_of_a_pdf_are_seen(window):
    page = window(script=True)
    page.goto("/evidence/1")
    picture = page.locator(".preview img").first
    picture.scroll_into_view_if_needed()
    expect(picture).not_to_have_js_property("naturalWidth", 0)
    assert picture.evaluate("image => image.naturalWidth") > 500
    assert "Trang 1/1" == picture.get_attribute("alt")


def test_files_dropped_on_the_form_are_chosen(window):
    page = window(script=True)
    page.goto(FINDING)
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["xin chào"], "keo-tha.txt", { type: "text/plain" }));
            const form = document.querySelector("form[data-drop]");
            const note = form.querySelector(".secret");
            for (const name of ["dragover", "drop"])
                note.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
        }"""
    )
    page.click("#evidence button.send")
    assert "keo-tha.txt" in page.locator("#evidence .files").inner_text()
