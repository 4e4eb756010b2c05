import Gateway
import JSON
import MCP
import Testing

@Suite("Audit rows")
struct AuditRowTests {
    @Test("equal arguments have one hash, however they are written")
    func canonical() throws {
        let one = try JSONValue(parsing: Array(#"{"b": 1.0, "a": "x"}"#.utf8))
        let other = try JSONValue(parsing: Array(#"{"a":"x","b":1}"#.utf8))
        #expect(AuditRow.hash(of: one) == AuditRow.hash(of: other))
        #expect(AuditRow.hash(of: one) != AuditRow.hash(of: ["a": "y", "b": 1]))
        #expect(AuditRow.hash(of: nil) == AuditRow.hash(of: [:]))
        #expect(AuditRow.hash(of: nil).hasPrefix("sha256:"))
    }

    @Test("is that of the text as it came, where that is long, and says so")
    func long() throws {
        let short = try JSONText(validating: #"{"b": 1, "a": "x"}"#)
        #expect(AuditRow.hash(ofPassed: .text(short)) == AuditRow.hash(of: ["a": "x", "b": 1]))
        let text = String(repeating: "x", count: 65 << 10)
        let long = try JSONText(validating: #"{"a": "\#(text)"}"#)
        let hash = AuditRow.hash(ofPassed: .text(long))
        #expect(hash.hasPrefix("sha256-text:"))
        #expect(hash == AuditRow.hash(ofPassed: .text(long)))
    }
}
