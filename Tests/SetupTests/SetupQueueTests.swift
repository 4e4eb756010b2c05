import Setup
import Testing

@Suite("The order of a wizard")
struct SetupQueueTests {
    @Test("asks once about what several roles need")
    func once() {
        var queue = SetupQueue(["a", "b", "a"])
        #expect(queue.position == "1 of 2")
        queue.finish()
        #expect(queue.current == "b")
        queue.finish()
        #expect(queue.current == nil)
        #expect(queue.again == nil)
    }

    @Test("goes back, and stays at the first")
    func back() {
        var queue = SetupQueue(["a", "b"])
        queue.back()
        #expect(queue.current == "a")
        queue.skip()
        queue.back()
        #expect(queue.current == "a")
        queue.finish()
        #expect(queue.skipped.isEmpty)
    }

    @Test("comes back to what was passed over, in its order")
    func again() {
        var queue = SetupQueue(["a", "b", "c"])
        queue.skip()
        queue.finish()
        queue.skip()
        #expect(queue.again == SetupQueue(["a", "c"]))
    }
}
