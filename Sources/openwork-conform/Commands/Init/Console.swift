@preconcurrency import Dispatch
import Glibc
import MCPConnection
import Scaffolding

/// The person at the terminal, if there is one.
struct Console: Sendable {
    /// Whether questions are asked at all.
    let asks: Bool
    private let hasColour: Bool

    init(_ options: InitOptions) {
        asks = options.interactive || !options.yes && isatty(0) == 1 && isatty(2) == 1
        hasColour = Terminal.showsColour(inheritedEnvironment(), on: 2)
    }

    /// Says something on the way.
    func note(_ text: String) { writeAll("\(text)\n", to: 2) }

    /// Holds an interview to its end; nil when the person left.
    func hold(_ interview: Interview) async -> Interview.Answers? {
        var interview = interview
        while let question = interview.question {
            for line in question.lead { note(line) }
            let usual = question.usual.map { $0.isEmpty ? "" : " [\($0)]" } ?? ""
            writeAll(strong(question.prompt) + usual + ": ", to: 2)
            guard let line = await Self.line() else {
                note("")
                return nil
            }
            if let problem = interview.answer(line) { note("  \(problem)") }
        }
        return interview.answers
    }

    private func strong(_ text: String) -> String { hasColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    /// The next line of standard input; nil at its end, and when the task is cancelled.
    private static func line() async -> String? {
        let (lines, sink) = AsyncStream.makeStream(of: String?.self, bufferingPolicy: .bufferingNewest(1))
        // A thread that waits for a person is none that works.
        DispatchQueue.global().async {
            sink.yield(readLine())
            sink.finish()
        }
        for await line in lines { return line }
        return nil
    }
}
