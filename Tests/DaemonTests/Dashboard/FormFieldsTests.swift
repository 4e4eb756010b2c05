import JSON
import Testing

@testable import Daemon

@Suite("What forms send")
struct FormFieldsTests {
    @Test(
        "names and texts are read",
        arguments: [
            ("a=b&c=d", ["a": "b", "c": "d"]), ("a=b+c%20d%2B", ["a": "b c d+"]), ("a=1&a=2", ["a": "2"]),
            ("a", ["a": ""]), ("a=%zz%", ["a": "%zz%"]), ("a=b=c", ["a": "b=c"]), ("%C3%A4=%ff", ["ä": "\u{FFFD}"]),
            ("", [:]),
        ] as [(String, [String: String])]
    )
    func read(text: String, fields: [String: String]) {
        let expected = JSONObject(fields.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
        #expect(FormFields.read(Array(text.utf8)) == .object(expected))
    }
}
