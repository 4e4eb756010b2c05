import MockVendors
import Testing

@Suite("Failures as words")
struct OAuthFaultFormTests {
    @Test("every word is a failure of its own", arguments: OAuthFaultForm.all.map(\.name))
    func names(name: String) throws {
        let fault = try OAuthFaultForm.fault(writtenAs: name)
        let others = OAuthFaultForm.all.filter { $0.name != name }
        #expect(try others.allSatisfy { try OAuthFaultForm.fault(writtenAs: $0.name) != fault })
    }

    @Test("a count says how often")
    func counts() throws {
        #expect(try OAuthFaultForm.fault(writtenAs: "refresh-503=3") == .refreshStatus(503, times: 3))
        #expect(try OAuthFaultForm.fault(writtenAs: "refresh-503") == .refreshStatus(503, times: 1))
    }

    @Test(
        "what is wrong with a word is said",
        arguments: [
            ("nonsense", "there is no failure 'nonsense'"), ("declined=2", "it takes no count"),
            ("refresh-503=0", "write how often"), ("refresh-503=x", "write how often"),
        ]
    )
    func wrong(text: String, part: String) {
        let error = #expect(throws: OAuthFaultForm.Unreadable.self) { try OAuthFaultForm.fault(writtenAs: text) }
        #expect(error?.description.contains(part) == true)
    }
}
