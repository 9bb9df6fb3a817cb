"""Accounts as people meet them: an invitation scanned, a phone as second factor, the office's own sign-in."""

import base64
import hashlib
import hmac
import io
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from PIL import Image

from conftest import PASSWORD, Server

ISSUER = Path(__file__).parent.parent / "FaultTests/Accounts/issuer.py"
SECRET = "bí mật của máy khách"


@pytest.fixture(scope="module")
def issuer():
    process = subprocess.Popen([sys.executable, str(ISSUER)], stdout=subprocess.PIPE, text=True)
    yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    process.kill()
    process.wait()


@pytest.fixture(scope="module")
def office(issuer):
    """A server of its own, for what is done here changes accounts."""
    with tempfile.TemporaryDirectory() as folder:
        secret = Path(folder) / "secret"
        secret.write_text(SECRET)
        server = Server(
            folder, "--oidc-issuer", issuer, "--oidc-secret-file", str(secret), "--oidc-name", "SSO tỉnh")
        yield server
        server.stop()


@pytest.fixture
def window(office, browser):
    """Opens a window of a person's own."""
    contexts = []

    def open_window(**options):
        context = browser.new_context(base_url=office.address, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def administrator(office, browser):
    """The cookies of the administrator."""
    context = browser.new_context(base_url=office.address)
    page = context.new_page()
    sign_in(page, "quantri", office.one_time_password)
    page.fill("[name=current]", office.one_time_password)
    choose_password(page)
    page.wait_for_url("**/inbox")
    state = context.storage_state()
    context.close()
    return state


def sign_in(page, login, password):
    page.goto("/sign-in")
    page.fill("[name=login]", login)
    page.fill("[name=password]", password)
    page.click("main form button")


def choose_password(page, password=PASSWORD):
    page.fill("[name=password]", password)
    page.fill("[name=again]", password)
    page.click("main form button")


def invite(page, login, name):
    page.goto("/accounts/new")
    page.fill("[name=login]", login)
    page.fill("[name=name]", name)
    page.click("main form button.main")


def scanned(page) -> str:
    """What a phone reads from the QR code on the page."""
    picture = Image.open(io.BytesIO(page.locator("svg.qr").first.screenshot())).convert("RGB")
    found = zxingcpp.read_barcodes(picture)
    assert len(found) == 1, "one code that can be read"
    return found[0].text


def shown(address) -> str:
    """The code that an authenticator app shows, by RFC 6238."""
    fields = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    assert fields["algorithm"] == "SHA1" and fields["digits"] == "6" and fields["period"] == "30"
    key = base64.b32decode(fields["secret"])
    mac = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1)
    start = mac[19] & 15
    return f"{(struct.unpack('>I', mac[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_invitation_is_scanned_and_taken_up_on_a_phone(window, administrator, scheme):
    desk = window(storage_state=administrator, color_scheme=scheme)
    invite(desk, f"an.nguyen.{scheme}", "Nguyễn Thị An")

    address = scanned(desk)

    phone = window(viewport={"width": 390, "height": 844})
    phone.goto(address)
    assert "Nguyễn Thị An" in phone.locator("main").inner_text()
    choose_password(phone, "an.nguyen 2021")
    assert "dễ đoán" in phone.locator("main").inner_text()
    choose_password(phone, "thuyền giấy qua sông")
    phone.wait_for_url("**/inbox")
    phone.goto(address)
    assert "không dùng được" in phone.locator("main").inner_text()


def test_a_slip_prints_with_a_code_that_can_be_read(window, administrator):
    desk = window(storage_state=administrator)
    invite(desk, "giay.in", "Người nhận phiếu")
    desk.emulate_media(media="print")
    assert "/invitations/" in scanned(desk)
    assert not desk.locator("nav.rail").is_visible()


def test_a_phone_becomes_the_second_factor_and_lets_its_person_in(window, administrator):
    desk = window(storage_state=administrator)
    invite(desk, "hai.lop", "Trần Hai Lớp")
    person = window()
    person.goto(scanned(desk))
    choose_password(person)
    person.goto("/account/second-factor")
    address = scanned(person)
    assert address.startswith("otpauth://totp/CaiCach")

    code = shown(address)
    person.fill("[name=code]", code)
    person.click("main form button.main")
    codes = person.locator(".codes code").all_inner_texts()
    assert len(codes) == 10

    again = window()
    sign_in(again, "hai.lop", PASSWORD)
    again.wait_for_url("**/sign-in/code**")
    again.fill("[name=code]", code)
    again.click("main form button")
    assert "đã dùng" in again.locator("main").inner_text(), "the code that set it up is used up"
    again.fill("[name=code]", codes[0])
    again.click("main form button")
    again.wait_for_url("**/inbox")


def test_a_session_elsewhere_is_ended_from_ones_own_page(window, administrator):
    desk = window(storage_state=administrator)
    invite(desk, "hai.noi", "Lê Hai Nơi")
    here = window()
    here.goto(scanned(desk))
    choose_password(here)
    here.wait_for_url("**/inbox")
    there = window()
    sign_in(there, "hai.noi", PASSWORD)
    there.wait_for_url("**/inbox")

    here.goto("/account")
    here.locator("td button").click()

    there.goto("/account")
    assert "/sign-in" in there.url
    here.goto("/account")
    assert here.url.endswith("/account")


def test_the_offices_own_sign_in_takes_up_an_invitation_and_lets_in_from_then_on(
        window, administrator, issuer):
    desk = window(storage_state=administrator)
    invite(desk, "qua.sso", "Phạm Qua Cổng")
    address = scanned(desk)
    window().goto(issuer + "/control?subject=pham")

    person = window()
    person.goto(address)
    person.click("text=Nhận tài khoản bằng SSO tỉnh")
    person.wait_for_url("**/inbox")
    assert "Phạm Qua Cổng" in person.locator("header").inner_text()

    again = window()
    again.goto("/sign-in")
    again.click("text=Đăng nhập bằng SSO tỉnh")
    again.wait_for_url("**/inbox")
    assert "Phạm Qua Cổng" in again.locator("header").inner_text()


def test_a_list_invites_many_after_a_dry_run(window, administrator):
    desk = window(storage_state=administrator)
    desk.goto("/accounts/import")
    desk.fill("[name=table]", "login,name\nds.mot,Người Một\nds.hai,Người Hai\n")
    desk.click("main form button.main")
    assert "Sẽ thêm 2" in desk.locator("main").inner_text()
    desk.locator("section form button.main").click()
    assert desk.locator(".slip").count() == 2
