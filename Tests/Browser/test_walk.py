"""What somebody does who looks after integrations."""
from playwright.sync_api import expect


def test_filters_stand_in_the_address(page, demo):
    page.goto(demo.url + "/dashboard")
    page.get_by_role("searchbox", name="Search integrations").fill("git")
    expect(page.locator(".card")).to_have_count(2)
    assert "q=git" in page.url
    page.reload()
    expect(page.locator(".card")).to_have_count(2)
    expect(page.get_by_role("searchbox", name="Search integrations")).to_have_value("git")


def test_a_card_opens_a_panel_and_the_keyboard_comes_back(page, demo):
    page.goto(demo.url + "/dashboard#/integrations?q=linear")
    link = page.locator(".card a", has_text="Linear").first
    link.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog")
    expect(panel.get_by_role("heading", name="Linear")).to_be_visible()
    expect(panel.locator(".layers li")).to_have_count(3)
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent") == "Linear"


def test_configuring_shows_the_verdict_and_never_the_secret(page, demo):
    page.goto(demo.url + "/dashboard#/integrations/linear/configure")
    panel = page.get_by_role("dialog")
    field = panel.locator("input[type=password]").first
    field.fill("lin_api_sample-credential-of-a-test")
    panel.get_by_role("button", name="Keep and prove it").click()
    expect(panel.locator(".outcome .told")).to_be_visible(timeout=30_000)
    expect(field).to_have_value("")
    assert "sample-credential-of-a-test" not in page.content()


def test_a_dotenv_file_fills_the_form(page, demo):
    page.goto(demo.url + "/dashboard#/integrations/jira/configure")
    panel = page.get_by_role("dialog")
    name = panel.locator(".field input[name]").first.get_attribute("name")
    panel.get_by_text("Paste a .env file").click()
    panel.get_by_label("Text of a .env file").fill(f'# mine\nexport {name}="from-a-file"\nSTRANGE=1\n')
    expect(panel.locator(f"[name={name}]")).to_have_value("from-a-file")
    expect(panel.get_by_text("Not known here: STRANGE")).to_be_visible()


def test_a_tool_that_reads_can_be_tried_and_one_that_writes_cannot(page, demo):
    page.goto(demo.url + "/dashboard#/integrations/linear/tools")
    panel = page.get_by_role("dialog")
    panel.locator(".tool", has_text="reads only").first.locator("summary").first.click()
    expect(panel.get_by_role("button", name="Try it")).to_be_visible()
    writing = panel.locator(".tool", has_text="may change things").first
    writing.locator("summary").first.click()
    expect(writing.get_by_role("button", name="Try it")).to_have_count(0)


def test_the_log_and_the_history_tell_what_was(page, demo):
    page.goto(demo.url + "/dashboard#/integrations/hubspot/log")
    expect(page.locator("div.line").first).to_contain_text("started")
    page.goto(demo.url + "/dashboard#/integrations/hubspot/history")
    expect(page.locator(".timeline li").first).to_be_visible()
    page.locator(".timeline summary").first.click()
    expect(page.locator(".timeline dl").first).to_be_visible()


def test_what_breaks_and_heals_is_seen_without_loading_again(page, demo):
    """The demonstration lets one thing after another go wrong, and mends it."""
    page.goto(demo.url + "/dashboard")
    names = page.locator(".group.attention h3")
    expect(names.first).to_be_visible()
    standing = {"HubSpot CRM", "Typeform", "Vercel"}
    page.wait_for_function(
        "standing => [...document.querySelectorAll('.group.attention h3')].some(h => !standing.includes(h.textContent))",
        arg=list(standing), timeout=90_000)
    broken = next(name for name in names.all_text_contents() if name not in standing)
    page.wait_for_function(
        "name => ![...document.querySelectorAll('.group.attention h3')].some(h => h.textContent === name)",
        arg=broken, timeout=90_000)
    expect(page.locator(".live")).to_have_text("Live")


def test_roles_say_what_they_lack_and_take_another_integration(page, demo):
    page.goto(demo.url + "/dashboard#/roles/sales")
    role = page.locator(".role[data-id=sales]")
    expect(role).to_contain_text("Lacks HubSpot CRM")
    expect(role.locator(".snippets pre").first).to_contain_text("/mcp/sales")
    before = role.locator(".members li").count()
    role.locator("select").first.select_option("github")
    role.get_by_role("button", name="Assign").click()
    expect(role.locator(".members li")).to_have_count(before + 1)
    role.get_by_role("button", name="As its file says").click()
    expect(role.locator(".members li")).to_have_count(before)


def test_the_activity_has_what_was_done(page, demo):
    page.goto(demo.url + "/dashboard#/activity/audit")
    expect(page.locator("tbody tr").first).to_contain_text("operator")
