@testable import Skills
import Testing

@Suite("Dates in headers")
struct HTTPDateTests {
    @Test(
        "are read in each form of the specification",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
            ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Thu, 29 Feb 2024 23:59:60 GMT", 1_709_251_200), ("Wed, 01 Mar 2000 00:00:00 GMT", 951_868_800),
        ] as [(String, Int64)]
    )
    func forms(text: String, seconds: Int64) {
        #expect(HTTPDate.seconds(text) == seconds)
    }

    @Test(
        "are refused where they are none",
        arguments: [
            "", "120", "2026-01-01T00:00:00Z", "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:00:00 GMT",
            "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 99999 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 PST",
        ]
    )
    func garbage(text: String) {
        #expect(HTTPDate.seconds(text) == nil)
    }
}
