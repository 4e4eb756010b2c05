import Conformance
import Reporting
import Synchronization

/// The progress bar of a run: one line on standard error, drawn again at each event, and only for people.
final class ProgressLine: Sendable {
    private let terminal: Terminal
    private let bar: Mutex<ProgressBar>

    init(terminal: Terminal, steps: Int) {
        self.terminal = terminal
        bar = Mutex(ProgressBar(stepsPerConversation: steps))
    }

    /// Draws the bar as it is after an event.
    func observe(_ event: RunEvent) {
        let line = bar.withLock { bar in
            bar.observe(event)
            return bar.line(width: terminal.progressWidth)
        }
        guard terminal.showsProgress else {
            return
        }
        writeAll("\r\u{1B}[K" + line, to: 2)
    }

    /// Wipes the bar, so that the report begins on a clean line.
    func clear() {
        if terminal.showsProgress {
            writeAll("\r\u{1B}[K", to: 2)
        }
    }
}
