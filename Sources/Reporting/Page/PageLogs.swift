import Conformance

/// What went over the wire where a rule is broken, with the times: whole, and in pieces beside the findings.
struct PageLogs {
    let report: Report

    private static let context = 3

    /// All logs; each can be reached by its number.
    func add(to page: inout Markup) {
        guard !report.logs.isEmpty else { return }
        page.element("section", ["id": "logs", "aria-labelledby": "logs-title"]) { page in
            page.element("h2", ["id": "logs-title"], text: "On the wire")
            page.element("p", ["class": "quiet"], text: "Secrets are masked, and long lines are cut.")
            for (number, log) in report.logs.enumerated() {
                page.newline()
                page.element("details", ["class": "part", "id": "log-\(number)", "data-log": ""]) { page in
                    page.element("summary") { page in
                        page.element("b", text: log.subject.title)
                        page.element("span", ["class": "quiet"], text: Self.title(log))
                    }
                    table(log, log.lines.indices, marking: nil, &page)
                }
            }
        }
    }

    /// The lines around the one that shows what is wrong, and the way to all of them.
    func excerpt(_ row: CheckResult, _ page: inout Markup) {
        let own = report.logs.enumerated().filter { _, log in
            log.subject.title == row.subject.title && log.revision == row.revision
        }
        guard !own.isEmpty else { return }
        let message = row.verdict.finding?.message?.description
        let spot = own.lazy.compactMap { number, log in
            log.lines.firstIndex { $0.text == message }.map { (number, log, $0) }
        }
        .first
        page.element("div", ["class": "wire"]) { page in
            if let (_, log, index) = spot {
                let range = max(0, index - Self.context)..<min(log.lines.count, index + Self.context + 1)
                table(log, range, marking: index, &page)
            }
            page.element("p", ["class": "quiet"]) { page in
                page.add("Everything that was said: ")
                for (place, (number, log)) in own.prefix(12).enumerated() {
                    if place > 0 { page.add(" · ") }
                    page.element("a", ["href": "#log-\(number)"], text: Self.title(log))
                }
            }
        }
    }

    private static func title(_ log: WireLog) -> String {
        let what = log.condition.map { "contact, \($0)" } ?? "conversation in \(log.revision)"
        return "\(what), \(log.lines.count) lines"
    }

    private func table(_ log: WireLog, _ range: Range<Int>, marking mark: Int?, _ page: inout Markup) {
        page.element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Wire log"]) { page in
            page.element("table", ["class": "log"]) { page in
                page.element("thead") { page in
                    page.element("tr") { page in
                        for name in ["ms", "from", "line"] { page.element("th", ["scope": "col"], text: name) }
                    }
                }
                page.element("tbody") { page in
                    for index in range { row(log.lines[index], isMarked: index == mark, &page) }
                }
            }
        }
        if log.omitted > 0, mark == nil {
            page.element("p", ["class": "quiet"], text: "\(log.omitted) further lines are not kept.")
        }
    }

    private func row(_ line: WireLog.Line, isMarked: Bool, _ page: inout Markup) {
        page.element("tr", ["class": isMarked ? "hit \(Self.sender(line))" : Self.sender(line)]) { page in
            page.element("td", text: "\(line.at.wholeMilliseconds)")
            page.element("td", text: line.process > 0 ? "\(line.from) \(line.process + 1)" : line.from)
            page.element("td") { page in
                page.element("code", text: line.text)
            }
        }
    }

    /// A word of ours, whatever a file says.
    private static func sender(_ line: WireLog.Line) -> String {
        ["client", "server", "stderr"].first { $0 == line.from } ?? "end"
    }
}
