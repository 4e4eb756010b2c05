import Fixtures
import JSON
import Testing

@Suite("Reading and writing a fixture")
struct FixtureReadingTests {
    @Test("what was written is read back the same, byte by byte")
    func roundTrip() throws {
        var fixture = SampleFixture.fixture(
            .tools,
            (.client, SampleFixture.request(1, "tools/list")),
            (.stderr, "starting \"up\""),
            (.server, SampleFixture.result(1, ["tools": [], "big": 9_007_199_254_740_993])),
            (.server, "no JSON at all"),
            (.exit, ["code": 0, "ending": "closed"])
        )
        fixture.entries.append(
            FixtureEntry(at: 9, from: .http, message: ["status": 200, "headers": [:]], exchange: 3)
        )
        fixture.header.redactions = ["<redacted:B>": 2, "<redacted:A>": 1]
        let read = try Fixture(parsing: fixture.text)
        #expect(read == fixture)
        #expect(read.text == fixture.text)
    }

    @Test("a documented fixture names its sources, and a recorded one has none")
    func provenance() throws {
        var fixture = SampleFixture.fixture()
        fixture.header.provenance = .documented(sources: ["https://example.com/docs"])
        #expect(try Fixture(parsing: fixture.text).header.provenance == fixture.header.provenance)
        fixture.header.provenance = .documented(sources: [])
        #expect(throws: FixtureError.self) { try Fixture(parsing: fixture.text) }
    }

    @Test(
        "every fault is reported with its line",
        arguments: [
            ("", 1, "empty"),
            ("{\"kind\":\"x\"}", 1, "no header"),
            ("{\"format\":\"openwork-fixture/9\"}", 1, "openwork-fixture/1"),
            ("HEADER\n{\"at\":0,\"from\":\"nobody\",\"message\":{}}", 2, "client, server"),
            ("HEADER\n{\"at\":-1,\"from\":\"client\",\"message\":{}}", 2, "milliseconds"),
            ("HEADER\n\n{\"at\":0,\"from\":\"client\",\"message\":5}", 3, "JSON-RPC"),
            ("HEADER\n{\"at\":0,\"from\":\"stderr\",\"message\":{}}", 2, "standard error"),
            ("HEADER\n{\"at\":0,\"from\":\"exit\",\"message\":{}}", 2, "code"),
            ("HEADER\n{\"at\":0,\"from\":\"http\",\"message\":{\"status\":200}}", 2, "exchange"),
            ("HEADER\n{\"at\":0,\"from\":\"client\",\"message\":{},\"extra\":1}", 2, "extra is unknown"),
            ("HEADER\nnot json", 2, "no JSON"),
        ]
    )
    func faults(_ text: String, line: Int, words: String) throws {
        let header = try #require(SampleFixture.fixture().text.split(separator: "\n").first)
        let error = #expect(throws: FixtureError.self) {
            try Fixture(parsing: text.replacing("HEADER", with: header))
        }
        let fault = try #require(error?.faults.first)
        #expect(fault.line == line)
        #expect(fault.text.contains(words))
        #expect(error?.text(file: "a.jsonl").hasPrefix("a.jsonl:\(line): ") == true)
    }

    @Test("two faults are both reported")
    func allFaults() throws {
        let text = SampleFixture.fixture().text + "nonsense\n{\"at\":0}\n"
        let error = #expect(throws: FixtureError.self) { try Fixture(parsing: text) }
        #expect(error?.faults.map(\.line) == [2, 3])
    }

    @Test("a fixture is too old from the day it expires on")
    func expiry() {
        let header = SampleFixture.header()
        #expect(!header.isExpired(on: CalendarDay(daysSinceEpoch: 20_179)))
        #expect(header.isExpired(on: CalendarDay(daysSinceEpoch: 20_180)))
    }

    @Test(
        "days are those of the calendar",
        arguments: [
            ("1970-01-01", 0), ("2000-02-29", 11_016), ("2024-12-31", 20_088), ("2026-07-28", 20_662),
        ]
    )
    func days(_ text: String, number: Int) {
        #expect(CalendarDay(text)?.daysSinceEpoch == number)
        #expect(CalendarDay(daysSinceEpoch: number).description == text)
    }

    @Test("what is no day is none", arguments: ["2026-02-30", "2026-13-01", "26-01-01", "today", ""])
    func noDays(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }
}
