import HTTPTypes
import Hummingbird
import MCPConnection
import MCPHTTP
import MockMCP
import NIOCore
import Synchronization

/// Performs one response: asks its machine, does what it says, and waits for the next moment.
final class ReplyPlayer: Sendable {
    /// Ends the writing of a response whose connection is gone.
    private struct CutOff: Error {}

    private let server: MockHTTPServer
    private let channel: any Channel
    private let machine: Mutex<ReplyMachine>
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    init(_ server: MockHTTPServer, _ channel: any Channel, _ machine: ReplyMachine) {
        self.server = server
        self.channel = channel
        self.machine = Mutex(machine)
        // One pending wake-up is as good as many: each round does everything that is due.
        (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Changes what is to be done, from wherever something happens.
    func change(_ body: (inout ReplyMachine, Duration) -> Void) {
        let now = server.now
        machine.withLock { body(&$0, now) }
        wake.yield()
    }

    /// The response once it can begin; the fields are those of the sound server, the body its messages one by one.
    func respond(status: HTTPResponse.Status, headers: HTTPFields, source: ResponseSource?) async throws -> Response {
        while true {
            let now = server.now
            let (step, due) = machine.withLock { ($0.next(at: now), $0.nextDue) }
            switch step {
            case .begin(let isEventStream, let contentType):
                let fields = Self.fields(headers, isEventStream: isEventStream, contentType: contentType)
                return Response(
                    status: status,
                    headers: fields,
                    body: ResponseBody { writer in try await self.play(into: &writer, source) }
                )
            case .answer(let refusal): return server.response(to: refusal)
            case .finish: return Response(status: status, headers: headers)
            case .write, .fill: break
            case .log(let bytes): server.log(bytes)
            case .hold, .cut, .exit: try await end(with: step)
            case nil:
                guard let due, await server.pauses.wait(due - now) else { try await end(with: .hold) }
            }
        }
    }

    @concurrent
    private func play(into writer: inout any ResponseBodyWriter, _ source: ResponseSource?) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            if let source {
                group.addTask {
                    try await source.read { self.change($0) }
                    self.change { machine, _ in machine.sourceEnded() }
                }
            }
            defer { group.cancelAll() }
            wake.yield()
            var alarm: Duration?
            for await _ in wakes {
                while let step = machine.withLock({ [now = server.now] in $0.next(at: now) }) {
                    guard try await perform(step, &writer) else { return }
                }
                guard let due = machine.withLock(\.nextDue), due != alarm else { continue }
                alarm = due
                group.addTask { [self] in
                    if await server.pauses.wait(due - server.now) { wake.yield() }
                }
            }
            throw CutOff()
        }
        try await writer.finish(nil)
    }

    /// Does one thing; false when the body is complete.
    @concurrent
    private func perform(_ step: ReplyStep, _ writer: inout any ResponseBodyWriter) async throws -> Bool {
        switch step {
        case .begin, .answer: break
        case .write(let bytes): try await writer.write(ByteBuffer(bytes: bytes))
        case .fill(let bytes, let times):
            // In pieces of about 64 KiB, so that nothing large is ever held.
            let count = max(1, (64 << 10) / bytes.count)
            let piece = ByteBuffer(bytes: Array(repeatElement(bytes, count: count).joined()))
            for start in stride(from: 0, to: times, by: count) {
                let part = piece.getSlice(at: 0, length: min(count, times - start) * bytes.count) ?? piece
                try await writer.write(part)
            }
        case .log(let bytes): server.log(bytes)
        case .finish: return false
        case .hold, .cut, .exit: try await end(with: step)
        }
        return true
    }

    /// What ends a response otherwise than in order; only returns by throwing.
    private func end(with step: ReplyStep?) async throws -> Never {
        switch step {
        case .cut(let isReset, let closesOutput):
            if closesOutput { server.closeOutput() }
            await channel.cut(isReset: isReset)
        case .exit(let exit):
            server.end(exit)
            await server.holdOpen(channel)
        default: await server.holdOpen(channel)
        }
        throw CutOff()
    }

    private static func fields(_ sound: HTTPFields, isEventStream: Bool, contentType: String?) -> HTTPFields {
        var fields = sound
        fields[.contentLength] = nil
        if isEventStream {
            fields[.contentType] = "text/event-stream"
            fields[.cacheControl] = "no-cache, no-transform"
        }
        if let contentType { fields[.contentType] = contentType.isEmpty ? nil : contentType }
        return fields
    }
}
