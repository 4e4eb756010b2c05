import AsyncAlgorithms
import Hummingbird
import MCPConnection
import MCPHTTP
import NIOCore
import ServiceLifecycle

/// Writes events as they come, and a comment now and then where none come: it notices the same way that nobody reads.
enum EventWriting {
    static func response(_ source: AnyEventSource, keepAlive: Duration, time: Timekeeper) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream", .cacheControl: "no-cache, no-transform",
            ],
            body: ResponseBody { writer in
                try await write(source, to: &writer, keepAlive: keepAlive, time: time)
                try await writer.finish(nil)
            }
        )
    }

    @concurrent
    private static func write(
        _ source: AnyEventSource,
        to writer: inout any ResponseBodyWriter,
        keepAlive: Duration,
        time: Timekeeper
    ) async throws {
        // A first sign, so that the caller has the head of the answer before anything happens.
        try await writer.write(ByteBuffer(bytes: ServerSentEvent.keepAlive))
        let pieces = AsyncChannel<[UInt8]>()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { pieces.finish() }
                try await cancelWhenGracefulShutdown {
                    try await source.forEach { await pieces.send($0.encoded()) }
                }
            }
            group.addTask {
                while await time.wait(keepAlive) { await pieces.send(ServerSentEvent.keepAlive) }
            }
            defer { group.cancelAll() }
            for await piece in pieces { try await writer.write(ByteBuffer(bytes: piece)) }
        }
    }
}
