import Gateway
import JSON
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
}
