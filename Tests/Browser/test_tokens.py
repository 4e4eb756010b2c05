"""A daemon that others can reach: a person logs in with a token, and nobody learns anything without."""
import os
import subprocess
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from conftest import Daemon

TOKEN = "f4b1c0d2e3a495867788990011223344"


@pytest.fixture
def guarded(tmp_path):
    tokens = tmp_path / "tokens"
    tokens.write_text(TOKEN + "\n")
    os.chmod(tokens, 0o600)
    daemon = Daemon(tmp_path, "--home", str(tmp_path / "guarded"), "--tokens", str(tokens))
    yield daemon
    daemon.stop()


def test_a_token_is_asked_for_checked_kept_for_the_window_and_forgotten(browser, page, guarded):
    page.goto(guarded.url + "/dashboard")
    expect(page.get_by_role("heading", name="This daemon wants a token")).to_be_visible()
    assert "github" not in page.content().lower(), "the page tells something before anybody has shown a token"
    page.get_by_label("Token").fill("x" * 32)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_contain_text("none of its tokens")
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Which agents do you have?").or_(page.locator(".card").first).first).to_be_visible()
    expect(page.locator(".live")).to_have_text("Live")
    page.goto(guarded.url + "/dashboard#/integrations")
    page.reload()
    expect(page.locator(".card").first).to_be_visible()
    page.goto(guarded.url + "/dashboard#/roles/engineering")
    expect(page.locator(".snippets pre").first).to_contain_text("Bearer TOKEN")
    assert TOKEN not in page.content() and TOKEN not in page.url
    other = browser.new_context()
    stranger = other.new_page()
    stranger.goto(guarded.url + "/dashboard")
    expect(stranger.get_by_role("heading", name="This daemon wants a token")).to_be_visible()
    other.close()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", name="This daemon wants a token")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="This daemon wants a token")).to_be_visible()


@pytest.mark.parametrize("path", ["/api/status", "/api/events", "/dashboard/plain", "/metrics", "/openapi.json"])
def test_nothing_is_told_without_a_token(guarded, path):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(guarded.url + path, timeout=20)
    assert refused.value.code == 401


def test_the_dashboard_works_over_tls(browser, tmp_path):
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
         "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", tmp_path / "key.pem", "-out",
         tmp_path / "cert.pem"], capture_output=True)
    assert made.returncode == 0, made.stderr
    tokens = tmp_path / "tokens"
    tokens.write_text(TOKEN + "\n")
    os.chmod(tokens, 0o600)
    os.chmod(tmp_path / "key.pem", 0o600)
    daemon = Daemon(tmp_path, "--home", str(tmp_path / "home"), "--tokens", str(tokens), "--tls-certificate",
                    str(tmp_path / "cert.pem"), "--tls-key", str(tmp_path / "key.pem"))
    context = browser.new_context(ignore_https_errors=True)
    page = context.new_page()
    try:
        assert daemon.url.startswith("https://")
        page.goto(daemon.url + "/dashboard#/integrations")
        page.get_by_label("Token").fill(TOKEN)
        page.get_by_role("button", name="Log in").click()
        expect(page.locator(".card").first).to_be_visible()
        expect(page.locator(".live")).to_have_text("Live")
    finally:
        context.close()
        daemon.stop()
