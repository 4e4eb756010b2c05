"""A daemon and a browser for every test of the dashboard; nothing here leaves this machine."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import time
import urllib.request

import pytest
from playwright.sync_api import expect, sync_playwright

# Whether a machine is busy is not what is tried here.
expect.set_options(timeout=20_000)

ROOT = pathlib.Path(__file__).resolve().parents[2]
PRODUCTS = pathlib.Path(os.environ.get("OPENWORK_PRODUCTS", ROOT / ".build/debug"))


class Daemon:
    """One openworkd on a port of loopback."""

    def __init__(self, folder, *options, port=0, environment=None):
        self.log = folder / f"openworkd-{time.monotonic_ns()}.log"
        environment = {**os.environ, "TMPDIR": str(folder), **(environment or {})}
        self.process = subprocess.Popen(
            [PRODUCTS / "openworkd", "--port", str(port), "--log-level", "warning", *options],
            stderr=self.log.open("w"), env=environment)
        self.url = self._address()

    def _address(self):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            found = re.search(r"listening on (https?://localhost:\d+)", self.log.read_text())
            if found:
                return found[1]
            assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.05)
        raise AssertionError("the daemon did not start: " + self.log.read_text())

    @property
    def port(self):
        return int(self.url.rsplit(":", 1)[1])

    def ask(self, path, body=None, method=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def wait_until(holds, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return
        time.sleep(0.2)
    raise AssertionError("it did not come to be in time")


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    daemon = Daemon(tmp_path_factory.mktemp("demo"), "--demo")
    wait_until(lambda: sum(row["enabled"] for row in daemon.ask("/api/status")["integrations"]) >= 49, 180)
    yield daemon
    daemon.stop()


@pytest.fixture
def fresh(tmp_path):
    """A daemon for which nobody has done anything yet."""
    daemon = Daemon(tmp_path, "--home", str(tmp_path / "home"))
    yield daemon
    daemon.stop()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
        assert chromium, "there is no chromium: apt-get install chromium"
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda line: page.faults.append(line.text) if "Content Security Policy" in line.text else None)
    yield page
    context.close()
    assert page.faults == [], "the page fell over something"
