"""Another version and back, clicked in the panel, with the real npm and a registry of these tests."""
import importlib.machinery
import importlib.util
import http.server
import json
import shutil
import threading

import pytest
from playwright.sync_api import expect

from conftest import ROOT, Daemon

NEEDS = pytest.mark.skipif(not (shutil.which("npm") and shutil.which("node")), reason="npm or node is not here")


@pytest.fixture
def index():
    """The registry of scripts/kill-daemon, which npm takes for a real one."""
    loader = importlib.machinery.SourceFileLoader("kill_daemon", str(ROOT / "scripts/kill-daemon"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("kill_daemon", loader))
    loader.exec_module(module)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), module.Index)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/npm/"
    server.shutdown()
    server.server_close()


@NEEDS
def test_an_upgrade_shows_its_steps_and_can_be_rolled_back(page, index, tmp_path):
    home = tmp_path / "home"
    (home / "registry").mkdir(parents=True)
    entry = {"id": "noded", "name": "Noded", "auth": "none", "servers": [{"kind": "npm", "package": "node-server", "version": "1.0.0"}]}
    (home / "registry/integrations.json").write_text(json.dumps([entry]))
    npm = {"NPM_CONFIG_REGISTRY": index, "NPM_CONFIG_CACHE": str(tmp_path / "cache"), "npm_config_registry": index,
           "npm_config_cache": str(tmp_path / "cache")}
    daemon = Daemon(tmp_path, "--home", str(home), environment=npm)
    try:
        verdict = daemon.ask("/api/integrations/noded/configure", {"env": {}})
        assert verdict["state"] == "connected", verdict
        page.goto(daemon.url + "/dashboard#/integrations/noded/versions")
        panel = page.get_by_role("dialog")
        expect(panel.get_by_text("There is no version to roll back to.")).to_be_visible()
        page.evaluate("""() => {
            window.steps = new Set();
            new MutationObserver(() => document.querySelectorAll('.steps-now li').forEach(one => window.steps.add(one.textContent)))
                .observe(document.body, {childList: true, subtree: true});
        }""")
        panel.get_by_role("textbox", name="Version").fill("1.1.0")
        panel.get_by_role("button", name="Upgrade").click()
        back = panel.get_by_role("button", name="Roll back to 1.0.0")
        expect(back).to_be_enabled(timeout=60_000)
        seen = page.evaluate("[...window.steps]")
        assert {"Fetching", "Putting it in its place", "Starting it, and asking it for its tools"} <= set(seen), seen
        expect(panel.locator(".panel-body p b").first).to_have_text("1.1.0")
        assert daemon.ask("/api/integrations/noded")["install"]["version"] == "1.1.0"
        back.click()
        expect(panel.locator(".panel-body p b").first).to_have_text("1.0.0", timeout=60_000)
        assert daemon.ask("/api/integrations/noded")["install"]["version"] == "1.0.0"
        assert daemon.ask("/api/integrations/noded")["state"] == "connected"

        # A version that is not there is told, and what ran runs on.
        panel.get_by_role("textbox", name="Version").fill("9.9.9")
        panel.get_by_role("button", name="Upgrade").click()
        expect(page.locator(".toast.bad").first).to_be_visible(timeout=60_000)
        assert daemon.ask("/api/integrations/noded")["state"] == "connected"
    finally:
        daemon.stop()
