"""What strangers may try: pages of other origins, and texts that would be markup."""
import http.server
import json
import pathlib
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request

import pytest
from playwright.sync_api import expect

from conftest import Daemon, wait_until
from hostile_server import NASTY
from test_login import vendor  # noqa: F401 (a fixture)
from vendor import Vendor

HERE = pathlib.Path(__file__).resolve().parent


@pytest.fixture
def stranger():
    """A page of another origin on this machine; its body is what a test puts into it."""
    class Page(http.server.BaseHTTPRequestHandler):
        body = b""

        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(Page.body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Page.url = f"http://127.0.0.1:{server.server_port}/"
    yield Page
    server.shutdown()


@pytest.fixture
def hostile(tmp_path):
    home = tmp_path / "home"
    (home / "registry").mkdir(parents=True)
    (home / "roles").mkdir()
    (home / "conformance").mkdir()
    entry = {
        "id": "hostile", "name": NASTY, "description": NASTY,
        "servers": [{"kind": "command", "executable": sys.executable, "arguments": [str(HERE / "hostile_server.py")]}],
        "configSchema": {"HOSTILE": {"type": "string", "description": NASTY, "choices": [NASTY, "b"], "docs": "https://example.com/'><script>window.owned=1</script>"}},
        "auth": "none",
    }
    (home / "registry/integrations.json").write_text(json.dumps([entry]))
    role = {"id": "hostile", "name": NASTY, "description": NASTY, "mcpServers": ["hostile"]}
    (home / "roles/hostile.json").write_text(json.dumps(role))
    row = {"integration": "hostile", "check": NASTY, "title": NASTY, "verdict": "failed", "expected": NASTY, "actual": NASTY, "repeat": NASTY}
    (home / "conformance/r.json").write_text(json.dumps({"startedAt": NASTY, "results": [row]}))
    daemon = Daemon(tmp_path, "--home", str(home))
    daemon.ask("/api/integrations/hostile/configure", {"env": {}})
    wait_until(lambda: daemon.ask("/api/integrations/hostile/tools")["tools"])
    yield daemon
    daemon.stop()


PLACES = [
    "#/integrations", "#/integrations/hostile", "#/integrations/hostile/configure", "#/integrations/hostile/tools",
    "#/integrations/hostile/log", "#/integrations/hostile/history", "#/integrations/hostile/versions", "#/roles/hostile",
    "#/activity/changes", "#/activity/audit", "#/activity/reviews", "#/conformance", "#/setup", "#/add", "#/contribute/hostile",
    "#/" + NASTY.replace("#", ""), "#/contribute/" + NASTY.replace("/", "%2F"), "#/integrations?q=" + NASTY,
]


def test_markup_in_any_field_stays_text(page, hostile):
    assert "<img" in hostile.ask("/api/integrations/hostile")["name"], "the name has to come through as it is"
    for place in PLACES:
        page.goto("about:blank")
        page.goto(hostile.url + "/dashboard" + place)
        page.wait_for_selector("main h1")
        for summary in page.locator("summary:visible").all():
            summary.click()
        for button in page.get_by_role("button", name="Try it").all():
            button.click()
        page.wait_for_timeout(300)
        assert page.evaluate("window.owned === undefined && !document.title.includes('owned')"), place
        assert page.locator("img:not(.brand img), script:not([src]), svg[onload]").count() == 0, place
        assert page.locator("a[href^='javascript:']").count() == 0, place
    page.goto(hostile.url + "/dashboard#/integrations/hostile/tools")
    page.locator(".tool summary").first.click()
    expect(page.locator(".tool small").first).to_have_text(NASTY)


def is_inert(page, place):
    assert page.evaluate("window.owned === undefined && !document.title.includes('owned')"), place
    assert page.locator("img:not(.brand img), script:not([src]), svg[onload], a[href^='javascript:']").count() == 0, place


def test_markup_in_an_openapi_document_stays_text(page, fresh):
    with Vendor(title=NASTY, text=NASTY) as vendor:
        page.goto(fresh.url + "/dashboard#/add")
        page.get_by_text("An OpenAPI document").click()
        page.get_by_label("Id", exact=True).fill("nasty")
        page.get_by_label("Name").fill("Nasty")
        page.get_by_label("Address of the document").fill(vendor.url + "/openapi.json")
        page.get_by_role("button", name="See what it makes").click()
        expect(page.locator(".made .about")).to_have_text(NASTY)
        for summary in page.locator(".made summary").all():
            summary.click()
        is_inert(page, "what it makes")
        page.get_by_role("button", name="Add it").click()
        panel = page.get_by_role("dialog")
        panel.locator("[name=NASTY_TOKEN]").fill("wrong")
        panel.get_by_role("button", name="Keep and prove it").click()
        expect(panel.locator(".outcome .told")).to_be_visible()
        for pane in ["overview", "configure", "tools", "log", "history", "versions"]:
            page.goto(fresh.url + f"/dashboard#/integrations/nasty/{pane}")
            page.wait_for_timeout(300)
            for summary in panel.locator("summary:visible").all():
                summary.click()
            for button in panel.get_by_role("button", name="Try it").all():
                button.click()
            page.wait_for_timeout(300)
            is_inert(page, pane)
        page.get_by_role("button", name="Close").click()
        page.goto(fresh.url + "/dashboard/plain/nasty")
        is_inert(page, "plain")
    bad = '{"openapi": "3.1.0", "servers": [{"url": %s}], "paths": {%s: {"get": {}}}}' % (json.dumps(NASTY), json.dumps(NASTY))
    page.goto(fresh.url + "/dashboard#/add")
    page.get_by_text("An OpenAPI document").click()
    page.get_by_label("Name").fill("Other")
    page.get_by_role("button", name="Paste it").click()
    page.get_by_role("textbox", name="The document").fill(bad)
    page.get_by_role("button", name="See what it makes").click()
    expect(page.locator(".told.disconnected")).to_contain_text("onerror")
    is_inert(page, "a document that cannot be used")


def test_markup_in_what_an_authorization_server_says_stays_text(page, vendor, tmp_path):
    home = tmp_path / "home"
    (home / "registry").mkdir(parents=True)
    entry = {"id": "vendor", "name": "Vendor", "servers": [{"kind": "remote", "url": vendor}], "auth": "oauth2"}
    (home / "registry/integrations.json").write_text(json.dumps([entry]))
    daemon = Daemon(tmp_path, "--home", str(home))
    try:
        begun = daemon.ask("/api/integrations/vendor/oauth/start", {})
        asked = urllib.parse.parse_qs(urllib.parse.urlsplit(begun["authorizationUrl"]).query)
        back = {"error": "access_denied", "error_description": NASTY, "error_uri": "javascript:window.owned=1"}
        for state in [asked["state"][0], NASTY]:
            page.goto(begun["redirectUri"] + "?" + urllib.parse.urlencode({**back, "state": state}))
            expect(page.locator("h1")).to_be_visible()
            is_inert(page, "the page after a log-in")
        page.goto(daemon.url + "/dashboard#/integrations/vendor/configure")
        expect(page.get_by_role("dialog")).to_be_visible()
        page.wait_for_timeout(500)
        is_inert(page, "the panel after a log-in")
    finally:
        daemon.stop()


def test_markup_stays_text_on_the_plain_pages(page, hostile):
    for path in ["/dashboard/plain", "/dashboard/plain/hostile"]:
        page.goto(hostile.url + path)
        assert page.locator("img, script, svg").count() == 0
        assert "owned" not in page.title().replace(NASTY, "")


def test_no_other_page_can_put_a_frame_around_it(page, demo, stranger):
    stranger.body = f"<iframe src='{demo.url}/dashboard'></iframe><iframe src='{demo.url}/dashboard/plain'></iframe>".encode()
    refused = []
    page.on("console", lambda line: refused.append(line.text))
    page.goto(stranger.url)
    page.wait_for_timeout(800)
    page.faults.clear()
    for frame in page.frames[1:]:
        assert frame.locator("main").count() == 0, frame.url


def test_no_other_page_can_send_a_form_or_a_request(page, demo, stranger):
    before = demo.ask("/api/integrations/linear")["revision"]
    stranger.body = f"""<form method=post action='{demo.url}/dashboard/plain/linear'><input name=_token value=x></form>""".encode()
    page.goto(stranger.url)
    with page.expect_response(lambda answer: "plain/linear" in answer.url) as waiting:
        page.evaluate("document.forms[0].submit()")
    assert waiting.value.status == 403
    page.wait_for_url("**/plain/linear")
    page.goto(stranger.url)
    outcome = page.evaluate("""async url => {
        const tries = [
            fetch(url + "/api/integrations/linear/configure", {method: "POST", headers: {"content-type": "application/json"}, body: '{"env": {}}'}),
            fetch(url + "/api/integrations/linear/disable", {method: "POST", mode: "no-cors", body: ""}),
            fetch(url + "/api/status"),
        ];
        return (await Promise.allSettled(tries)).map(one => one.status === "rejected" || one.value.type === "opaque" ? "closed" : String(one.value.status));
    }""", demo.url)
    assert outcome == ["closed"] * 3
    after = demo.ask("/api/integrations/linear")
    assert after["revision"] == before and after["enabled"]


@pytest.mark.parametrize("origin, site", [(None, None), ("http://localhost:1", None), ("null", None), ("own", "cross-site")])
def test_a_form_needs_its_own_origin(demo, origin, site):
    fields = {"Content-Type": "application/x-www-form-urlencoded"}
    if origin:
        fields["Origin"] = demo.url if origin == "own" else origin
    if site:
        fields["Sec-Fetch-Site"] = site
    request = urllib.request.Request(demo.url + "/dashboard/plain/linear", b"_token=x", fields, method="POST")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=20)
    assert refused.value.code == 403


def test_nothing_inline_may_run(page, demo):
    answer = page.goto(demo.url + "/dashboard")
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy and "frame-ancestors 'none'" in policy and "default-src 'none'" in policy
    assert page.locator("script:not([src]), style, [style*=':' i]:not(i)").count() == 0
