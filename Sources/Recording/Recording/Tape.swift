package import Fixtures
import JSON
package import MCPConnection
package import Redaction
import Synchronization

/// Takes down a conversation from whichever task it is heard on; scrubbed before it is kept.
package final class Tape: Sendable {
    private let transcriber: Mutex<Transcriber>
    private let elapsed: @Sendable () -> Duration
    private let exchanges = Mutex(0)

    /// An empty tape; times count from now.
    package init<C: Clock<Duration>>(_ scrubber: Scrubber, clock: C) {
        let start = clock.now
        elapsed = { start.duration(to: clock.now) }
        transcriber = Mutex(Transcriber(scrubber))
    }

    /// Hears everything on a connection over pipes or in memory.
    package var wireTap: WireTap {
        WireTap { [self] record in
            switch record.event {
            case .sent(let message): client(message)
            case .received(let message), .receivedUnterminated(let message): server(message)
            case .receivedOversized(let length, let beginning):
                server(beginning + Array("… (\(length) bytes)".utf8))
            case .standardError(let line): standardError(line)
            case .exited(let exit): ended(exit)
            case .opened, .inputEnded: break
            }
        }
    }

    func client(_ message: [UInt8], exchange: Int? = nil) {
        note { $0.client(message, at: $1, exchange: exchange) }
    }

    func server(_ message: [UInt8], exchange: Int? = nil) {
        note { $0.server(message, at: $1, exchange: exchange) }
    }

    func standardError(_ line: String) {
        note { $0.standardError(line, at: $1) }
    }

    func ended(_ exit: ServerExit) {
        let (code, signal): (Int32?, Int32?) =
            switch exit.status {
            case .code(let code)?: (code, nil)
            case .signal(let number)?: (nil, number)
            case nil: (nil, 9)
            }
        let ending =
            switch exit.ending {
            case .byItself: "byItself"
            case .afterInputClosed: "closed"
            case .afterTerminate: "terminated"
            case .afterKill, .stuck: "killed"
            }
        note { $0.exit(code: code, signal: signal, ending: ending, at: $1) }
    }

    /// Notes a request of HTTP and gives it a number.
    func request(_ method: String, _ target: String, _ fields: [(name: String, value: String)]) -> Int {
        let number = exchanges.withLock { count in
            count += 1
            return count
        }
        note { $0.request(number, method: method, target: target, fields: fields, at: $1) }
        return number
    }

    func response(_ exchange: Int, _ status: Int, _ fields: [(name: String, value: String)]) {
        note { $0.response(exchange, status: status, fields: fields, at: $1) }
    }

    /// What was heard so far, unjudged.
    package func fixture(_ header: FixtureHeader) -> Fixture {
        let transcriber = transcriber.withLock { $0 }
        return transcriber.fixture(header.completed(by: transcriber.fixture(header)))
    }

    /// The text of the file, with the header completed by what the server said of itself.
    /// - Throws: `RecordingRefusal`.
    package func finished(
        _ header: FixtureHeader,
        judge: AnswerJudge = .plain,
        tool: String? = nil
    ) throws(RecordingRefusal) -> String {
        let transcriber = transcriber.withLock { $0 }
        let completed = header.completed(by: transcriber.fixture(header))
        return try transcriber.finished(completed, judge: judge, tool: tool)
    }

    private func note(_ write: (inout Transcriber, Duration) -> Void) {
        let time = elapsed()
        transcriber.withLock { write(&$0, time) }
    }
}

extension FixtureHeader {
    /// Fills in what the conversation itself tells.
    fileprivate func completed(by fixture: Fixture) -> FixtureHeader {
        let book = CueBook(fixture)
        var header = self
        header.revision = revision ?? book.revision
        header.server.version = server.version ?? book.serverInfo?["version"]?.stringValue
        return header
    }
}
