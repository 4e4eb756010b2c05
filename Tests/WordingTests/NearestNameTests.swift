import Testing
import Wording

@Suite("The nearest name")
struct NearestNameTests {
    private static let known = ["latency", "stall", "ignore-stdin-close", "ignore-sigterm", "null-id"]

    @Test(
        "is one that begins like it, or that takes few letters to change",
        arguments: [
            ("latnecy", "latency"), ("stal", "stall"), ("ignore-stdin", "ignore-stdin-close"), ("nulid", "null-id"),
        ]
    )
    func near(written: String, meant: String) {
        #expect(NearestName.of(written, among: Self.known) == meant)
    }

    @Test("is none when nothing is near", arguments: ["", "x", "completely-different"])
    func far(written: String) {
        #expect(NearestName.of(written, among: Self.known) == nil)
    }
}
