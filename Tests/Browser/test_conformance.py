"""The last report of each integration, as openwork-conform really wrote it."""
import json
import subprocess

from playwright.sync_api import expect

from conftest import PRODUCTS, ROOT, Daemon


def check(home, name, *what):
    """Runs the checks of an integration against its mock, with the report where the daemon looks for it."""
    place = home / "conformance" / name
    subprocess.run([PRODUCTS / "openwork-conform", "run", *what, "--suites", "conformance", "--format", "json", "--output", place],
                   cwd=ROOT, check=False, capture_output=True, timeout=120)
    return json.loads(place.read_text())


def test_the_newest_report_of_each_integration_is_shown_as_it_is(page, tmp_path):
    home = tmp_path / "home"
    (home / "conformance").mkdir(parents=True)
    old = check(home, "all.json", "linear", "github")
    shown = {one: [row for row in old["results"] if row["integration"] == one] for one in ["linear", "github"]}
    daemon = Daemon(tmp_path, "--home", str(home))
    try:
        page.goto(daemon.url + "/dashboard#/conformance")
        expect(page.locator(".report")).to_have_count(2)
        for name, id in [("Linear", "linear"), ("GitHub", "github")]:
            report = page.locator(".report", has_text=name)
            passed = sum(row["verdict"] == "passed" for row in shown[id])
            report.locator("summary").first.click()
            expect(report.locator(".inside")).to_contain_text(f"{passed} passed")
            expect(report.locator(".inside")).to_contain_text(f"{len(shown[id])} checks · all.json")
        # A newer report of one of them, in which something fails, takes the place of the older.
        newer = json.loads(json.dumps(old))
        newer["results"] = [dict(row) for row in shown["linear"]]
        row = next(row for row in newer["results"] if row["verdict"] == "passed")
        row |= {"verdict": "failed", "expected": "as it should be", "actual": "something else"}
        newer["startedAt"] = old["startedAt"].replace("20", "21", 1)
        (home / "conformance/linear.json").write_text(json.dumps(newer))
        page.reload()
        report = page.locator(".report", has_text="Linear")
        expect(report).to_contain_text("1 fault")
        report.locator("summary").first.click()
        expect(report.locator(".findings")).to_contain_text(row["check"])
        expect(report.locator(".compare .got")).to_contain_text("something else")
        expect(page.locator(".report", has_text="GitHub")).not_to_contain_text("fault")
    finally:
        daemon.stop()
