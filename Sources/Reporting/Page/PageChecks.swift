import Conformance
import MCP

/// What each check of the report demands, why, and how it is tried.
struct PageChecks {
    let report: Report
    let checks: CheckTable

    func add(to page: inout Markup) {
        let present = Set(report.results.map(\.check))
        let shown = checks.checks.filter { present.contains($0.id) }
        guard !shown.isEmpty else { return }
        page.element("section", ["id": "checks", "aria-labelledby": "checks-title"]) { page in
            page.element("h2", ["id": "checks-title"], text: "About the checks")
            for check in shown { self.check(check, &page) }
        }
    }

    private func check(_ check: Check, _ page: inout Markup) {
        page.newline()
        page.element(
            "details",
            ["class": "part about", "id": "c-\(check.id)", "data-group": check.group?.rawValue ?? ""]
        ) { page in
            page.element("summary") { page in
                page.element("code", text: check.id.rawValue)
                page.element("span", text: check.title)
            }
            page.element("dl", ["class": "words"]) { page in
                let words = [
                    ("What is required", check.requirement), ("Why it matters", check.reason),
                    ("How it is tried", check.method), ("What breaks it", check.twin),
                ]
                for (name, text) in words {
                    page.element("dt", text: name)
                    page.element("dd", text: text)
                }
                page.element("dt", text: "How binding it is")
                page.element("dd") { page in levels(check, &page) }
            }
        }
    }

    private func levels(_ check: Check, _ page: inout Markup) {
        page.element("ul", ["class": "levels"]) { page in
            for revision in ProtocolRevision.allCases {
                guard let rule = check.rule(in: revision) else { continue }
                page.element("li") { page in
                    page.add("\(revision) \(rule.level.rawValue) ")
                    if let link = rule.source.address(in: revision) {
                        page.element("a", ["href": link, "rel": "noreferrer noopener"], text: "read it")
                    }
                }
            }
        }
    }
}
