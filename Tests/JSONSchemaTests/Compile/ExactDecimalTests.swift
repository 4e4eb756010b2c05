import JSON
import Testing

@testable import JSONSchema

@Suite struct ExactDecimalTests {
    private func number(_ text: String) throws -> JSONNumber {
        try #require(try JSONValue(parsing: text).numberValue)
    }

    @Test(
        "divides exactly at any magnitude",
        arguments: [
            ("0.01", "0.07", true), ("0.1", "0.3", true), ("0.1", "0.35", false), ("3", "9", true),
            ("3", "1e400", false),
            ("7", "7e400", true), ("0.5", "1e308", true), ("1e-8", "12391239123", true), ("1e400", "1e399", false),
            ("1e400", "5e400", true), ("4", "-8", true), ("4", "0", true),
            ("18446744073709551615", "18446744073709551615", true),
            ("1234567890123456789012345678901234567", "1234567890123456789012345678901234567e3", true),
            ("2.5", "1e1", true), ("1", "1e-99999999999999999999", false), ("1", "1e99999999999999999999", true),
        ]
    )
    func divides(divisor: String, dividend: String, expected: Bool) throws {
        let decimal = try #require(ExactDecimal(try number(divisor)))
        #expect(decimal.divides(try number(dividend)) == expected)
    }

    @Test(
        "takes positive numbers of at most 37 digits",
        arguments: ["0", "-1", "0.0", "12345678901234567890123456789012345678"]
    )
    func refused(text: String) throws {
        #expect(ExactDecimal(try number(text)) == nil)
    }
}
