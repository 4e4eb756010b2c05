import MCP

/// The requests a server made in one session: which exchange asked, under which id of its own.
struct QuestionTable: Sendable {
    struct Question: Sendable, Hashable {
        let exchange: Int
        let id: RequestID
    }

    private var lastNumber: Int64 = 0
    private var questions: [RequestID: Question] = [:]

    /// The id the client sees.
    mutating func asked(_ id: RequestID, by exchange: Int) -> RequestID {
        lastNumber += 1
        let given = RequestID.integer(lastNumber)
        questions[given] = Question(exchange: exchange, id: id)
        return given
    }

    /// Who asked; nil when nobody did, or it was answered already.
    mutating func answered(_ given: RequestID) -> Question? {
        questions.removeValue(forKey: given)
    }

    func number(of id: RequestID, by exchange: Int) -> RequestID? {
        questions.first { $0.value == Question(exchange: exchange, id: id) }?.key
    }

    /// The exchange is over, and waits for nothing.
    mutating func forget(_ exchange: Int) {
        questions = questions.filter { $0.value.exchange != exchange }
    }
}
