import Conformance
import Glibc
import Reporting
import Synchronization

/// Rows as lines of JSON, each written once it is settled.
final class RowStream: Sendable {
    private let lines: LinesRenderer
    private let descriptor: Int32
    private let retries: Retries
    private let written = Mutex<Set<RowKey>>([])

    init(_ lines: LinesRenderer, to descriptor: Int32, retries: Retries) {
        self.lines = lines
        self.descriptor = descriptor
        self.retries = retries
    }

    /// Writes the rows of an event that will not be tried again.
    func observe(_ event: RunEvent) {
        guard case .judged(let rows) = event else { return }
        write(rows.filter { !retries.wants($0) })
    }

    /// Writes the other rows and the counts.
    func finish(_ report: Report) {
        write(report.results)
        writeAll(lines.end(of: report), to: descriptor)
        if descriptor != STDOUT_FILENO { close(descriptor) }
    }

    private func write(_ rows: [CheckResult]) {
        // Under the lock, so that lines of two tasks do not mix.
        written.withLock { written in
            let new = rows.filter { written.insert(RowKey($0)).inserted }
            writeAll(new.map(lines.line).joined(), to: descriptor)
        }
    }
}
