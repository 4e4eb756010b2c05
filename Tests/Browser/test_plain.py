"""Without a script: plain pages for how things are and for configuring."""
from playwright.sync_api import expect


def test_status_and_configuration_work_without_javascript(browser, demo):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo.url + "/dashboard")
    page.wait_for_url("**/dashboard/plain")
    expect(page.locator("tbody tr")).to_have_count(49)
    page.get_by_role("link", name="Linear", exact=True).click()
    page.locator("input[type=password]").first.fill("lin_api_sample-credential-of-a-test")
    page.get_by_role("button", name="Keep and test").click()
    expect(page.get_by_role("status")).to_contain_text("connected")
    assert "sample-credential-of-a-test" not in page.content()
    context.close()
