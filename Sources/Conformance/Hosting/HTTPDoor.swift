package import HTTPTypes
import JSON
import MCP
package import MCPHTTP

/// The way to a server for single HTTP requests, as no well-behaved client would make them.
package struct HTTPDoor: Sendable {
    /// The MCP endpoint.
    package let address: HTTPAddress
    /// The credentials, sent with every request.
    package let fields: HTTPFields
    /// How the session travels; nil until that is found.
    package let transport: @Sendable () -> HTTPEraDetection.Transport?

    let recorder: RecordingExchanger
    let exchanger: any HTTPExchanger

    init(
        _ settings: HTTPClientSettings,
        _ recorder: RecordingExchanger,
        _ exchanger: any HTTPExchanger,
        transport: @escaping @Sendable () -> HTTPEraDetection.Transport?
    ) {
        address = settings.address
        fields = settings.fields
        self.recorder = recorder
        self.exchanger = exchanger
        self.transport = transport
    }

    /// How the session travels, as the checks tell it apart.
    var carrier: Carrier {
        transport() == .eventStream ? .eventStream : .http
    }

    /// The turns of the session so far.
    var turns: [HTTPTurn] {
        recorder.turns
    }

    /// Makes one request and reads the response: to its end, to the answer in it, or to what is kept of a body.
    ///
    /// It is sent as it is, with the credentials added; only the head is read of streams that have no end of their own.
    func visit<C: Clock<Duration>>(
        _ call: HTTPCall,
        headOnly: Bool = false,
        withCredentials: Bool = true,
        within bound: Duration,
        clock: C
    ) async -> HTTPTurn {
        var call = call
        for field in fields where withCredentials && call.fields[field.name] == nil {
            call.fields.append(field)
        }
        let recorder = RecordingExchanger(exchanger)
        let made = call
        let outcome = await clock.race(within: bound) {
            await HTTPDoor.exchange(made, recorder, headOnly: headOnly)
        }
        var turn = recorder.turns.first ?? HTTPTurn(call)
        if case .timedOut = outcome, turn.status == nil, turn.fault == nil {
            turn.fault = Task.isCancelled ? Interruption.reason : "no response within \(bound.short)"
        }
        return turn
    }

    private static func exchange(_ call: HTTPCall, _ recorder: RecordingExchanger, headOnly: Bool) async {
        do {
            let reply = try await recorder.exchange(call)
            guard !headOnly else {
                return
            }
            var parser = EventStreamParser()
            let isStream = reply.fields[.contentType]?.hasPrefix("text/event-stream") == true
            var size = 0
            for try await piece in reply.body {
                size += piece.count
                if isStream, parser.append(piece).contains(where: \.isAnswer) || size > HTTPTurn.keptBytes {
                    return
                }
            }
        } catch {
            // It stands in the turn already.
        }
    }
}

extension EventStreamItem {
    fileprivate var isAnswer: Bool {
        guard case .event(let event) = self else {
            return false
        }
        return HTTPTurn.messages(in: event.data).contains { $0["result"] != nil || $0["error"] != nil }
    }
}
