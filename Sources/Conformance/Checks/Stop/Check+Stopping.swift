import JSON
import MCP

extension Check {
    private static let legacyShutdown = RuleSource.specification("basic/lifecycle#shutdown")
    private static let modernShutdown = RuleSource.specification("basic/transports/stdio#shutdown")
    private static let shutdownRules: [CheckRule] = [
        .legacy(.should, legacyShutdown), .modern(.should, modernShutdown),
    ]

    static let stopsOnClose = Check(
        "STOP-ON-CLOSE",
        "The server ends when its input is closed",
        requirement: "A server exits promptly once its standard input is closed.",
        reason: "It is the only request to end that every system has; what ignores it stays behind.",
        method: "At the end standard input is closed, and the exit is waited for: five seconds, or less by --timeout.",
        twin: "A server that goes on waiting for something else.",
        rules: shutdownRules,
        steps: [],
        on: .pipes
    ) { record in
        record.ended { ending in
            switch ending.cause {
            case .inputClosed: .passed
            case .ownAccord: .incomplete("the server had ended before: \(ending.status)")
            case .terminated, .killed:
                .failed(
                    expected: "an exit within \(record.stopBound.short) of the end of standard input",
                    actual: "it ended only by \(ending.cause == .killed ? "SIGKILL" : "SIGTERM")"
                )
            }
        }
    }

    static let stopsOnTerminate = Check(
        "STOP-ON-SIGTERM",
        "The server does not have to be killed",
        requirement: "A server that did not end with its input ends on SIGTERM.",
        reason: "A killed server cannot finish writing, and its own children stay behind.",
        method: "Looked at where closing standard input was not enough: SIGTERM follows, then SIGKILL.",
        twin: "A server that ignores both the end of its input and SIGTERM.",
        rules: [.always(.house, .house)],
        steps: [],
        on: .pipes
    ) { record in
        record.ended { ending in
            switch ending.cause {
            case .inputClosed, .terminated: .passed
            case .ownAccord: .incomplete("the server had ended before: \(ending.status)")
            case .killed:
                .failed(
                    expected: "an exit within \(record.stopBound.short) of SIGTERM",
                    actual: "it ended only by SIGKILL"
                )
            }
        }
    }

    static let stopStatus = Check(
        "STOP-STATUS",
        "The server ends with status 0",
        requirement: "A server that is ended by closing its input exits with status 0: nothing went wrong.",
        reason: "Supervisors take any other status for a crash, and restart what should rest.",
        method: "The exit status after closing standard input is read.",
        twin: "A server that ends with a stack trace and status 1.",
        rules: [.always(.should, .house)],
        steps: [],
        on: .pipes
    ) { record in
        record.ended { ending in
            switch ending.cause {
            case .terminated, .killed: .incomplete("the server did not end by itself: see STOP-ON-CLOSE")
            case .inputClosed, .ownAccord:
                ending.isSuccess
                    ? .passed
                    : .failed(expected: "exit code 0", actual: ending.story, message: ending.lastWords)
            }
        }
    }

    static let leftovers = Check(
        "STOP-NO-LEFTOVERS",
        "No process is left behind",
        requirement: "When the server has ended, so have all processes that it started.",
        reason: "What is left behind keeps files, ports and credentials, and nobody knows that it is there.",
        method: "After the end, the processes of its session, and those marked as its children, are counted and ended.",
        twin: "A server that starts a helper and exits without it.",
        rules: [.always(.house, .house)],
        steps: [],
        on: .pipes
    ) { record in
        record.ended { ending in
            ending.leftovers.isEmpty
                ? .passed
                : .failed(expected: "no processes", actual: ending.leftovers.joined(separator: ", "))
        }
    }

    static let quietAfterClose = Check(
        "STOP-QUIET",
        "The last thing on standard output is a message",
        requirement: "Also while it ends, a server writes nothing to standard output but messages.",
        reason: "A farewell on standard output is read as a broken message, and shown as a crash.",
        method: "What comes after standard input was closed is read like everything before.",
        twin: "A server that prints \"bye\" when its input ends.",
        rules: [
            .legacy(.must, .specification("basic/transports#stdio")),
            .modern(.must, .specification("basic/transports/stdio")),
        ],
        steps: [],
        on: .pipes
    ) { record in
        record.opened { _ in
            let late = record.serverLines.filter { $0.phase == .closing }
            let stray = late.first { line in
                line.content != .blank && WireMessage.messages(in: line).isEmpty && line.content != .notKept
            }
            return stray.map {
                .failed(expected: "messages only", actual: "other output after the end of input", message: $0.excerpt)
            } ?? .passed
        }
    }
}
