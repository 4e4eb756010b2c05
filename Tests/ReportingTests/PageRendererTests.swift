import Conformance
import MCP
import Reporting
import Testing

@Suite("The report for a browser")
struct PageRendererTests {
    private static let page = SampleReport.report.rendered(.html, style: .plain)

    @Test("loads nothing from anywhere", arguments: ["src=", "@import", "url(", "<link", "<iframe", "fetch("])
    func alone(word: String) {
        #expect(!Self.page.contains(word))
    }

    @Test("allows only its own style and script")
    func policy() {
        #expect(Self.page.contains("default-src 'none'; style-src 'sha256-"))
        #expect(!Self.page.contains("unsafe"))
        #expect(!Self.page.contains(" style="))
    }

    @Test("tells of what did not pass everything that is needed to understand and to repeat it")
    func finding() {
        for words in [
            "1 check failed", "A request for a method that the server does not have", "error -32601",
            "https://www.jsonrpc.org/specification#error_object",
            "openwork-conform run --check CALL-UNKNOWN-METHOD --seed 7 --server -- demo",
        ] {
            #expect(Self.page.contains(words), "\(words)")
        }
    }

    @Test("has no markup in it that a server wrote")
    func harmless() {
        let page = SampleReport.hostileReport.rendered(.html, style: .plain)
        let scripts = page.ranges(of: "<script")
        #expect(scripts.count == 1)
        // Whatever a combining accent joins: no quotation mark and no bracket of a server's stands as it is.
        let scalars = Array(page.unicodeScalars)
        let accents = scalars.indices.dropFirst().filter { scalars[$0] == "\u{301}" }
        #expect(!accents.isEmpty)
        #expect(accents.allSatisfy { !["<", "\"", "'", ">", "&"].contains(scalars[$0 - 1]) || scalars[$0 - 1] == "'" })
        #expect(!page.unicodeScalars.contains("\u{202E}"))
    }

    @Test("names every cell of the matrix for those who cannot see it")
    func matrix() {
        let page = SampleReport.entries(["slack", "zoom"]).rendered(.html, style: .plain)
        #expect(page.contains("aria-label=\"slack, Credentials: 2 passed\""))
        #expect(page.contains("aria-label=\"zoom, Credentials: 2 failed\""))
    }
}
