"""Everybody can use it: the rules of axe on every page, in three widths and both themes, and what axe cannot see."""
import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import wait_until
from test_review import POISON, scene  # noqa: F401 (a fixture)
from test_tokens import guarded  # noqa: F401 (a fixture)
from vendor import Vendor

PLACES = {
    "integrations": "#/integrations", "panel": "#/integrations/hubspot", "configure": "#/integrations/github/configure",
    "tools": "#/integrations/linear/tools", "log": "#/integrations/hubspot/log", "history": "#/integrations/hubspot/history",
    "versions": "#/integrations/linear/versions", "roles": "#/roles/engineering", "activity": "#/activity",
    "audit": "#/activity/audit", "conformance": "#/conformance", "setup": "#/setup", "add": "#/add", "contribute": "#/contribute/aws",
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1024, 1920])
def test_no_rule_of_axe_is_broken(browser, demo, width, theme):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, reduced_motion="reduce")
    page = context.new_page()
    broken = []
    for name, place in PLACES.items():
        page.goto("about:blank")
        page.goto(demo.url + "/dashboard" + place)
        page.wait_for_selector("main h1")
        page.wait_for_timeout(250)
        for found in Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]:
            nodes = "; ".join(f"{node['target']} {node['failureSummary'][:160]!r}" for node in found["nodes"][:2])
            broken.append(f"{name}: {found['id']} ({found['impact']}) {nodes}")
        across = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if across > 0:
            broken.append(f"{name}: the page is {across} px too wide")
    context.close()
    assert broken == []


def faults(page):
    return [(found["id"], found["nodes"][0]["target"]) for found in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_appears_only_now_and_then_keeps_the_rules_too(browser, scene, guarded, theme):  # noqa: F811
    """A poisoned tool, what an OpenAPI document makes, and the page that asks for a token."""
    context = browser.new_context(viewport={"width": 390, "height": 900}, color_scheme=theme, reduced_motion="reduce")
    page = context.new_page()
    scene.about.write_text(POISON)
    wait_until(lambda: scene.ask("/api/tools/review")["tools"])
    page.goto(scene.url + "/dashboard#/activity/reviews")
    page.wait_for_selector(".judge")
    assert faults(page) == []
    with Vendor() as vendor:
        page.goto(scene.url + "/dashboard#/add")
        page.get_by_text("An OpenAPI document").click()
        page.get_by_label("Name").fill("House Pets")
        page.get_by_label("Address of the document").fill(vendor.url + "/openapi.json")
        page.get_by_role("button", name="See what it makes").click()
        page.wait_for_selector(".made")
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.goto(guarded.url + "/dashboard")
    page.get_by_label("Token").fill("x" * 32)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_selector("[role=alert]")
    assert faults(page) == []
    context.close()


def test_the_plain_pages_keep_the_rules_too(page, demo):
    for path in ["/dashboard/plain", "/dashboard/plain/github"]:
        page.goto(demo.url + path)
        assert [found["id"] for found in Axe().run(page).response["violations"]] == []


def test_the_keyboard_reaches_the_content_first(page, demo):
    page.goto(demo.url + "/dashboard#/integrations")
    page.wait_for_selector(".card")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"


def test_nothing_moves_for_those_who_asked_for_calm(browser, demo):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(demo.url + "/dashboard#/integrations/hubspot")
    page.wait_for_selector("dialog[open]")
    assert page.evaluate("document.getAnimations().length") == 0
    context.close()
