import MockMCP
import Testing

@Suite("The nearest name")
struct NearestNameTests {
    @Test(
        "is told when it is near enough",
        arguments: [
            ("latnecy", "latency"), ("stal", "stall"), ("ignore-stdin", "ignore-stdin-close"), ("nulid", "null-id"),
        ]
    )
    func near(written: String, meant: String) {
        let error = #expect(throws: MockFaultError.self) { try FaultCatalogue.all.fault(writtenAs: written) }
        #expect(error?.message.contains("did you mean '\(meant)'?") == true)
    }

    @Test("is not told when nothing is like it", arguments: ["", "x", "something quite different"])
    func far(written: String) {
        let error = #expect(throws: MockFaultError.self) { try FaultCatalogue.all.fault(writtenAs: written) }
        #expect(error?.message.contains("did you mean") == false)
    }
}
