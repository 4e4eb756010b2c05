import Testing

@testable import MCPConnection

@Suite("A bounded queue", .timeLimit(.minutes(1)))
struct BoundedQueueTests {
    @Test("gives what was pushed, in order, and nil after the end")
    func order() async {
        let queue = BoundedQueue<Int>(costLimit: 10)
        for number in 1...3 { queue.push(number, cost: 1) }
        queue.finish()
        var read: [Int?] = []
        for _ in 1...4 { read.append(await queue.next()) }
        #expect(read == [1, 2, 3, nil])
    }

    @Test("lets a cancelled reader go, though elements are waiting")
    func cancelledReader() async {
        let queue = BoundedQueue<Int>(costLimit: 10)
        queue.push(1, cost: 1)
        let read = await withTaskGroup(of: Int?.self) { group in
            group.cancelAll()
            group.addTask { await queue.next() }
            return await group.next() ?? 0
        }
        #expect(read == nil)
        #expect(await queue.next() == 1)
    }

    @Test("takes an element over the limit at once, and makes the next producer wait for the reader")
    func backPressure() async {
        let queue = BoundedQueue<Int>(costLimit: 2)
        #expect(await queue.pushWaiting(1, cost: 5))
        #expect(queue.isFull)
        async let second = queue.pushWaiting(2, cost: 1)
        #expect(await queue.next() == 1)
        #expect(await queue.next() == 2)
        #expect(await second)
        #expect(!queue.isFull)
    }

    @Test("refuses a producer once it is finished")
    func finished() async {
        let queue = BoundedQueue<Int>(costLimit: 1)
        queue.finish()
        #expect(await queue.pushWaiting(1, cost: 1) == false)
        #expect(await queue.next() == nil)
    }
}
