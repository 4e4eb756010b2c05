import Testing

@testable import MCPHTTP

@Suite("A date of HTTP")
struct HTTPDateTests {
    @Test(
        "is understood in all three forms",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
            ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Tue, 29 Feb 2028 23:59:60 GMT", 1_835_481_600), ("Wed, 01 Mar 2000 00:00:00 GMT", 951_868_800),
        ] as [(String, Int64)]
    )
    func forms(text: String, seconds: Int64) {
        #expect(HTTPDate(text)?.seconds == seconds)
    }

    @Test(
        "is nothing else",
        arguments: [
            "", "120", "-1", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 06 Foo 1994 08:49:37 GMT",
            "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 08:49:37 CET",
            "Sun, 06 Nov 19941 08:49:37 GMT",
        ]
    )
    func others(text: String) {
        #expect(HTTPDate(text) == nil)
    }
}
