"""How fast it is, and that it lives on when the daemon does not."""
import http.server
import json
import os
import threading

import pytest
from playwright.sync_api import expect

from conftest import Daemon


def paint(page, url):
    """From the address to the first thing that is seen, and to the first card, in milliseconds."""
    page.goto("about:blank")
    page.goto(url)
    page.wait_for_selector(".card")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    return page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")


def middle(times):
    return sorted(times)[len(times) // 2]


def is_busy():
    """Whether more wants to run than there are processors: then times tell of them, and not of the page."""
    return os.getloadavg()[0] > os.cpu_count()


def verdict():
    return f"; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors: not judged" if is_busy() else ""


@pytest.fixture
def bare():
    """The least that a browser can paint, from a server on this machine: what the dashboard is held against."""
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = b"<!doctype html><title>x</title><p class=card>x</p>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_the_first_paint_comes_within_200_ms(browser, demo, bare):
    """Nine visits with an empty cache, each by a browser that was never there, and one more of each; beside it, in turn,
    the least page there is. The middle one of the first visits is judged with an optimised daemon, and the best of all
    with any. On a busy machine they are told and nothing is judged."""
    cold, floor, warm = [], [], []
    for _ in range(9):
        for url, times in [(demo.url + "/dashboard", cold), (bare, floor)]:
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            times.append(paint(page, url))
            if times is cold:
                warm.append(paint(page, url))
            context.close()
    told = {name: [round(time) for time in sorted(times)] for name, times in [("cold", cold), ("warm", warm), ("bare page", floor)]}
    print(f"first contentful paint, ms: {told}{verdict()}")
    assert is_busy() or min(cold + warm) < 200, told
    if "/release" in os.path.realpath(os.environ["OPENWORK_PRODUCTS"]):
        assert is_busy() or middle(cold) < 200, told


def test_a_thousand_integrations_scroll(page, tmp_path):
    """A thousand entries in the file, no answer made up: all cards stand, and scrolling through them stays smooth."""
    home = tmp_path / "home"
    (home / "registry").mkdir(parents=True)
    entries = [{"id": f"one-{index}", "name": f"Integration {index}", "description": "One of very many.",
                "servers": [{"kind": "remote", "url": f"http://127.0.0.1:9/{index}"}]} for index in range(1000)]
    (home / "registry/integrations.json").write_text(json.dumps(entries))
    daemon = Daemon(tmp_path, "--home", str(home))
    try:
        total = len(daemon.ask("/api/status")["integrations"])
        assert total >= 1000
        page.goto(daemon.url + "/dashboard#/integrations")
        expect(page.locator(".card")).to_have_count(total, timeout=60_000)
        shown = page.evaluate("performance.now()")
        frames = page.evaluate("""() => new Promise(done => {
            const times = []; let last = performance.now(), at = 0;
            const step = now => {
                times.push(now - last); last = now; at += 240; scrollTo(0, at);
                if (times.length < 160) requestAnimationFrame(step); else done([times.slice(2).sort((a, b) => a - b), scrollY]);
            };
            requestAnimationFrame(step);
        })""")
        times, height = frames
        late = times[int(len(times) * 0.95)]
        print(f"{total} integrations: all cards {shown:.0f} ms after the page began; frames over {height:.0f} px of scrolling, ms: "
              f"median {middle(times):.1f}, 95 of 100 within {late:.1f}, worst {times[-1]:.1f}{verdict()}")
        # 60 pictures a second are shown; half as many are still smooth to look at.
        assert is_busy() or middle(times) < 34
        # Finding one of them answers while somebody types.
        page.get_by_role("searchbox", name="Search integrations").fill("Integration 77")
        expect(page.locator(".card")).to_have_count(11)
    finally:
        daemon.stop()


def test_the_page_goes_on_when_the_daemon_comes_back(page, tmp_path):
    """What is open stays open, what is typed stays typed, and what changed meanwhile is there."""
    home = tmp_path / "home"
    first = Daemon(tmp_path, "--home", str(home))
    page.goto(first.url + "/dashboard#/integrations/github/configure")
    expect(page.locator(".live")).to_have_text("Live")
    field = page.get_by_role("dialog").locator("[name=GITHUB_PERSONAL_ACCESS_TOKEN]")
    field.fill("half-typed")
    first.stop()
    expect(page.locator(".live")).to_have_text("Reconnecting")
    expect(page.locator("#banner")).to_be_visible()
    entry = {"id": "meanwhile", "name": "Came Meanwhile", "servers": [{"kind": "remote", "url": "http://127.0.0.1:9/"}]}
    (home / "registry").mkdir(exist_ok=True)
    (home / "registry/integrations.json").write_text(json.dumps([entry]))
    second = Daemon(tmp_path, "--home", str(home), port=first.port)
    try:
        expect(page.locator(".live")).to_have_text("Live", timeout=30_000)
        expect(page.locator("#banner")).to_be_hidden()
        expect(field).to_have_value("half-typed")
        expect(page.locator(".card", has_text="Came Meanwhile")).to_have_count(1)
    finally:
        second.stop()
