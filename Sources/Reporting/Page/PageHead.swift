import Conformance

/// The top of the page: what came of the run, how it was made, and what to look at.
struct PageHead {
    let report: Report
    let headline: Headline
    let parts: [PagePart]

    func add(to page: inout Markup) {
        page.element("header", ["class": "top \(headline.worst.key)"]) { page in
            page.element("div", ["class": "bar"]) { page in
                page.element("p", ["class": "brand"]) { page in
                    page.element("span", ["class": "dot", "aria-hidden": "true"], text: headline.worst.sign)
                    page.add("Conformance report")
                }
                page.element("button", ["type": "button", "id": "theme", "hidden": ""], text: "Dark")
            }
            page.element("h1", text: title)
            page.element("p", ["class": "facts"], text: facts.joined(separator: " · "))
            proportions(&page)
            tiles(&page)
            problems(&page)
        }
        filters(&page)
    }

    private var title: String {
        let summary = report.summary
        return switch headline.worst {
        case .passed:
            (summary.expectedFailure + summary.advisory > 0 ? "Nothing failed" : "Everything passed")
                + (summary.flaky > 0 ? ", \(summary.flaky) only when repeated" : "")
        case .incomplete:
            report.wasInterrupted
                ? "The run was interrupted"
                : summary.incomplete > 0
                    ? Self.many(summary.incomplete, "check could", "checks could") + " not be tried"
                    : "Nothing was checked"
        default:
            summary.failed > 0
                ? Self.many(summary.failed, "check", "checks") + " failed"
                : report.faults.isEmpty ? "The baseline is out of date" : "openwork-conform made a mistake"
        }
    }

    private var facts: [String] {
        let servers = Set(report.results.filter { $0.subject.server != nil }.map(\.subject.title)).count
        let integrations = Set(report.results.map(\.subject.name))
        let what =
            integrations.count == 1
            ? [integrations.first ?? ""] : [Self.many(integrations.count, "integration", "integrations")]
        return what + (servers > 1 ? [Self.many(servers, "server", "servers")] : [])
            + [Self.many(report.results.count, "check", "checks"), "\(report.duration.seconds) s", report.mode]
            + ["seed \(report.seed)"] + (report.isStrict ? ["strict"] : [])
            + [report.selection, report.shard.map { "part \($0.shard)" }].compactMap(\.self)
            + (report.startedAt.map { [Self.readable($0)] } ?? []) + ["version \(report.version)"]
    }

    private var counts: [(mark: VerdictMark, count: Int)] {
        let summary = report.summary
        return [
            (.failed, summary.failed), (.incomplete, summary.incomplete), (.advisory, summary.advisory),
            (.expectedFailure, summary.expectedFailure), (.passed, summary.passed),
            (.notApplicable, summary.notApplicable),
        ]
    }

    /// A bar as wide as the page, divided as the verdicts are; what there is little of can be seen all the same.
    private func proportions(_ page: inout Markup) {
        let shown = counts.filter { $0.count > 0 }
        let total = shown.map(\.count).reduce(0, +)
        guard total > 0 else { return }
        let widths = shown.map { max(8, 1000 * $0.count / total) }
        let sum = widths.reduce(0, +)
        page.element(
            "svg",
            [
                "class": "share", "viewBox": "0 0 \(sum) 10", "preserveAspectRatio": "none", "role": "img",
                "aria-label": headline.text,
            ]
        ) { page in
            var x = 0
            for ((mark, _), width) in zip(shown, widths) {
                page.element(
                    "rect",
                    ["class": mark.key, "x": "\(x)", "y": "0", "width": "\(width)", "height": "10"]
                ) { _ in }
                x += width
            }
        }
    }

    private func tiles(_ page: inout Markup) {
        page.element("div", ["class": "tiles", "role": "group", "aria-label": "Show only"]) { page in
            for (mark, count) in counts {
                page.element(
                    "button",
                    [
                        "type": "button", "class": "tile \(mark.key)", "data-verdict": mark.key,
                        "aria-pressed": "false", "disabled": count == 0 ? "" : nil,
                    ]
                ) { page in
                    page.element("b", text: Self.grouped(count))
                    page.element("span", text: mark.word)
                }
            }
        }
    }

    private func problems(_ page: inout Markup) {
        let rows =
            report.faults.map { ("Fault of openwork-conform", $0) }
            + report.staleExcuses.map { ("Stale excuse", $0) } + report.notes.map { ("Note", $0) }
        guard !rows.isEmpty else { return }
        page.element("ul", ["class": "problems"]) { page in
            for (kind, text) in rows {
                page.element("li") { page in
                    page.element("b", text: kind + ": ")
                    page.add(text)
                }
            }
        }
    }

    private func filters(_ page: inout Markup) {
        page.element("nav", ["class": "filters", "aria-label": "Filter", "id": "filters", "hidden": ""]) { page in
            page.element("label", ["class": "search"]) { page in
                page.element("span", text: "Search")
                page.void(
                    "input",
                    [
                        "type": "search", "id": "search", "placeholder": "integration, check or words",
                        "autocomplete": "off", "spellcheck": "false", "aria-keyshortcuts": "/",
                    ]
                )
            }
            page.element("label") { page in
                page.element("span", text: "Group")
                page.element("select", ["id": "group"]) { page in
                    page.element("option", ["value": ""], text: "all")
                    let present = Set(report.results.compactMap { CheckGroup(of: $0.check) })
                    for group in CheckGroup.allCases where present.contains(group) {
                        page.element("option", ["value": group.rawValue], text: "\(group.rawValue) · \(group.title)")
                    }
                }
            }
            page.element("button", ["type": "button", "id": "clear"], text: "Clear")
            page.element("output", ["id": "shown", "aria-live": "polite"]) { _ in }
        }
    }

    /// A number with a thin space between thousands.
    static func grouped(_ count: Int) -> String {
        var digits = Array(String(count))
        for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert("\u{2009}", at: place) }
        return String(digits)
    }

    private static func many(_ count: Int, _ one: String, _ more: String) -> String {
        "\(grouped(count)) \(count == 1 ? one : more)"
    }

    /// A moment for people: `2026-11-22 16:18 UTC`.
    private static func readable(_ moment: String) -> String {
        guard moment.count >= 20, moment.hasSuffix("Z") else { return moment }
        return "\(moment.prefix(10)) \(moment.dropFirst(11).prefix(5)) UTC"
    }
}
