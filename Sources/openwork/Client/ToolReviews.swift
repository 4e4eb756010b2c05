import DaemonAPI
import JSON

/// What waits for somebody to look at it, as the daemon tells it.
struct ToolReviews {
    let all: [ToolReview]

    init(_ json: JSONValue) throws(AnswerError) {
        all = try AnswerReader(json).list("tools") { json throws(AnswerError) in try ToolReview(json: json) }
    }

    var text: String {
        guard !all.isEmpty else { return "nothing waits" }
        let blocks = all.map { review in
            let lines = review.text.split(whereSeparator: \.isNewline).map { "  \($0)" }
            let head = "\(review.integration)/\(review.tool) (\(review.standing.rawValue))"
            return ([head] + lines + ["  → openwork tools approve \(review.integration) \(review.tool)@\(review.hash)"])
                .joined(separator: "\n")
        }
        return blocks.joined(separator: "\n\n")
    }
}
