import JSON
import Testing

@Suite("A number")
struct JSONNumberTests {
    static func number(_ text: String) throws -> JSONNumber {
        try #require(try JSONValue(parsing: text).numberValue)
    }

    @Test(
        "keeps its text",
        arguments: [
            "0", "-0", "1", "-1", "1.0", "1.50", "1e5", "1E+5", "9223372036854775807", "-9223372036854775808",
            "9223372036854775808", "18446744073709551615", "18446744073709551616", "-9223372036854775809", "1e400",
            "0.1000000000000000055511151231257827", "123456789012345678", "1234567890123456789", "-0.0", "1e999999999",
            "-999999999999999999", "100000000000000000000000000000000000001",
        ]
    )
    func lossless(_ text: String) throws {
        #expect(try JSONValue(parsing: text).text() == text)
    }

    @Test(
        "equals and hashes like every spelling of its value",
        arguments: [
            ("1", "1.0"), ("1", "10e-1"), ("1", "0.1e1"), ("0", "-0"), ("0", "0e99999999999999999999"), ("-0.0", "0"),
            ("100", "1e2"), ("18446744073709551615", "18446744073709551615.0"), ("1e400", "10e399"),
            ("1e400", "0.01e402"),
            ("123456789012345678901234567890", "12345678901234567890123456789e1"), ("1.50", "15e-1"),
            ("1e99999999999999999999999999", "10e99999999999999999999999998"),
            ("1e-99999999999999999999999999", "0.1e-99999999999999999999999998"),
            ("1e1000000000000000000", "0.001e1000000000000000003"), ("10e999999999999999999", "1e1000000000000000000"),
            ("1e999999999999999999", "10e999999999999999998"), ("-5e-1", "-0.5"),
        ]
    )
    func equal(_ left: String, _ right: String) throws {
        let (left, right) = (try Self.number(left), try Self.number(right))
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(!(left < right) && !(right < left))
    }

    /// Each less than the next.
    static let ascending = [
        "-1e99999999999999999999", "-1e400", "-9223372036854775809", "-9223372036854775808", "-2", "-1.5", "-1",
        "-1e-400", "-1e-99999999999999999999", "0", "1e-99999999999999999999", "1e-400", "0.1",
        "0.1000000000000000055511151231257827", "1", "1.0000000000000000000001", "9007199254740992", "9007199254740993",
        "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616", "1e400", "2e400",
        "1e401", "1e999999999999999999", "1e1000000000000000000", "1e99999999999999999999", "1.1e99999999999999999999",
        "1e100000000000000000000",
    ]

    @Test("is ordered exactly", arguments: zip(ascending, ascending.dropFirst()))
    func ordered(_ left: String, _ right: String) throws {
        let (left, right) = (try Self.number(left), try Self.number(right))
        #expect(left < right)
        #expect(!(right < left))
        #expect(left != right)
    }

    @Test("tells whether it is an integer and fits")
    func integers() throws {
        let rows: [(String, Int64?, UInt64?, Bool)] = [
            ("1.0", 1, 1, true), ("-3e0", -3, nil, true), ("1.5", nil, nil, false), ("1e400", nil, nil, true),
            ("1e-1", nil, nil, false), ("9223372036854775808", nil, 9_223_372_036_854_775_808, true),
            ("1e999999999999999999999", nil, nil, true), ("-0", 0, 0, true), ("12e-1", nil, nil, false),
            ("-9223372036854775808.0", .min, nil, true), ("1e-999999999999999999999", nil, nil, false),
        ]
        for (text, signed, unsigned, isInteger) in rows {
            let number = try Self.number(text)
            #expect(number.int64 == signed, "\(text)")
            #expect(number.uint64 == unsigned, "\(text)")
            #expect(number.isInteger == isInteger, "\(text)")
        }
    }

    @Test(
        "takes doubles in their shortest spelling",
        arguments: [
            (0.5, "0.5"), (1.0, "1"), (-0.0, "-0"), (1e21, "1e+21"), (.leastNonzeroMagnitude, "5e-324"), (0.1, "0.1"),
            (1e-7, "1e-7"),
            (9_007_199_254_740_992, "9007199254740992"),
        ]
    )
    func doubles(_ double: Double, _ text: String) throws {
        let number = try #require(JSONNumber(double))
        #expect(number.text == text)
        #expect(number.double == double)
    }

    @Test("refuses what JSON cannot write", arguments: [Double.nan, .infinity, -.infinity])
    func nonFinite(_ double: Double) { #expect(JSONNumber(double) == nil) }

    @Test("is infinite as a double where it is too large for one")
    func overflow() throws {
        #expect(try Self.number("1e400").double == .infinity)
        #expect(try Self.number("-1e400").double == -.infinity)
        #expect(try Self.number("1e-400").double == 0)
        #expect(try Self.number("18446744073709551615").double == 18_446_744_073_709_551_616)
    }
}
