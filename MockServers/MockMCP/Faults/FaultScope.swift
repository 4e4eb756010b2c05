import JSON

/// Which messages a fault is about, and how often: what every fault of messages can be told beside its own settings.
struct FaultScope: Sendable, Hashable {
    let method: String?
    let tool: String?
    private var skips: Int
    private var times: Int?

    /// About everything, for ever.
    init() {
        method = nil
        tool = nil
        skips = 0
    }

    init(_ arguments: FaultArguments) {
        method = arguments.optional("method")
        tool = arguments.optional("tool")
        skips = arguments.count("skip")
        times = arguments.optional("times").flatMap { Int(writtenAsCount: $0) }
    }

    /// The parameters that belong to it; a fault may give `method` a default of its own.
    static func parameters(for form: FaultForm) -> [FaultParameter] {
        let own = form.parameters.first { $0.name == "method" }
        return [
            own ?? FaultParameter("method", .text, nil, "only for messages about this method"),
            FaultParameter("tool", .text, nil, "only for calls of this tool"),
            FaultParameter("skip", .count, "0", "leaves the first so many alone"),
            FaultParameter("times", .count, nil, "strikes at most so many times"),
        ]
    }

    /// Whether the fault may see this event; start, end and the like are always let through.
    func admits(_ event: FaultEvent) -> Bool {
        guard method != nil || tool != nil else { return true }
        switch event {
        case .started, .inputClosed, .terminated: return true
        case .received(let message):
            return admits(
                message["method"]?.stringValue,
                message["params"]?["name"]?.stringValue
            )
        case .opening(let request): return admits(request.method, request.tool)
        case .sending(let emission):
            return admits(emission.request?.method ?? emission.message?["method"]?.stringValue, emission.request?.tool)
        }
    }

    /// Counts a strike; false when this one is to be left alone.
    mutating func strikes() -> Bool {
        if skips > 0 {
            skips -= 1
            return false
        }
        guard let left = times else { return true }
        times = max(0, left - 1)
        return left > 0
    }

    private func admits(_ method: String?, _ tool: String?) -> Bool {
        (self.method == nil || self.method == method) && (self.tool == nil || self.tool == tool)
    }
}
