import JSON
import Testing

@Suite("A pointer")
struct JSONPointerTests {
    /// The document of RFC 6901, section 5.
    static let document: JSONValue = [
        "foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8,
    ]

    static let examples: [(pointer: String, fragment: String, value: JSONValue)] = [
        ("", "#", document), ("/foo", "#/foo", ["bar", "baz"]), ("/foo/0", "#/foo/0", "bar"), ("/", "#/", 0),
        ("/a~1b", "#/a~1b", 1), ("/c%d", "#/c%25d", 2), ("/e^f", "#/e%5Ef", 3), ("/g|h", "#/g%7Ch", 4),
        ("/i\\j", "#/i%5Cj", 5), ("/k\"l", "#/k%22l", 6), ("/ ", "#/%20", 7), ("/m~0n", "#/m~0n", 8),
    ]

    @Test("leads to the values of RFC 6901, in both of its forms", arguments: examples.indices)
    func rfcExamples(_ row: Int) throws {
        let (text, fragment, value) = Self.examples[row]
        let pointer = try JSONPointer(parsing: text)
        #expect(Self.document[pointer] == value)
        #expect(pointer.text == text)
        #expect(pointer.fragment == fragment)
        #expect(try JSONPointer(parsingFragment: fragment) == pointer)
    }

    @Test(
        "leads nowhere where there is nothing",
        arguments: [
            "/foo/2", "/foo/-", "/foo/00", "/foo/01", "/foo/+1", "/foo/", "/foo/0/x", "/nothing",
            "/foo/99999999999999999999",
            "/foo/１",
        ]
    )
    func nowhere(_ text: String) throws {
        #expect(Self.document[try JSONPointer(parsing: text)] == nil)
    }

    @Test(
        "is refused when it is none",
        arguments: [
            ("foo", JSONPointer.ParseError.missingSlash), ("/a~", .invalidEscape), ("/a~2", .invalidEscape),
        ]
    )
    func invalid(_ text: String, _ error: JSONPointer.ParseError) {
        #expect(throws: error) { try JSONPointer(parsing: text) }
    }

    @Test(
        "is refused when it is no fragment",
        arguments: [
            ("/foo", JSONPointer.ParseError.missingNumberSign), ("#foo", .missingSlash),
            ("#/%2", .invalidPercentEncoding),
            ("#/%zz", .invalidPercentEncoding), ("#/%ff", .invalidPercentEncoding),
        ]
    )
    func invalidFragment(_ text: String, _ error: JSONPointer.ParseError) {
        #expect(throws: error) { try JSONPointer(parsingFragment: text) }
    }

    @Test("escapes a tilde before a slash, so that ~01 is the key ~1")
    func escapeOrder() throws {
        #expect(try JSONPointer(parsing: "/~01").tokens == ["~1"])
        #expect(JSONPointer(tokens: ["~1", "a/b"]).text == "/~01/a~1b")
        #expect(JSONPointer().appending("a").appending(0).text == "/a/0")
    }

    @Test("finds keys by code points")
    func exactKeys() throws {
        let value: JSONValue = ["\u{E9}": 1]
        #expect(value[try JSONPointer(parsing: "/e\u{301}")] == nil)
        #expect(try JSONPointer(parsing: "/e\u{301}") != JSONPointer(parsing: "/\u{E9}"))
    }
}
