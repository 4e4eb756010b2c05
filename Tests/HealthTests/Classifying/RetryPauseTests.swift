import Health
import Testing

@Suite("The pause that a response asks for")
struct RetryPauseTests {
    @Test(
        "is read from every spelling",
        arguments: [
            (("Retry-After", "120"), 120.0), (("Retry-After", "1.5"), 1.5),
            (("Retry-After", "Sun, 06 Nov 1994 08:50:37 GMT"), 60),
            (("Retry-After", "Sunday, 06-Nov-94 08:50:37 GMT"), 60),
            (("Retry-After", "Sun Nov  6 08:50:37 1994"), 60), (("Retry-After", "1994-11-06T08:50:37Z"), 60),
            (("Retry-After", "1994-11-06T10:50:37+02:00"), 60), (("Retry-After", "Sun, 06 Nov 1994 08:00:00 GMT"), 0),
            (("X-RateLimit-Reset", "2000000000"), 0), (("X-RateLimit-Reset-After", "2.5"), 2.5),
            (("RateLimit", #""default";r=0;t=50"#), 50), (("retry-after-ms", "250"), 0.25),
        ]
    )
    func spellings(field: (String, String), seconds: Double) {
        let now: Int64 = field.1 == "2000000000" ? 2_000_000_000 : 784_111_777
        let http = HTTPFacts(status: 429, fields: [field], receivedAt: now)
        #expect(RetryPause.asked(by: http) == .milliseconds(Int64(seconds * 1_000)))
    }

    @Test("counts from the server's own date, because clocks differ")
    func serverDate() {
        let fields = [
            ("Date", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Retry-After", "Sun, 06 Nov 1994 08:49:47 GMT"),
        ]
        let http = HTTPFacts(status: 429, fields: fields, receivedAt: 2_000_000_000)
        #expect(RetryPause.asked(by: http) == .seconds(10))
    }

    @Test("is unknown for what is no time", arguments: ["soon", "", "Mon Tue Wed", "-", "99:99:99"])
    func nonsense(text: String) {
        #expect(RetryPause.asked(by: HTTPFacts(status: 429, fields: [("Retry-After", text)], receivedAt: 1)) == nil)
    }

    @Test("is never longer than a month")
    func longest() {
        let http = HTTPFacts(status: 429, fields: [("Retry-After", "999999999")])
        #expect(RetryPause.asked(by: http) == RetryPause.longest)
    }
}
