import Redaction
import Store
import Synchronization

/// What one server wrote to its standard error, without its secrets: the last lines in memory, more of them on disk.
package final class ServerLog: Sendable {
    /// Lines in memory.
    package static let limitInLines = 500

    private struct State {
        var ring: [LogLine] = []
        var number: UInt64 = 0
        var budget = LogBudget()
        var redactor = Redactor.shapesOnly
    }

    private let file: LogFile?
    private let wall: @Sendable () -> WallTime
    private let followers = Broadcast<LogLine>()
    private let state = Mutex(State())

    init(file: LogFile?, wall: @escaping @Sendable () -> WallTime) {
        self.file = file
        self.wall = wall
    }

    /// The last lines, oldest first.
    package func lines(last limit: Int = 200) -> [LogLine] {
        state.withLock { Array($0.ring.suffix(max(0, limit))) }
    }

    /// Lines from now on; the oldest of more than 256 unread ones are lost, which their numbers show.
    package func follow() -> Subscription<LogLine> { followers.follow() }

    /// Takes these secrets out from now on.
    func hide(_ redactor: Redactor) { state.withLock { $0.redactor = redactor } }

    /// The server wrote a line.
    func say(_ text: String) {
        let now = wall()
        let (verdict, redactor) = state.withLock { ($0.budget.take(atMilliseconds: now.milliseconds), $0.redactor) }
        guard case .keep(let dropped) = verdict else { return }
        gap(dropped, at: now)
        add(.said, redactor.redacted(text), at: now)
    }

    /// We have something to say about it.
    func note(_ text: String) {
        let now = wall()
        let (dropped, redactor) = state.withLock { ($0.budget.flush(), $0.redactor) }
        gap(dropped, at: now)
        add(.noted, redactor.redacted(text), at: now)
    }

    /// Ends everybody who follows, and closes the file.
    func close() {
        followers.finish()
        file?.close()
    }

    private func gap(_ dropped: Int, at now: WallTime) {
        guard dropped > 0 else { return }
        let lines = dropped == 1 ? "1 line is" : "\(dropped) lines are"
        add(.gap(lines: dropped), "\(lines) missing here: they came faster than they are kept", at: now)
    }

    private func add(_ kind: LogLine.Kind, _ text: String, at now: WallTime) {
        let line = state.withLock { state in
            state.number += 1
            let line = LogLine(number: state.number, at: now, kind: kind, text: text)
            state.ring.append(line)
            // By the fifth, so that not every line moves all others.
            if state.ring.count > Self.limitInLines * 6 / 5 {
                state.ring.removeFirst(state.ring.count - Self.limitInLines)
            }
            return line
        }
        file?.add(line.written)
        followers.send(line)
    }
}
