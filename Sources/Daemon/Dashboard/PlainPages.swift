import DaemonAPI
import Health

/// The dashboard without a script: pages that show how everything is, and forms that configure it.
struct PlainPages {
    let files: DashboardFiles
    /// What a form has to send back, to show that this daemon made it.
    let token: String

    /// Every integration, what needs somebody first.
    func status(_ status: StatusReport) -> String {
        let rows = status.integrations.enumerated().sorted { left, right in
            (Self.rank(left.element), left.offset) < (Self.rank(right.element), right.offset)
        }.map(\.element)
        return page("Integrations") { page in
            page.element("p", ["class": "facts"]) { page in
                page.add(
                    HealthState.allCases.map { "\($0.icon) \(status.count($0)) \($0.rawValue)" }.joined(
                        separator: " · "
                    )
                )
            }
            page.element("table", ["class": "plain"]) { page in
                page.element("thead") { page in
                    page.element("tr") { page in
                        for head in ["Integration", "State", "Cause", "What to do"] {
                            page.element("th", ["scope": "col"], text: head)
                        }
                    }
                }
                page.element("tbody") { page in
                    for row in rows { add(row, to: &page) }
                }
            }
            page.element("h2", text: "Roles")
            page.element("ul") { page in
                for role in status.roles {
                    let words = role.isReady ? "can do its job" : "lacks \(role.missing.joined(separator: ", "))"
                    page.element("li", text: "\(role.id): \(words)")
                }
            }
        }
    }

    /// One integration with the form that configures it; beneath a message about what was sent last.
    func integration(_ report: IntegrationReport, notice: (text: String, isGood: Bool)? = nil) -> String {
        let health = report.status.health
        return page(report.status.name) { page in
            if let notice {
                page.element("p", ["class": notice.isGood ? "notice good" : "notice bad", "role": "status"]) { page in
                    page.add(notice.text)
                }
            }
            if let summary = report.summary { page.element("p", text: summary) }
            page.element("dl", ["class": "facts"]) { page in
                let cause = "\(health.reason.message), seen \(health.reason.seenAt.text)"
                let facts = [
                    ("State", "\(health.state.icon) \(health.state.rawValue)"), ("Cause", cause),
                    ("Evidence", health.reason.evidence ?? "none"), ("What to do", health.reason.action),
                    ("Configured", health.layers.configured.detail), ("Authorised", health.layers.authorised.detail),
                    ("Effective", health.layers.effective.detail),
                ]
                for (name, text) in facts {
                    page.element("dt", text: name)
                    page.element("dd", text: text)
                }
            }
            page.element("h2", text: "Configure")
            if report.fields.isEmpty {
                page.element("p", text: "There is nothing to set: send the form to switch it on.")
            }
            page.element("form", ["method": "post", "autocomplete": "off"]) { page in
                page.void("input", ["type": "hidden", "name": "_token", "value": token])
                for field in report.fields { add(field, to: &page) }
                page.element("button", ["type": "submit", "class": "primary"], text: "Keep and test")
            }
        }
    }

    /// What was refused, with its fix.
    func problem(_ problem: Problem) -> WebDocument {
        let text = page("That did not work") { page in
            page.element("p", ["class": "notice bad", "role": "alert"], text: problem.detail)
            page.element("p", text: problem.fix)
            page.element("ul") { page in
                for fault in problem.faults { page.element("li", text: "\(fault.message): \(fault.fix)") }
            }
        }
        return .page(text, status: problem.status)
    }

    // MARK: Parts

    private static func rank(_ row: IntegrationStatus) -> Int {
        guard row.isEnabled else { return 4 }
        return switch row.health.state {
        case .disconnected: 0
        case .degraded: 1
        case .unknown: 2
        case .connected: 3
        }
    }

    private func add(_ row: IntegrationStatus, to page: inout HTMLText) {
        page.element("tr") { page in
            page.element("th", ["scope": "row"]) { page in
                page.element("a", ["href": "/dashboard/plain/\(row.id)"], text: row.name)
            }
            page.element("td", text: row.isEnabled ? "\(row.health.state.icon) \(row.health.state.rawValue)" : "off")
            page.element("td", text: row.health.reason.message)
            page.element("td", text: row.health.reason.action)
        }
    }

    private func add(_ field: FieldReport, to page: inout HTMLText) {
        page.element("p", ["class": "field"]) { page in
            let words = [field.isRequired ? "required" : nil, field.isSet ? "set; leave empty to keep it" : nil]
            page.element("label", ["for": field.name]) { page in
                page.add(field.name)
                let more = words.compactMap(\.self).joined(separator: ", ")
                if !more.isEmpty { page.element("small", text: " \(more)") }
            }
            if let choices = field.choices {
                page.element("select", ["id": field.name, "name": field.name]) { page in
                    page.element("option", ["value": ""], text: " ")
                    for choice in choices { page.element("option", ["value": choice], text: choice) }
                }
            } else {
                page.void(
                    "input",
                    [
                        "id": field.name, "name": field.name, "type": field.isSecret ? "password" : "text",
                        "autocomplete": "off", "aria-describedby": field.summary == nil ? nil : "\(field.name)-help",
                    ]
                )
            }
            if let summary = field.summary { page.element("small", ["id": "\(field.name)-help"], text: summary) }
        }
    }

    private func page(_ title: String, _ content: (inout HTMLText) -> Void) -> String {
        var page = HTMLText()
        page.element("html", ["lang": "en"]) { page in
            page.element("head") { page in
                page.void("meta", ["charset": "utf-8"])
                page.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                page.element("title", text: "\(title) · OpenWork")
                page.void("link", ["rel": "icon", "href": files.address(of: "mark.svg"), "type": "image/svg+xml"])
                page.void("link", ["rel": "stylesheet", "href": files.address(of: DashboardFiles.style)])
            }
            page.element("body", ["class": "plain-page"]) { page in
                page.element("header") { page in
                    page.element("nav", ["aria-label": "Pages"]) { page in
                        page.element("a", ["href": "/dashboard/plain"], text: "All integrations")
                        page.element("a", ["href": "/dashboard"], text: "The whole dashboard")
                    }
                }
                page.element("main") { page in
                    page.element("h1", text: title)
                    content(&page)
                }
            }
        }
        return "<!DOCTYPE html>\n\(page.text)\n"
    }
}
