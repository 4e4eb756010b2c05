import Synchronization

@testable import MCPConnection

/// The next events of a channel, fewer when it ends before.
func collect(_ count: Int, from channel: any MessageChannel) async -> [ChannelEvent] {
    var events: [ChannelEvent] = []
    for await event in channel.events {
        events.append(event)
        if events.count == count { break }
    }
    return events
}

/// A number that several tasks count up.
final class Counter: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }

    func increment() { count.withLock { $0 += 1 } }
}

/// Values that several tasks add to.
final class Collected<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])

    var all: [Element] { elements.withLock { $0 } }

    func append(_ element: Element) { elements.withLock { $0.append(element) } }
}
