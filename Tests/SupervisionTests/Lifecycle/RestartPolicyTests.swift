import Testing

@testable import Supervision

@Suite("Pauses between starts")
struct RestartPolicyTests {
    @Test(
        "double from the first to the longest",
        arguments: [(1, 1), (2, 2), (3, 4), (4, 8), (8, 128), (9, 256), (10, 300), (1_000, 300), (Int.max, 300)]
    )
    func doubles(exits: Int, seconds: Int) {
        #expect(RestartPolicy().pause(afterExits: exits, chance: 0.5) == .seconds(seconds))
    }

    @Test("lie within a fifth of that, and never beyond the longest", arguments: [(0.0, 800, 240), (1.0, 1_200, 300)])
    func jitter(chance: Double, first: Int, longest: Int) {
        #expect(RestartPolicy().pause(afterExits: 1, chance: chance) == .milliseconds(first))
        #expect(RestartPolicy().pause(afterExits: 20, chance: chance) == .seconds(longest))
    }
}
