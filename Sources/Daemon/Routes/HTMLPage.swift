import HTTPTypes
import Hummingbird
import NIOCore

/// A small page for somebody whose browser was sent here: a heading and some sentences, without scripts.
struct HTMLPage: Sendable, Hashable {
    let title: String
    let sentences: [String]

    /// The page; every text in it is escaped.
    var text: String {
        var page = HTMLText()
        page.element("html", ["lang": "en"]) { page in
            page.element("head") { page in
                page.void("meta", ["charset": "utf-8"])
                page.void("meta", ["name": "viewport", "content": "width=device-width"])
                page.element("title", text: title)
            }
            page.element("body") { page in
                page.element("main") { page in
                    page.element("h1", text: title)
                    for sentence in sentences { page.element("p", text: sentence) }
                }
            }
        }
        return "<!doctype html>\n\(page.text)\n"
    }
}

extension Response {
    /// A page that loads nothing, runs nothing, is framed nowhere, and whose address goes nowhere else.
    init(_ page: HTMLPage, status: Int) {
        self.init(
            status: HTTPResponse.Status(code: status),
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page.text))
        )
        headers[Self.policy] = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
        headers[Self.referrer] = "no-referrer"
    }

    private static let policy = field("Content-Security-Policy")
    private static let referrer = field("Referrer-Policy")

    private static func field(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no field name") }
        return name
    }
}
