package import Conformance

/// How far a run is, as one line of text.
package struct ProgressBar: Hashable, Sendable {
    private let stepsPerConversation: Int
    private var conversations = 0
    private var finished = 0
    private var steps: [String: Int] = [:]
    private var doing = ""

    /// - Parameter stepsPerConversation: How many steps each conversation has at most.
    package init(stepsPerConversation: Int) {
        self.stepsPerConversation = max(1, stepsPerConversation)
    }

    /// Takes in what happened.
    package mutating func observe(_ event: RunEvent) {
        switch event {
        case .began(let conversations):
            self.conversations = conversations
        case .step(let subject, let step):
            steps[subject.name, default: 0] += 1
            doing = "\(subject.name): \(step.title)"
        case .finished(let subject, _):
            finished += 1
            steps[subject.name] = 0
        case .judged: break
        }
    }

    /// The bar, the count and what is being done, cut to the width.
    package func line(width: Int) -> String {
        let cells = 24
        let running = steps.values.reduce(0) { $0 + min($1, stepsPerConversation - 1) }
        let total = max(1, conversations * stepsPerConversation)
        let filled = min(cells, cells * (finished * stepsPerConversation + running) / total)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
        return "\(bar) \(finished)/\(conversations)  \(doing)".cut(to: max(1, width - 1))
    }
}
