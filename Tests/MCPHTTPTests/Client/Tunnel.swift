import NIOCore
import NIOPosix

/// A proxy on loopback that tunnels to loopback, whatever host it is asked for.
///
/// The body gets its port, and the heads of the requests it was sent.
func withTunnel<Value>(
    _ body: (_ port: Int, _ heads: AsyncStream<String>) async throws -> Value
) async throws -> Value {
    let (heads, sink) = AsyncStream.makeStream(of: String.self)
    let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .bind(host: "127.0.0.1", port: 0) { channel in
            channel.eventLoop.makeCompletedFuture { try Tunnel.wrap(channel) }
        }
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            try await withThrowingDiscardingTaskGroup { connections in
                try await server.executeThenClose { inbound in
                    for try await connection in inbound {
                        // A connection that breaks is the test's own doing.
                        connections.addTask { try? await Tunnel.serve(connection, sink) }
                    }
                }
            }
        }
        let value = try await body(server.channel.localAddress?.port ?? 0, heads)
        group.cancelAll()
        return value
    }
}

private enum Tunnel {
    typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    static func wrap(_ channel: any Channel) throws -> Connection {
        try NIOAsyncChannel(wrappingChannelSynchronously: channel)
    }

    static func serve(_ near: Connection, _ sink: AsyncStream<String>.Continuation) async throws {
        try await near.executeThenClose { inbound, outbound in
            var iterator = inbound.makeAsyncIterator()
            var head = ""
            while !head.hasSuffix("\r\n\r\n"), let piece = try await iterator.next() { head += String(buffer: piece) }
            sink.yield(head)
            let port = head.split(separator: " ").dropFirst().first?.split(separator: ":").last.flatMap { Int($0) } ?? 0
            let far = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connect(host: "127.0.0.1", port: port) { channel in
                    channel.eventLoop.makeCompletedFuture { try wrap(channel) }
                }
            try await far.executeThenClose { farInbound, farOutbound in
                try await outbound.write(ByteBuffer(string: "HTTP/1.1 200 OK\r\n\r\n"))
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { for try await piece in farInbound { try await outbound.write(piece) } }
                    while let piece = try await iterator.next() { try await farOutbound.write(piece) }
                    group.cancelAll()
                }
            }
        }
    }
}
