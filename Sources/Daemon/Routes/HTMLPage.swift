import HTTPTypes
import Hummingbird
import NIOCore

/// A small page for somebody whose browser was sent here: a heading and some sentences, without scripts.
struct HTMLPage: Sendable, Hashable {
    let title: String
    let sentences: [String]

    /// The page; every text in it is escaped.
    var text: String {
        let paragraphs = sentences.map { "<p>\(Self.escaped($0))</p>" }.joined()
        let title = Self.escaped(title)
        return """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>\(title)</title>\
            <meta name="viewport" content="width=device-width"></head>\
            <body><main><h1>\(title)</h1>\(paragraphs)</main></body></html>

            """
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.append(character)
            }
        }
        return result
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
