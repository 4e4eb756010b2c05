import Conformance

/// Every row of the report, folded up by integration and server.
struct PageRows {
    let report: Report
    let checks: CheckTable
    let parts: [PagePart]

    func add(to page: inout Markup) {
        guard !parts.isEmpty else { return }
        page.element("section", ["id": "rows", "aria-labelledby": "rows-title"]) { page in
            page.element("h2", ["id": "rows-title"], text: "Every check")
            for part in parts { self.part(part, &page) }
        }
    }

    /// What a search looks into.
    static func searched(_ row: CheckResult, _ checks: CheckTable) -> String {
        let words =
            [row.subject.title, row.check.rawValue, checks[row.check]?.title ?? ""]
            + [row.verdict.finding?.actual, row.verdict.note].compactMap(\.self)
        return Excerpt.visible(words.joined(separator: " ")).lowercased()
    }

    private func part(_ part: PagePart, _ page: inout Markup) {
        var counts = EntryMatrix.Cell()
        for row in part.rows { counts.add(VerdictMark(row, strict: report.isStrict)) }
        let isOnly = parts.count == 1
        page.newline()
        page.element("details", ["class": "part", "id": part.id, "open": isOnly ? "" : nil]) { page in
            page.element("summary") { page in
                page.element("b", text: part.title)
                page.element("span", ["class": "quiet"], text: counts.words)
            }
            var seen: Set<CheckGroup> = []
            for (subject, rows) in Self.subjects(part.rows) {
                page.element("h3", ["class": "subject"]) { page in
                    page.add(subject.title)
                    let first = rows[0]
                    page.element(
                        "span",
                        ["class": "quiet"],
                        text: "\(first.revision) · \(subject.kind.rawValue) · \(subject.transport.rawValue)"
                    )
                }
                table(rows, part, &seen, &page)
            }
        }
    }

    private func table(_ rows: [CheckResult], _ part: PagePart, _ seen: inout Set<CheckGroup>, _ page: inout Markup) {
        page.element("table", ["class": "rows"]) { page in
            page.element("thead", ["class": "unseen"]) { page in
                page.element("tr") { page in
                    for name in ["verdict", "check", "what", "time"] {
                        page.element("th", ["scope": "col"], text: name)
                    }
                }
            }
            page.element("tbody") { page in
                for row in rows {
                    let group = CheckGroup(of: row.check)
                    let isFirst = group.map { seen.insert($0).inserted } ?? false
                    self.row(row, id: isFirst ? "\(part.id)-\(group?.rawValue ?? "")" : nil, group, &page)
                }
            }
        }
    }

    private func row(_ row: CheckResult, id: String?, _ group: CheckGroup?, _ page: inout Markup) {
        let mark = VerdictMark(row, strict: report.isStrict)
        page.newline()
        page.element("tr", ["class": mark.key, "id": id, "data-group": group?.rawValue ?? ""]) { page in
            page.element("td", text: row.isFlaky ? "flaky" : mark.word)
            page.element("td") { page in
                if checks[row.check] == nil {
                    page.add(row.check.rawValue)
                } else {
                    page.element("a", ["href": "#c-\(row.check)"], text: row.check.rawValue)
                }
            }
            page.element("td") { page in
                page.add(checks[row.check]?.title ?? "")
                if let said = row.verdict.note ?? row.verdict.finding?.actual {
                    page.element("small", text: said)
                }
            }
            page.element("td", text: mark == .notApplicable ? "" : row.duration.short)
        }
    }

    /// Rows of one subject in one revision, together.
    private static func subjects(_ rows: [CheckResult]) -> [(Subject, [CheckResult])] {
        var places: [ReportColumn: Int] = [:]
        var groups: [(Subject, [CheckResult])] = []
        for row in rows {
            let column = ReportColumn(subject: row.subject, revision: row.revision)
            if let place = places[column] {
                groups[place].1.append(row)
            } else {
                places[column] = groups.count
                groups.append((row.subject, [row]))
            }
        }
        return groups
    }
}
