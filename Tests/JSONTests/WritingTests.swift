import JSON
import Testing

@Suite("Writing")
struct WritingTests {
    @Test("breaks lines and indents by two spaces in the pretty style")
    func pretty() {
        let value: JSONValue = ["a": [1, ["b": nil]], "c": [], "d": [:], "e": "x"]
        #expect(
            value.text(.pretty) == """
                {
                  "a": [
                    1,
                    {
                      "b": null
                    }
                  ],
                  "c": [],
                  "d": {},
                  "e": "x"
                }
                """
        )
        #expect(value.text() == #"{"a":[1,{"b":null}],"c":[],"d":{},"e":"x"}"#)
    }

    @Test("escapes only what must be escaped", arguments: JSONStyle.allCases)
    func escapes(_ style: JSONStyle) {
        let text = "\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F}\"\\/\u{7F}\u{2028}é😀"
        let expected = "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\\"\\\\/\u{7F}\u{2028}é😀\""
        #expect(JSONValue.string(text).text(style) == expected)
    }

    @Test("gives RFC 8785's own example of a value")
    func canonicalExample() throws {
        let value = try JSONValue(
            parsing: #"""
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
                  "literals": [null, true, false]
                }
                """#
        )
        let expected =
            #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
            + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
        #expect(value.text(.canonical) == expected)
    }

    @Test("sorts keys by UTF-16 code units, as in RFC 8785's example")
    func canonicalOrder() throws {
        let value = try JSONValue(
            parsing: #"""
                {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
                "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
                """#
        )
        let canonical = try JSONValue(parsing: value.text(.canonical))
        #expect(canonical.objectValue?.keys == ["\r", "1", "\u{80}", "ö", "€", "😀", "\u{FB33}"])
    }

    /// The bit patterns and spellings of RFC 8785, appendix B.
    static let appendixB: [(UInt64, String)] = [
        (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
        (0x8000_0000_0000_0001, "-5e-324"), (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
        (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
        (0xc340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
        (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"), (0x44b5_2d02_c7e1_4af6, "1e+23"),
        (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"), (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
        (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"), (0x444b_1ae4_d6e2_ef50, "1e+21"),
        (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"), (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
        (0x41b3_de43_5555_5553, "333333333.3333332"), (0x41b3_de43_5555_5554, "333333333.33333325"),
        (0x41b3_de43_5555_5555, "333333333.3333333"), (0x41b3_de43_5555_5556, "333333333.3333334"),
        (0x41b3_de43_5555_5557, "333333333.33333343"), (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
        (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ]

    @Test("writes numbers as ECMAScript does in the canonical style", arguments: appendixB)
    func canonicalNumbers(_ bits: UInt64, _ text: String) throws {
        let number = try #require(JSONNumber(Double(bitPattern: bits)))
        #expect(JSONValue.number(number).text(.canonical) == text)
    }

    @Test(
        "rounds to a double in the canonical style, and keeps the digits where there is none",
        arguments: [
            ("9007199254740993", "9007199254740992"), ("18446744073709551615", "18446744073709552000"), ("1.0", "1"),
            ("-0", "0"), ("1e400", "1e+400"), ("120e400", "1.2e+402"),
            ("-10e99999999999999999999", "-1e+100000000000000000000"),
            ("1e-400", "0"), ("100", "100"), ("1e2", "100"),
        ]
    )
    func canonicalRounding(_ text: String, _ expected: String) throws {
        #expect(try JSONValue(parsing: text).text(.canonical) == expected)
    }
}
