import JSON
import JSONSchema
import Testing

@Suite struct StringFormatTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let format: String
        let valid: [String]
        let invalid: [String]

        var testDescription: String { format }
    }

    static let rows = [
        Row(format: "date", valid: ["2024-02-29"], invalid: ["2023-02-29", "2024-2-9", "2024-13-01", ""]),
        Row(
            format: "time",
            valid: ["23:59:60Z", "01:29:60+01:30", "00:00:00.5-00:00"],
            invalid: ["24:00:00Z", "12:00:60Z", "12:00:00"]
        ),
        Row(
            format: "date-time",
            valid: ["1998-12-31t23:59:60z"],
            invalid: ["1998-12-31 23:59:59Z", "1998-12-31T23:59:59Zx"]
        ),
        Row(
            format: "duration",
            valid: ["P1Y2M3DT4H5M6S", "PT0S", "P2W"],
            invalid: ["P", "PT", "P1DD", "P1Y2D", "P1W2D", "PT1H2S"]
        ),
        Row(
            format: "email",
            valid: ["a.b+c@example.com", "\"a b\"@[IPv6:::1]"],
            invalid: ["a", "a..b@c", "@b", "a@b c", "a@[1.2.3]"]
        ),
        Row(format: "hostname", valid: ["a-b.example", "1a"], invalid: ["-a", "a-", "a_b", "", "a..b", "a."]),
        Row(
            format: "ipv4",
            valid: ["0.0.0.0", "255.255.255.255"],
            invalid: ["1.2.3", "256.0.0.1", "01.2.3.4", "1.2.3.4 "]
        ),
        Row(
            format: "ipv6",
            valid: ["::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4", "1:2:3:4:5:6:7::"],
            invalid: [":::", "1:2", "1:2:3:4:5:6:7:8:9", "::1::", "1:2:3:4:5:6:7:8::", "fe80::1%eth0", ":1::"]
        ),
        Row(
            format: "uri",
            valid: ["http://a@b:80/c?d#e", "urn:a:b", "http://[::1]/"],
            invalid: ["/a", "a b:c", "http://a b", "http://a/%zz", "http://a:b/"]
        ),
        Row(format: "uri-reference", valid: ["", "a/b", "//h", "#f", "./a:b"], invalid: ["a b", "\\", "1:b", "é"]),
        Row(format: "uri-template", valid: ["a{b,c*}{?d:3}"], invalid: ["{", "}", "{}", "{a:0}", "{a b}"]),
        Row(
            format: "uuid",
            valid: ["2EB8AA08-aa98-11ea-b4aa-73b441d16380"],
            invalid: ["2eb8aa08aa9811eab4aa73b441d16380"]
        ),
        Row(format: "json-pointer", valid: ["", "/a~0~1/0"], invalid: ["a", "/~", "/~2"]),
        Row(format: "relative-json-pointer", valid: ["0", "1/a", "12#"], invalid: ["", "/a", "01", "1#/a", "-1"]),
        Row(format: "regex", valid: ["^a+$", "(?<=a+)b"], invalid: ["(", "\\Z", "(?i)a"]),
    ]

    @Test("accepts the format and nothing near it", arguments: rows)
    func formats(row: Row) throws {
        let schema = try JSONSchema(["format": .string(row.format)], assertsFormats: true)
        for text in row.valid { #expect(schema.isValid(.string(text)), "\(text)") }
        for text in row.invalid { #expect(!schema.isValid(.string(text)), "\(text)") }
        #expect(schema.isValid(1))
    }
}
