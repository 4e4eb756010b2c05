"""Takes the pictures of docs/images: every page in both themes, once on a telephone; run by make screenshots."""
import json
import pathlib
import shutil
import subprocess

from conftest import PRODUCTS, ROOT, wait_until
from test_review import POISON, scene  # noqa: F401 (a fixture)

PAGES = {
    "integrations": "#/integrations", "panel": "#/integrations/hubspot", "configure": "#/integrations/hubspot/configure",
    "tools": "#/integrations/github/tools", "history": "#/integrations/hubspot/history", "roles": "#/roles/engineering",
    "activity": "#/activity", "conformance": "#/conformance", "setup": "#/setup", "add": "#/add",
}


def reports(demo):
    """A report of the checks of some integrations, where the demonstration looks for them."""
    homes = list(demo.log.parent.glob("openwork-demo-*/conformance"))
    for place in homes:
        subprocess.run(
            [PRODUCTS / "openwork-conform", "run", "github", "linear", "slack", "hubspot", "sentry", "--suites", "conformance",
             "--format", "json", "--output", place / "all.json"], cwd=ROOT, check=False, capture_output=True)


def small(picture):
    """Fewer colours weigh a third; without the tool for it the picture stays as it is."""
    if shutil.which("pngquant"):
        subprocess.run(["pngquant", "--force", "--skip-if-larger", "--output", picture, "192", picture], check=False)


def test_take_the_pictures(browser, demo):
    reports(demo)
    for row in demo.ask("/api/status")["integrations"]:
        if row["state"] == "connected":
            demo.ask(f"/api/integrations/{row['id']}/test", {})
    folder = ROOT / "docs/images"
    folder.mkdir(exist_ok=True)
    for theme in ["light", "dark"]:
        for width, height, names in [(1280, 860, list(PAGES)), (390, 844, ["integrations", "panel"])]:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme, reduced_motion="reduce")
            page = context.new_page()
            for name in names:
                page.goto("about:blank")
                page.goto(demo.url + "/dashboard" + PAGES[name])
                page.wait_for_selector("main h1")
                page.wait_for_timeout(700)
                page.evaluate("document.activeElement?.blur()")
                if name == "tools":
                    page.locator(".tool summary").first.click()
                if name == "add":
                    page.get_by_text("An OpenAPI document").click()
                if name == "setup":
                    for label in ["Engineering", "Sales"]:
                        page.get_by_label(label).check()
                file = folder / f"dashboard-{name}{'-phone' if width == 390 else ''}-{theme}.png"
                page.screenshot(path=file)
                small(file)
            context.close()


def test_take_the_picture_of_a_poisoned_tool(browser, scene):  # noqa: F811
    scene.about.write_text(POISON)
    wait_until(lambda: scene.ask("/api/tools/review")["tools"])
    for theme in ["light", "dark"]:
        context = browser.new_context(viewport={"width": 1280, "height": 700}, color_scheme=theme, reduced_motion="reduce")
        page = context.new_page()
        page.goto(scene.url + "/dashboard#/activity/reviews")
        page.wait_for_selector(".judge")
        page.wait_for_timeout(500)
        page.evaluate("document.activeElement?.blur()")
        file = ROOT / "docs/images" / f"dashboard-review-{theme}.png"
        page.screenshot(path=file)
        small(file)
        context.close()
