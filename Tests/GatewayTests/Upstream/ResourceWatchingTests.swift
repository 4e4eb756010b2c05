import Testing

@testable import Gateway

@Suite("What is watched at an integration")
struct ResourceWatchingTests {
    @Test("is the same in whatever order a watcher that goes and one that comes are heard", arguments: [true, false])
    func order(comesFirst: Bool) {
        var watching = ResourceWatching()
        _ = watching.change(adding: ["a"], removing: [])
        let steps: [(Set<String>, Set<String>)] = [(["a"], []), ([], ["a"])]
        for (adding, removing) in comesFirst ? steps : steps.reversed() {
            _ = watching.change(adding: adding, removing: removing)
        }
        #expect(watching.wanted == ["a"])
        _ = watching.change(adding: [], removing: ["a"])
        #expect(watching.wanted == [] && !watching.isWanted("a"))
    }

    @Test("is waited for until the integration has agreed, by everybody who wants it")
    func agreement() {
        var watching = ResourceWatching()
        #expect(watching.change(adding: ["a"], removing: []) != nil)
        #expect(watching.takeTurn().waiting.count == 1)
        // On its way, and not agreed to yet.
        #expect(watching.change(adding: ["a"], removing: []) != nil)
        #expect(watching.agree(to: ["a"]) == [])
        #expect(watching.change(adding: ["a"], removing: []) == nil)
        #expect(watching.change(adding: [], removing: ["a"]) == nil)
    }

    @Test("has to be agreed to again where it is just being taken back")
    func takenBack() {
        var watching = ResourceWatching()
        _ = watching.change(adding: ["a"], removing: [])
        _ = watching.takeTurn()
        _ = watching.agree(to: ["a"])
        #expect(watching.change(adding: [], removing: ["a"]) != nil)
        #expect(watching.takeTurn().wanted == [])
        #expect(watching.change(adding: ["a"], removing: []) != nil)
    }

    @Test("may have changed while there was no connection, which is told once")
    func uncovered() {
        var watching = ResourceWatching()
        _ = watching.change(adding: ["a", "b"], removing: [])
        _ = watching.takeTurn()
        _ = watching.agree(to: ["a", "b"])
        _ = watching.disconnect()
        _ = watching.change(adding: ["c"], removing: ["b"])
        #expect(watching.agree(to: ["a", "c"]) == ["a"])
        #expect(watching.agree(to: ["a", "c"]) == [])
    }
}
