"""What the gateway tells and takes, as its interface has it: answers are played here, so that only the page is tried."""
import json

from playwright.sync_api import expect

HIDDEN = "Reads a page.\u200b\U000e0069\U000e0067 <script>window.owned=1</script>"


def play(page, address, answer, sent=None):
    def reply(route):
        if sent is not None:
            sent.append((route.request.method, route.request.post_data_json))
        route.fulfill(body=json.dumps(answer), content_type="application/json")
    page.route(address, reply)


def test_a_poisoned_tool_is_shown_as_it_is_and_approved_by_its_hash(page, demo):
    review = {
        "integration": "github", "tool": "read_page", "standing": "suspicious", "hash": "sha256:abc", "since": "2026-01-01T00:00:00Z",
        "text": "- was: Reads a page.\n+ now: " + HIDDEN, "definition": {"name": "read_page", "description": HIDDEN},
        "approved": {"name": "read_page", "description": "Reads a page."},
    }
    sent = []
    play(page, "**/api/tools/review", {"tools": [review]})
    play(page, "**/api/integrations/github/tools/approve", {"tools": []}, sent)
    page.goto(demo.url + "/dashboard#/activity/reviews")
    judged = page.locator(".judge")
    expect(judged).to_contain_text("It looks like an attack")
    expect(judged.locator(".diff .is")).to_contain_text("⟨U+200B⟩⟨U+E0069⟩")
    expect(judged.locator(".diff .was")).to_have_count(1)
    assert page.evaluate("window.owned") is None
    judged.get_by_role("button", name="Approve this definition").click()
    expect(judged).to_have_count(0)
    assert sent == [("POST", {"tools": [{"name": "read_page", "hash": "sha256:abc"}]})]


def test_a_role_shows_its_endpoint_and_tells_a_token_once(page, demo):
    lacking = {"id": "hubspot", "required": True, "state": "disconnected", "callable": False, "tools": 0, "held": 2, "detail": "its credential is refused"}
    endpoint = {"id": "sales", "ready": False, "missing": ["hubspot"], "address": "/mcp/sales", "tools": 61, "integrations": [lacking]}
    sent = []
    play(page, "**/api/roles/sales/readiness", endpoint)
    play(page, "**/api/roles/sales/tokens", {
        "tokens": [], "id": "t1", "role": "sales", "name": "laptop", "createdAt": "2026-01-01T00:00:00Z", "token": "owr_told_once"}, sent)
    page.goto(demo.url + "/dashboard#/roles/sales")
    role = page.locator(".role[data-id=sales]")
    expect(role).to_contain_text("61 tools at /mcp/sales")
    expect(role).to_contain_text("2 tools held back until somebody looks")
    role.get_by_label("For whom the token of Sales is").fill("laptop")
    role.get_by_role("button", name="Make a token").click()
    expect(role.locator(".copyable").first).to_contain_text("owr_told_once")
    assert sent[-1] == ("POST", {"name": "laptop"})


def test_the_rules_of_a_role_are_sent_as_the_file_has_them(page, demo):
    play(page, "**/api/roles/sales/readiness", {"id": "sales", "ready": True, "missing": [], "address": "/mcp/sales", "tools": 1, "integrations": []})
    play(page, "**/api/roles/sales/tokens", {"tokens": []})
    sent = []
    page.goto(demo.url + "/dashboard#/roles/sales")
    role = page.locator(".role[data-id=sales]")
    role.get_by_text("Which tools it may use").click()
    play(page, "**/api/roles/sales", {}, sent)
    role.get_by_label("Only these").fill("hubspot/*\nsearch_?")
    role.get_by_label("Never these").fill("delete_*")
    role.get_by_label("Only tools that change nothing").check()
    role.get_by_role("button", name="Keep").click()
    expect(page.locator(".toast").last).to_contain_text("are kept")
    assert sent == [("PUT", {"tools": {"allow": ["hubspot/*", "search_?"], "deny": ["delete_*"], "readOnly": True, "approval": "first_use"}})]
