import Dates
import Testing

@Suite("A date of RFC 3339")
struct ISODateTests {
    @Test(
        "is understood with a fraction and an offset",
        arguments: [
            ("1994-11-06T08:49:37Z", 784_111_777), ("1994-11-06T09:49:37+01:00", 784_111_777),
            ("1994-11-06 06:49:37.25-0200", 784_111_777), ("1970-01-01t00:00:00z", 0),
        ] as [(String, Int64)]
    )
    func forms(text: String, seconds: Int64) {
        #expect(ISODate(text)?.seconds == seconds)
    }

    @Test(
        "is nothing else",
        arguments: ["", "2026-01-01", "2026-13-01T00:00:00Z", "1969-01-01T00:00:00Z", "2026-01-01T24:00:00Z", "120"]
    )
    func others(text: String) {
        #expect(ISODate(text) == nil)
    }
}
