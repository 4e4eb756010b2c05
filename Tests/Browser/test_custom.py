"""The custom path of the guide in the browser: add, assign, configure, serve; and the file says the same afterwards."""
import json

import pytest
from playwright.sync_api import expect

from agent import Agent
from conftest import wait_until
from vendor import KEY, Vendor, document


@pytest.fixture
def vendor():
    with Vendor() as vendor:
        yield vendor


def fill(page, fresh):
    page.goto(fresh.url + "/dashboard#/add")
    page.get_by_text("An OpenAPI document").click()
    page.get_by_label("Name").fill("House Pets")
    expect(page.get_by_label("Id", exact=True)).to_have_value("house-pets")


@pytest.mark.parametrize("way", ["address", "paste"])
def test_a_rest_api_becomes_an_integration_of_a_role(page, fresh, vendor, tmp_path, way):
    fill(page, fresh)
    if way == "address":
        page.get_by_label("Address of the document").fill(vendor.url + "/openapi.json")
    else:
        page.get_by_role("button", name="Paste it").click()
        page.get_by_role("textbox", name="The document").fill(json.dumps(document(vendor.url)))
    page.get_by_label("For the role").select_option("support")
    page.get_by_role("button", name="See what it makes").click()
    made = page.locator(".made")
    expect(made.get_by_role("heading", name="House Pets: 3 tools")).to_be_visible()
    expect(made).to_contain_text("2 of them only read")
    made.get_by_text("Left out: 1").click()
    expect(made).to_contain_text("POST /photos")
    expect(made.get_by_label("Which call proves the credential")).to_have_value("house_pets_getMe")
    made.get_by_role("button", name="Add it").click()

    panel = page.get_by_role("dialog")
    panel.locator("[name=HOUSE_PETS_TOKEN]").fill("pets-key-that-is-wrong")
    panel.get_by_role("button", name="Keep and prove it").click()
    expect(panel.locator(".outcome .told.disconnected")).to_be_visible(timeout=30_000)
    panel.locator("[name=HOUSE_PETS_TOKEN]").fill(KEY)
    panel.get_by_role("button", name="Keep and prove it").click()
    expect(panel.get_by_text("Proven: it works")).to_be_visible(timeout=30_000)

    entry = json.loads((tmp_path / "home/registry/integrations.json").read_text())[0]
    assert entry["id"] == "house-pets" and entry["servers"] == [{"kind": "skill", "package": "imported/house-pets.json"}]
    assert entry["probe"]["tool"] == "house_pets_getMe" and KEY not in json.dumps(entry)
    skill = json.loads((tmp_path / "home/skills/imported/house-pets.json").read_text())
    assert [one["path"] for one in skill["operations"]] == ["/pets", "/pets", "/me"]
    agent = Agent(fresh.url, "support")
    wait_until(lambda: "house_pets_getMe" in agent.tools())
    assert "ada" in json.dumps(agent.call("house_pets_getMe"))

    # Another document takes the place of this one; the key stays.
    page.keyboard.press("Escape")
    fill(page, fresh)
    page.get_by_label("Address of the document").fill(vendor.url + "/openapi.json")
    page.get_by_label("Only what changes nothing").check()
    page.get_by_role("button", name="See what it makes").click()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    wait_until(lambda: sorted(agent.tools()) == ["house_pets_getMe", "house_pets_listPets"])


@pytest.mark.parametrize("path, words", [
    ("/elsewhere.json", "answered with status 302"), ("/nothing.json", "answered with status 401"),
])
def test_what_cannot_be_fetched_says_why(page, fresh, vendor, path, words):
    fill(page, fresh)
    page.get_by_label("Address of the document").fill(vendor.url + path)
    page.get_by_role("button", name="See what it makes").click()
    expect(page.locator(".told.disconnected")).to_contain_text(words)
    expect(page.get_by_role("button", name="Add it")).to_have_count(0)


def test_what_is_no_document_says_why(page, fresh):
    fill(page, fresh)
    page.get_by_role("button", name="Paste it").click()
    page.get_by_role("textbox", name="The document").fill("swagger: '2.0'")
    page.get_by_role("button", name="See what it makes").click()
    expect(page.locator(".told.disconnected")).to_contain_text("Swagger 2.0")
