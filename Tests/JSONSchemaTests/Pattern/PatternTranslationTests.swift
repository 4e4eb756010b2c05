import JSON
import JSONSchema
import Testing

/// Patterns mean what ECMAScript means, although PCRE2 runs them.
@Suite struct PatternTranslationTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let pattern: String
        let matching: [String]
        let others: [String]

        init(_ pattern: String, matching: [String], others: [String]) {
            self.pattern = pattern
            self.matching = matching
            self.others = others
        }

        var testDescription: String { pattern }
    }

    static let rows = [
        Row("a.c", matching: ["xabcx", "a\u{85}c"], others: ["a\nc", "a\u{2028}c"]),
        Row("^a$", matching: ["a"], others: ["a\n", "b\na"]),
        Row(#"^\d\w\s$"#, matching: ["1a\u{A0}", "0_\u{FEFF}"], others: ["\u{967}a ", "1é "]),
        Row(#"^[\s\d]+[^\s]$"#, matching: ["\u{2028}1x"], others: ["x1x", "1\u{3000}"]),
        Row(#"^[\S]$"#, matching: ["a", "\u{1}"], others: [" ", "\u{A0}"]),
        Row(#"^\cJ\x41\u0042\u{1F600}\uD83D\uDE00\0\v$"#, matching: ["\nAB😀😀\u{0}\u{B}"], others: ["AB"]),
        Row(#"^[\b\-\]\[:a-c]+$"#, matching: ["\u{8}-][:abc"], others: ["d"]),
        Row(#"^[\w-.]+$"#, matching: ["a-."], others: ["+"]),
        Row("^[[:alpha:]]$", matching: ["a]", ":]", "[]"], others: ["b", "z"]),
        Row("^[^]$", matching: ["\n", "x"], others: [""]),
        Row("[]", matching: [], others: ["", "x"]),
        Row("^a{,2}b}]$", matching: ["a{,2}b}]"], others: ["aab}]"]),
        Row("^(a|b){2,3}?$", matching: ["ab", "aba"], others: ["a", "abab"]),
        Row(#"^(?<x>a|b)\k<x>\1$"#, matching: ["aaa", "bbb"], others: ["aab"]),
        Row(#"^(?:(a)|b)\1$"#, matching: ["aa", "b"], others: ["a"]),
        Row(
            #"^\p{Lu}\p{Script=Greek}\P{Letter}\p{General_Category=Decimal_Number}$"#,
            matching: ["Éα-1"],
            others: ["éα-1"]
        ),
        Row(#"^a\/b\.c\-d$"#, matching: ["a/b.c-d"], others: ["a/bxc-d"]),
        Row(#"^(?=a)(?!ab)(?<=^)a(?<!b)"#, matching: ["ac"], others: ["ab"]),
        Row(#"^\uD83D$"#, matching: [], others: ["😀", ""]),
        Row(#"^[\uD800-\uDFFFa]$"#, matching: ["a"], others: ["😀", "\u{E000}"]),
        Row("#x y", matching: ["#x y"], others: ["xy"]),
    ]

    @Test("matches what ECMAScript matches", arguments: rows)
    func matching(row: Row) throws {
        let schema = try JSONSchema(["pattern": .string(row.pattern)])
        for text in row.matching { #expect(schema.validate(.string(text)).isEmpty, "\(text.debugDescription)") }
        for text in row.others { #expect(!schema.isValid(.string(text)), "\(text.debugDescription)") }
    }

    @Test(
        "refuses what only other engines know",
        arguments: [
            ("\\Aa", 0), ("a\\Z", 1), ("a\\z", 1), ("\\h", 0), ("\\Q.\\E", 0), ("(?i)a", 0), ("(?P<n>a)", 0),
            ("(?>a)", 0),
            ("(?#c)", 0), ("(*UTF)a", 1), ("a++", 2), ("a**", 2), ("*a", 0), ("(a", 2), ("a)", 1), ("[a", 0),
            ("a\\", 1),
            ("[b-a]", 4), ("a{2,1}", 1), ("\\2(a)", 0), ("\\k<x>", 0), ("\\p{Nonsense=1}", 13), ("\\u12", 4),
            ("(?<a>x)(?<a>y)", 7), ("\\01", 0),
        ]
    )
    func refused(pattern: String, offset: Int) {
        do throws(SchemaError) {
            _ = try JSONSchema(["pattern": .string(pattern)])
            Issue.record("compiled")
        } catch {
            guard case .invalidPattern(_, _, let found) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(found == offset)
        }
    }
}
