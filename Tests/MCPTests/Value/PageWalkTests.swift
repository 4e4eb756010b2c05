import MCP
import Testing

@Suite("Walking through pages")
struct PageWalkTests {
    @Test("a walk goes from cursor to cursor and ends where there is none")
    func walk() {
        var walk = PageWalk()
        #expect(walk.next("a") == .fetch(cursor: "a"))
        #expect(walk.next("b") == .fetch(cursor: "b"))
        #expect(walk.next(nil) == .done)
        #expect(walk.pages == 3)
    }

    @Test("an empty cursor is a cursor")
    func emptyCursor() {
        var walk = PageWalk()
        #expect(walk.next("") == .fetch(cursor: ""))
        #expect(walk.next("") == .loop(cursor: ""))
    }

    @Test("a cursor that comes again, at once or later, is a loop", arguments: [["a", "a"], ["a", "b", "c", "a"]])
    func loop(cursors: [String]) {
        var walk = PageWalk()
        let steps = cursors.map { walk.next($0) }
        #expect(steps.last == .loop(cursor: "a"))
        #expect(steps.dropLast().allSatisfy { if case .fetch = $0 { true } else { false } })
    }

    @Test("a listing without end is cut at the limit, a listing of just that many pages is not")
    func limit() {
        var endless = PageWalk(limitInPages: 3)
        #expect(endless.next("1") == .fetch(cursor: "1"))
        #expect(endless.next("2") == .fetch(cursor: "2"))
        #expect(endless.next("3") == .tooMany(limitInPages: 3))
        var whole = PageWalk(limitInPages: 1)
        #expect(whole.next(nil) == .done)
    }
}
