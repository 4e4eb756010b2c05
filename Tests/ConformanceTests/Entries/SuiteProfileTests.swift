import Conformance
import Testing

@Suite("What all suites have in common")
struct SuiteProfileTests {
    @Test("says the same when it is written and read again")
    func roundTrip() throws {
        #expect(try SuiteProfile(SuiteProfile.usual.yaml) == .usual)
        #expect(SuiteProfile.usual.checks.contains("SEC-*"))
        #expect(!SuiteProfile.usual.checks.contains("HTTP-*"))
    }

    @Test(
        "is refused with the fix",
        arguments: [
            ("checks: []\nsilenceMilliseconds: 1", "checks is missing"),
            ("checks: [A]", "silenceMilliseconds is missing"),
            ("checks: [A]\nsilenceMilliseconds: 0", "silenceMilliseconds is missing"), ("\t", "it is"),
        ]
    )
    func refused(text: String, says: String) {
        let fault = #expect(throws: EntrySuite.Fault.self) { try SuiteProfile(text) }
        #expect(fault?.description.contains(says) ?? false)
    }
}
