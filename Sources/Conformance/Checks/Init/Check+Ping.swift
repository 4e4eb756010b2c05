import JSON
import MCP

extension Check {
    static let ping = Check(
        "INIT-PING",
        "ping is answered with an empty result",
        requirement: "Either side answers ping promptly with an empty result. The modern era has no ping.",
        reason: "It is how clients find out that a quiet server is still alive.",
        method: "One ping after the handshake.",
        twin: "A server that refuses ping as an unknown method.",
        rules: [.legacy(.must, .specification("basic/utilities/ping#behavior-requirements"))],
        steps: [.ping]
    ) { record in
        record.exchange(.ping) { exchange in
            if case .result(let result) = exchange.outcome,
                result.objectValue?.allSatisfy({ $0.key == "_meta" }) == true
            {
                return .passed
            }
            return .failed(
                expected: "an empty result",
                actual: exchange.summary,
                message: exchange.answer?.excerpt
            )
        }
    }

    static let quietBeforeInitialized = Check(
        "INIT-QUIET-START",
        "The server asks nothing before the handshake is complete",
        requirement: "Until it received notifications/initialized, a server sends no requests other than ping.",
        reason: "A client that is not ready yet can only refuse, and the server then works without the answer.",
        method: """
            In a process of its own, ping is sent between the answer to initialize and notifications/initialized; \
            requests that come before its answer are counted.
            """,
        twin: "A server that sends roots/list right after its answer to initialize.",
        rules: [.legacy(.should, .specification("basic/lifecycle#initialization"))],
        steps: [.unknownRevision, .earlyPing]
    ) { record in
        record.exchange(.earlyPing) { _ in
            let early = record.serverMessages.first {
                $0.line.process == 1 && $0.line.phase == .opening && $0.kind == .request && $0.method != "ping"
            }
            return early.map {
                .failed(
                    expected: "no request but ping before notifications/initialized",
                    actual: $0.method ?? "a request",
                    message: $0.excerpt
                )
            } ?? .passed
        }
    }
}
