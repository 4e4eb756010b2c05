import MCP
import Conformance

/// What did not pass, the worst first: what was demanded, what came, what was said on the wire, and how to repeat it.
struct PageFindings {
    let report: Report
    let checks: CheckTable

    func add(to page: inout Markup) {
        let kinds: [(VerdictMark, String)] = [
            (.failed, "Failed"), (.incomplete, "Could not be tried"), (.advisory, "Advisory"),
            (.expectedFailure, "Known failures"),
        ]
        let groups = kinds.map { mark, title in
            (
                mark, title,
                AlikeRows.groups(of: report.results.filter { VerdictMark($0, strict: report.isStrict) == mark })
            )
        }
        let flaky = report.results.filter(\.isFlaky)
        guard !flaky.isEmpty || groups.contains(where: { !$0.2.isEmpty }) else { return }
        page.element("section", ["id": "findings", "aria-labelledby": "findings-title"]) { page in
            page.element("h2", ["id": "findings-title"], text: "What did not pass")
            for (mark, title, cards) in groups where !cards.isEmpty {
                kind(title, cards.count, of: cards.map(\.rows.count).reduce(0, +), &page)
                // The first few are open: whoever looks for a fault sees it without a click.
                for (index, card) in cards.enumerated() {
                    self.card(card, mark, isOpen: mark == .failed && index < 3, &page)
                }
            }
            if !flaky.isEmpty { kind("Flaky: passed when repeated", flaky.count, of: flaky.count, &page) }
            for row in flaky { card(AlikeRows(first: row, rows: [row]), .passed, isOpen: false, &page) }
        }
    }

    private func kind(_ title: String, _ count: Int, of rows: Int, _ page: inout Markup) {
        page.element("h3", ["class": "kind"]) { page in
            page.add(title)
            page.element("span", ["class": "count"], text: "\(count)")
            if rows > count { page.element("small", text: "what is alike in several revisions is told once") }
        }
    }

    private func card(_ group: AlikeRows, _ mark: VerdictMark, isOpen: Bool, _ page: inout Markup) {
        let row = group.first
        let revisions = group.rows.map(\.revision.rawValue).joined(separator: ", ")
        page.newline()
        page.element(
            "details",
            [
                "class": "card \(mark.key)", "data-verdict": mark.key,
                "data-group": CheckGroup(of: row.check)?.rawValue ?? "",
                "data-text": PageRows.searched(row, checks), "open": isOpen ? "" : nil,
            ]
        ) { page in
            page.element("summary") { page in
                page.element("span", ["class": "mark"], text: mark == .passed ? "flaky" : mark.word)
                page.element("code", text: row.check.rawValue)
                page.element("b", text: row.subject.title)
                page.element("span", ["class": "quiet"], text: revisions)
                if let check = checks[row.check] { page.element("span", ["class": "title"], text: check.title) }
            }
            page.element("div", ["class": "inside"]) { page in
                demand(row, &page)
                comparison(row, &page)
                attempts(row, &page)
                PageLogs(report: report).excerpt(row, &page)
                facts(row, &page)
            }
        }
    }

    private func demand(_ row: CheckResult, _ page: inout Markup) {
        guard let check = checks[row.check] else { return }
        page.element("p", ["class": "rule"]) { page in
            page.add(check.requirement)
            page.add(" ")
            page.element("a", ["href": "#c-\(row.check)"], text: "About this check")
            if let link = checks.link(row) {
                page.add(" · ")
                page.element("a", ["href": link, "rel": "noreferrer noopener"], text: "Specification")
            }
        }
    }

    private func comparison(_ row: CheckResult, _ page: inout Markup) {
        page.element("dl", ["class": "compare"]) { page in
            if let finding = row.verdict.finding {
                pair("Expected", finding.expected, "want", &page)
                pair("Actual", finding.actual, "got", &page)
                if let message = finding.message { pair("Message", message.description, "wide", &page) }
            }
            if let note = row.verdict.note { pair("What was missing", note, "wide", &page) }
            if let excuse = row.excuse {
                pair("Accepted because", "\(excuse.reason) (until \(excuse.expires))", "wide plain", &page)
            }
        }
    }

    private func pair(_ name: String, _ text: String, _ style: String, _ page: inout Markup) {
        page.element("div", ["class": style]) { page in
            page.element("dt", text: name)
            page.element("dd", text: text)
        }
    }

    private func attempts(_ row: CheckResult, _ page: inout Markup) {
        guard !row.attempts.isEmpty else { return }
        page.element("ol", ["class": "attempts"]) { page in
            for attempt in row.attempts + [Attempt(verdict: row.verdict, duration: row.duration)] {
                let said = attempt.verdict.finding?.actual ?? attempt.verdict.note
                page.element("li") { page in
                    page.element("b", text: attempt.verdict.name.rawValue)
                    page.add(" in \(attempt.duration.short)" + (said.map { ": \($0)" } ?? ""))
                }
            }
        }
    }

    private func facts(_ row: CheckResult, _ page: inout Markup) {
        page.element("div", ["class": "repeat"]) { page in
            page.element("code", text: row.command)
            page.element(
                "button",
                ["type": "button", "class": "copy", "hidden": "", "aria-label": "Copy the command that repeats it"],
                text: "Copy"
            )
        }
        if let place = row.place {
            page.element("p", ["class": "quiet"], text: "Written in \(place.file), line \(place.line)")
        }
    }
}
