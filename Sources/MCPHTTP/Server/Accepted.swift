import HTTPTypes

/// Which of the two forms of an answer a client takes.
struct Accepted: Sendable, Hashable {
    let json: Bool
    let eventStream: Bool

    /// Reads the `Accept` header; a client that says nothing takes everything.
    init(_ fields: HTTPFields) {
        let values = fields[values: .accept]
        guard !values.isEmpty else {
            (json, eventStream) = (true, true)
            return
        }
        var types: Set<String> = []
        for range in values.flatMap({ $0.split(separator: ",") }) {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
            guard let type = parts.first, !parts.dropFirst().contains(where: Self.isNever) else { continue }
            types.insert(type)
        }
        json = !types.isDisjoint(with: ["application/json", "application/*", "*/*"])
        eventStream = !types.isDisjoint(with: ["text/event-stream", "text/*", "*/*"])
    }

    /// A quality of zero means "not this".
    private static func isNever(_ parameter: String) -> Bool {
        parameter.hasPrefix("q=") && (Double(parameter.dropFirst(2)) ?? 1) == 0
    }
}
