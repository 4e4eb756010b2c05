"""Logging in at a vendor: no key is copied, the browser goes there and comes back."""
import json
import re
import subprocess
import time

import pytest
from playwright.sync_api import expect

from conftest import PRODUCTS, Daemon


@pytest.fixture
def vendor(tmp_path):
    """A server that wants a login, and the authorization server that gives it at once."""
    log = tmp_path / "vendor.log"
    process = subprocess.Popen([PRODUCTS / "openwork-mock-everything", "oauth"], stdout=log.open("w"), stderr=subprocess.STDOUT)
    end = time.monotonic() + 30
    while not (found := re.search(r"http://127\.0\.0\.1:\d+/mcp", log.read_text())):
        assert process.poll() is None and time.monotonic() < end, log.read_text()
        time.sleep(0.05)
    yield found[0]
    process.terminate()
    process.wait(30)


def test_a_login_at_the_vendor_connects_the_integration(page, vendor, tmp_path):
    home = tmp_path / "home"
    (home / "registry").mkdir(parents=True)
    entry = {"id": "vendor", "name": "Vendor", "servers": [{"kind": "remote", "url": vendor}], "auth": "oauth2"}
    (home / "registry/integrations.json").write_text(json.dumps([entry]))
    daemon = Daemon(tmp_path, "--home", str(home))
    try:
        page.goto(daemon.url + "/dashboard#/integrations/vendor/configure")
        panel = page.get_by_role("dialog")
        with page.expect_popup() as waiting:
            panel.get_by_role("button", name="Log in").click()
        # The vendor sends the browser back to the daemon, which says how it ended.
        waiting.value.wait_for_url("**/oauth/callback*")
        expect(panel.get_by_text("You are logged in.")).to_be_visible(timeout=30_000)
        assert daemon.ask("/api/integrations/vendor/oauth")["loggedIn"]
        assert daemon.ask("/api/integrations/vendor/tools")["tools"], "what needs the login has to answer now"
    finally:
        daemon.stop()
