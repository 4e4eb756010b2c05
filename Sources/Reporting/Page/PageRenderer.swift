import Conformance
import Crypto

/// A report for a browser: one file, from a disk or from anywhere, with nothing loaded and no script but its own.
///
/// Everything can be read without the script, which only filters, copies and remembers the theme.
struct PageRenderer {
    let report: Report
    let checks: CheckTable

    var text: String {
        let style = String(decoding: PackageResources.report_css, as: UTF8.self)
        let script = String(decoding: PackageResources.report_js, as: UTF8.self)
        let parts = PagePart.parts(of: report)
        let headline = Headline(report)
        var page = Markup()
        page.element("html", ["lang": "en"]) { page in
            page.element("head") { page in
                page.void("meta", ["charset": "utf-8"])
                page.void("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy(style, script)])
                page.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                page.void("meta", ["name": "referrer", "content": "no-referrer"])
                page.void("meta", ["name": "generator", "content": "openwork-conform \(report.version)"])
                page.element("title", text: "\(headline.short) · conformance report")
                page.verbatim("style", [:], style)
            }
            page.newline()
            page.element("body") { page in
                page.element("a", ["class": "skip", "href": "#main"], text: "Skip to the results")
                PageHead(report: report, headline: headline, parts: parts).add(to: &page)
                page.element("main", ["id": "main", "tabindex": "-1"]) { page in
                    PageFindings(report: report, checks: checks).add(to: &page)
                    PageMatrix(report: report, parts: parts).add(to: &page)
                    PageRows(report: report, checks: checks, parts: parts).add(to: &page)
                    PageLogs(report: report).add(to: &page)
                    PageChecks(report: report, checks: checks).add(to: &page)
                }
                page.element("footer") { page in
                    page.add("openwork-conform \(report.version) · what is known of MCP servers, check by check")
                }
                page.verbatim("script", [:], script)
            }
        }
        return "<!DOCTYPE html>\n" + page.text + "\n"
    }

    /// Only these two pieces count, whatever else somebody gets into the page.
    private static func policy(_ style: String, _ script: String) -> String {
        "default-src 'none'; style-src '\(hash(style))'; script-src '\(hash(script))'; base-uri 'none'; "
            + "form-action 'none'"
    }

    private static func hash(_ text: String) -> String {
        "sha256-" + Base64.text(Array(SHA256.hash(data: Array(text.utf8))))
    }
}

extension VerdictMark {
    /// How it is called in classes and filters of the page.
    var key: String {
        switch self {
        case .passed: "passed"
        case .failed: "failed"
        case .advisory: "advisory"
        case .incomplete: "incomplete"
        case .notApplicable: "na"
        case .expectedFailure: "expected"
        }
    }
}
