package import JSON

/// A request and what became of it.
package struct Exchange: Hashable, Sendable {
    /// How it ended.
    package enum Outcome: Hashable, Sendable {
        /// A result of whatever shape.
        case result(JSONValue)
        /// An error of whatever shape.
        case error(JSONValue)
        /// No answer within the bound.
        case unanswered(bound: Duration)
        /// The server closed its output first; says how it ended.
        case serverEnded(String)
        /// The transport lost the answer, and the session goes on; says how.
        case lost(String)
        /// Never sent: says why.
        case notSent(String)
    }

    /// The method asked for.
    package let method: String
    /// The id it was asked under.
    package let id: JSONValue
    /// How it ended.
    package let outcome: Outcome
    /// The line of the answer; nil when none came.
    package let answer: WireLine?
    /// From sending to the answer, or to giving up.
    package let duration: Duration

    /// What became of a request.
    package init(method: String, id: JSONValue, outcome: Outcome, answer: WireLine? = nil, duration: Duration = .zero) {
        self.method = method
        self.id = id
        self.outcome = outcome
        self.answer = answer
        self.duration = duration
    }

    /// A request that was never sent.
    package static func notSent(_ method: String, _ reason: String) -> Exchange {
        Exchange(method: method, id: .null, outcome: .notSent(reason))
    }

    /// The code of an error answer, when it is an integer.
    package var errorCode: Int? {
        guard case .error(let error) = outcome else {
            return nil
        }
        return error["code"]?.intValue
    }

    /// What came, in a few words.
    package var summary: String {
        switch outcome {
        case .result(let result): result["isError"]?.boolValue == true ? "a result with isError true" : "a result"
        case .error(let error):
            "error \(error["code"]?.text() ?? "without a code")"
                + (error["message"]?.stringValue.map { " \"\($0)\"" } ?? "")
        case .unanswered(let bound): "no answer within \(bound.short)"
        case .serverEnded(let how), .lost(let how): "no answer: \(how)"
        case .notSent(let why): "not tried: \(why)"
        }
    }
}
