import MCP

/// The questions that a server asks at once: which of them are still to come, and their order.
struct QuestionRound: Sendable, Hashable {
    private var order: [String] = []
    private var arrived: Set<String> = []

    /// A question has come, which its server may have called something.
    mutating func take(_ note: (name: String, together: [String])?) {
        guard let note else { return }
        if !note.together.isEmpty { order = note.together }
        arrived.insert(note.name)
    }

    /// Whether all that were announced have come.
    var isComplete: Bool { arrived.isSuperset(of: order) }

    /// Questions in the order that the server named; others after them, as they came.
    func sorted(_ questions: [InputRequiredResult.InputRequest]) -> [InputRequiredResult.InputRequest] {
        let named = order.compactMap { name in questions.first { $0.key == name } }
        return named + questions.filter { !order.contains($0.key) }
    }
}
