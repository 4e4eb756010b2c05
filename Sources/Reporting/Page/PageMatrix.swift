import Conformance

/// The whole at a glance: a row per integration, or per revision of the only one, and a column per group of checks.
struct PageMatrix {
    let report: Report
    let parts: [PagePart]

    func add(to page: inout Markup) {
        let present = Set(report.results.compactMap { CheckGroup(of: $0.check) })
        let groups = CheckGroup.allCases.filter(present.contains)
        guard !groups.isEmpty else { return }
        page.element("section", ["id": "matrix", "aria-labelledby": "matrix-title"]) { page in
            page.element("h2", ["id": "matrix-title"], text: "At a glance")
            page.element(
                "div",
                ["class": "scroll", "tabindex": "0", "role": "region", "aria-labelledby": "matrix-title"]
            ) { page in
                page.element("table", ["class": "matrix"]) { page in
                    head(groups, &page)
                    page.element("tbody") { page in
                        for part in parts { row(part, groups, &page) }
                    }
                }
            }
            legend(groups, &page)
        }
    }

    private func head(_ groups: [CheckGroup], _ page: inout Markup) {
        page.element("thead") { page in
            page.element("tr") { page in
                let isOne = Set(report.results.map(\.subject.name)).count == 1
                page.element("th", ["scope": "col"], text: isOne ? "revision" : "integration")
                for group in groups {
                    page.element("th", ["scope": "col", "data-group": group.rawValue]) { page in
                        page.element("abbr", ["title": group.title], text: group.rawValue)
                    }
                }
            }
        }
    }

    private func row(_ part: PagePart, _ groups: [CheckGroup], _ page: inout Markup) {
        let cells = part.cells(strict: report.isStrict)
        page.newline()
        page.element("tr", ["data-part": part.id]) { page in
            page.element("th", ["scope": "row"]) { page in
                page.element("a", ["href": "#\(part.id)"], text: part.title)
                if part.servers > 1 { page.element("small", text: "\(part.servers) servers") }
            }
            for group in groups {
                guard let cell = cells[group] else {
                    page.element("td", ["data-group": group.rawValue]) { _ in }
                    continue
                }
                page.element("td", ["data-group": group.rawValue]) { page in
                    page.element(
                        "a",
                        [
                            "class": "cell \(cell.worst.key)", "href": "#\(part.id)-\(group.rawValue)",
                            "title": "\(group.title): \(cell.words)",
                            "aria-label": "\(part.title), \(group.title): \(cell.words)",
                        ],
                        text: Self.text(cell)
                    )
                }
            }
        }
    }

    private static func text(_ cell: EntryMatrix.Cell) -> String {
        let count = cell.counts[cell.worst] ?? 0
        return switch cell.worst {
        case .passed: "\(count)"
        case .notApplicable: "–"
        default: "\(cell.worst.sign) \(count)"
        }
    }

    private func legend(_ groups: [CheckGroup], _ page: inout Markup) {
        page.element("dl", ["class": "legend"]) { page in
            for group in groups {
                page.element("div") { page in
                    page.element("dt", text: group.rawValue)
                    page.element("dd", text: group.title)
                }
            }
        }
    }
}
