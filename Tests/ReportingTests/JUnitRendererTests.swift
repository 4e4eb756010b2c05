import Conformance
import Foundation
import FoundationXML
import Reporting
import Testing

@Suite("The report for CI services")
struct JUnitRendererTests {
    @Test("is well-formed XML with the counts that CI shows")
    func wellFormed() throws {
        let text = SampleReport.report.rendered(.junit, style: .plain)
        let reader = Reader()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = reader
        #expect(parser.parse())
        #expect(reader.elements["testsuite"] == 1)
        #expect(reader.elements["testcase"] == 5)
        #expect(reader.elements["failure"] == 1)
        #expect(reader.elements["error"] == 1)
        #expect(reader.elements["skipped"] == 2)
        #expect(reader.suite["tests"] == "5")
        #expect(reader.suite["failures"] == "1")
        #expect(reader.suite["errors"] == "1")
        #expect(reader.suite["skipped"] == "2")
        #expect(reader.suite["name"] == "demo 2025-11-25")
        #expect(reader.suite["time"] == "0.017")
    }

    @Test("writes a failure with its message and details, and control characters visibly")
    func failure() {
        let text = SampleReport.report.rendered(.junit, style: .plain)
        #expect(
            text.contains(
                #"""
                    <testcase classname="demo 2025-11-25" name="CALL-UNKNOWN-METHOD" time="0.003">
                      <failure type="must" message="error -32602 &quot;no &lt;b&gt;&amp; \u{1b}[31m]]&gt;&quot;">rule: A request
                """#.replacing("\n                ", with: "\n").trimmingCharacters(in: .whitespaces)
            )
        )
        #expect(!text.unicodeScalars.contains("\u{1B}"))
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [String: Int] = [:]
        var suite: [String: String] = [:]

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements[name, default: 0] += 1
            if name == "testsuite" { suite = attributes }
        }
    }
}
