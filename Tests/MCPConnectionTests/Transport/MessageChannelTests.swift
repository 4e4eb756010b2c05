import Testing

@testable import MCPConnection

@Suite("A message channel, in memory or over pipes", .timeLimit(.minutes(1)))
struct MessageChannelTests {
    private static let hello = Array("hello".utf8)

    @Test("delivers messages whole and in order", arguments: ChannelPair.allCases)
    func order(_ pair: ChannelPair) async throws {
        try await pair.run { left, right in
            let messages = (0..<500).map { Array("message \($0) \(String(repeating: "x", count: $0 * 7))".utf8) }
            async let received = collect(messages.count, from: right)
            for message in messages { try await left.send(message) }
            #expect(await received == messages.map { .message($0) })
        }
    }

    @Test("passes empty messages and every byte but the line break", arguments: ChannelPair.allCases)
    func bytes(_ pair: ChannelPair) async throws {
        try await pair.run { left, right in
            let odd = (0...255).map { UInt8($0) }.filter { $0 != 0x0A }
            try await left.send([])
            try await left.send(odd)
            #expect(await collect(2, from: right) == [.message([]), .message(odd)])
        }
    }

    @Test("reports a message over the limit by its length, and goes on", arguments: ChannelPair.allCases)
    func oversized(_ pair: ChannelPair) async throws {
        try await pair.run(limits: ChannelLimits(messageBytes: 1000)) { left, right in
            let long = [UInt8](repeating: 0x61, count: 300_000)
            async let received = collect(4, from: right)
            try await left.send([UInt8](repeating: 0x62, count: 1000))
            try await left.send(Array(long.prefix(1001)))
            try await left.send(long)
            try await left.send(Self.hello)
            let beginning = Array(long.prefix(256))
            let expected: [ChannelEvent] = [
                .message([UInt8](repeating: 0x62, count: 1000)),
                .oversized(lengthInBytes: 1001, beginning: beginning, end: beginning),
                .oversized(lengthInBytes: 300_000, beginning: beginning, end: beginning),
                .message(Self.hello),
            ]
            #expect(await received == expected)
        }
    }

    @Test("ends for the peer when one side closes, after what was sent", arguments: ChannelPair.allCases)
    func close(_ pair: ChannelPair) async throws {
        guard pair != .borrowedPipes else { return }  // a borrowed descriptor is never closed
        try await pair.run { left, right in
            try await left.send(Self.hello)
            left.close()
            left.close()
            #expect(await collect(9, from: right) == [.message(Self.hello), .ended(.endOfInput)])
            await #expect(throws: ChannelClosed(.closedByUs)) { try await left.send(Self.hello) }
            try await right.send(Self.hello)
            #expect(await collect(1, from: left) == [.message(Self.hello)])
        }
    }

    @Test("refuses to send to a peer that stopped reading", arguments: ChannelPair.allCases)
    func abandoned(_ pair: ChannelPair) async throws {
        try await pair.run { left, right in
            right.abandon()
            #expect(await collect(9, from: right) == [.ended(.abandoned)])
            let error = await #expect(throws: ChannelClosed.self) {
                while true { try await left.send(Self.hello) }
            }
            #expect(error?.reason == .peerClosed)
        }
    }

    @Test("makes a sender wait while nobody reads, and loses nothing", arguments: ChannelPair.allCases)
    func backPressure(_ pair: ChannelPair) async throws {
        try await pair.run(limits: ChannelLimits(unreadBytes: 10_000)) { left, right in
            let sent = Counter()
            let message = [UInt8](repeating: 0x61, count: 1000)
            try await withThrowingTaskGroup { group in
                group.addTask {
                    for _ in 0..<1000 {
                        try await left.send(message)
                        sent.increment()
                    }
                }
                var received = 0
                for await event in right.events {
                    #expect(event == .message(message))
                    received += 1
                    // What a pipe and both queues hold, and no more.
                    #expect(sent.value - received < 250)
                    if received == 1000 { break }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test("finishes a message whose sender was cancelled", arguments: ChannelPair.allCases)
    func cancelledSender(_ pair: ChannelPair) async throws {
        try await pair.run(limits: ChannelLimits(unreadBytes: 1000)) { left, right in
            let long = [UInt8](repeating: 0x61, count: 500_000)
            await withTaskGroup { group in
                group.addTask { try? await left.send(long) }
                group.cancelAll()
            }
            async let received = collect(2, from: right)
            try await left.send(Self.hello)
            #expect(await received == [.message(long), .message(Self.hello)])
        }
    }

    @Test("stops reading when the reader is cancelled", arguments: ChannelPair.allCases)
    func cancelledReader(_ pair: ChannelPair) async throws {
        try await pair.run { left, right in
            await withTaskGroup { group in
                group.addTask { #expect(await collect(1, from: right) == []) }
                group.cancelAll()
            }
            try await left.send(Self.hello)
            #expect(await collect(1, from: right) == [.message(Self.hello)])
        }
    }
}
