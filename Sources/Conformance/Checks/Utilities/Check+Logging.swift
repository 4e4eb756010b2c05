import JSON
import MCP

extension Check {
    static let logLevel = Check(
        "UTIL-LOG-LEVEL",
        "The level of log messages can be set",
        requirement: "A server that declares logging answers logging/setLevel with an empty result.",
        reason: "Without it clients drown in messages, or see none.",
        method: "logging/setLevel with the level debug.",
        twin: "A server that declares logging and refuses the method.",
        rules: [.legacy(.must, .specification("server/utilities/logging#setting-log-level"))],
        steps: [.setLevel]
    ) { record in
        record.featureResult(.setLevel) { _, _ in .passed }
    }

    static let logBadLevel = Check(
        "UTIL-LOG-BAD-LEVEL",
        "An unknown log level is refused with -32602",
        requirement: "A log level that is none of the eight is answered with the error -32602.",
        reason: "Who misspelt the level would wait for messages that never come.",
        method: "Legacy: logging/setLevel with the level openwork. Modern: a request with this level in _meta.",
        twin: "A server that takes any text for a level.",
        rules: [.always(.should, .specification("server/utilities/logging#error-handling"))],
        steps: [.badLevel]
    ) { record in
        record.invalidParams(.badLevel)
    }

    static let logMessages = Check(
        "UTIL-LOG-MESSAGES",
        "Log messages reach a client that wants them",
        requirement:
            "Log messages have one of the eight levels and data, and reach a client that asked for that level.",
        reason: "They are what a user looks at when a tool does not do what it should.",
        method: "The fixture test_tool_with_logging is called, where there is one, with the level debug.",
        twin: "A server that logs with a level of its own.",
        rules: [.always(.must, .specification("server/utilities/logging#log-message-notifications"))],
        steps: [.setLevel, .firstListing, .callLogging]
    ) { record in
        record.featureResult(.callLogging) { _, _ in
            let logged = record.logMessages
            guard let first = logged.first else {
                return .failed(expected: "notifications/message", actual: "none")
            }
            let wrong = logged.first { message in
                let level = message.object["params"]?["level"]?.stringValue ?? ""
                return LoggingLevel(rawValue: level) == nil || message.object["params"]?["data"] == nil
            }
            guard let wrong else {
                return .passed
            }
            return .failed(
                expected: "a known level and data",
                actual: (wrong.object["params"] ?? first.object["params"] ?? .null).text(),
                message: wrong.excerpt
            )
        }
    }

    static let logSilent = Check(
        "UTIL-LOG-SILENT",
        "Who names no level gets no log messages",
        requirement: "For a request without a log level in _meta the server sends no log messages.",
        reason: "A client that did not ask has no place for them.",
        method: "The fixture test_tool_with_logging is called without a level.",
        twin: "A server that logs to everybody.",
        rules: [.modern(.must, .specification("server/utilities/logging#per-request-log-level"))],
        steps: [.firstListing, .callSilently]
    ) { record in
        record.featureResult(.callSilently) { _, exchange in
            // What was asked for comes later: the silent call is made first.
            let messages = record.serverMessages.filter { $0.line.process == ProcessNumber.main }
            let end = messages.firstIndex { $0.isAnswer && $0.id == exchange.id } ?? messages.endIndex
            return messages[..<end].first { $0.method == "notifications/message" }.map {
                .failed(expected: "no log messages", actual: "one", message: $0.excerpt)
            } ?? .passed
        }
    }
}

extension SessionRecord {
    fileprivate var logMessages: [WireMessage] {
        serverMessages.filter { $0.method == "notifications/message" }
    }
}
