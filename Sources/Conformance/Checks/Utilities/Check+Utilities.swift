import JSON
import MCP

extension Check {
    static let completion = Check(
        "UTIL-COMPLETION",
        "An argument is completed with at most 100 values",
        requirement: "completion/complete gives values, at most 100 of them, that fit what was typed so far.",
        reason: "Clients show the list as it comes.",
        method: "The first argument of the first prompt that has one is completed from nothing.",
        twin: "A server that gives its values as one text.",
        rules: [.always(.must, .specification("server/utilities/completion#completion-results"))],
        steps: [.listPrompts, .complete]
    ) { record in
        if record.revision == .november2024, record.exchanges[.complete]?.errorCode == -32601 {
            return .notApplicable("the server completes nothing, which this revision has no capability for")
        }
        return record.featureResult(.complete) { result, exchange in
            let values = result["completion"]?["values"]?.arrayValue
            return values.map { $0.count <= 100 && $0.allSatisfy { $0.stringValue != nil } } == true
                ? .passed
                : .failed(
                    expected: "completion.values, at most 100 texts",
                    actual: values.map { "\($0.count) values" } ?? result.text(),
                    message: exchange.answer?.excerpt
                )
        }
    }

    static let caching = Check(
        "UTIL-CACHING",
        "Lists say for how long they hold, and for whom",
        requirement: """
            What server/discover, the lists and resources/read give has ttlMs, zero or more, and cacheScope, public \
            or private; all pages of a list have the same scope.
            """,
        reason: "Without them every client asks again each time, or shares what was meant for one.",
        method: "The results of these methods are read.",
        twin: "A server that leaves ttlMs out.",
        rules: [.modern(.must, .specification("server/utilities/caching#cacheable-results"))],
        steps: [.firstListing, .listResources, .listPrompts, .readResource]
    ) { record in
        record.opened { session in
            let listed = record.listings[.firstListing]?.pages ?? []
            let single = [Step.listResources, .listTemplates, .listPrompts, .readResource]
                .compactMap { record.exchanges[$0] }
            for exchange in [session.exchange] + listed + single {
                guard case .result(let result) = exchange.outcome, result["resultType"] != "input_required" else {
                    continue
                }
                guard let life = result["ttlMs"]?.doubleValue, life >= 0,
                    ["public", "private"].contains(result["cacheScope"]?.stringValue)
                else {
                    return .failed(
                        expected: "ttlMs of at least 0 and cacheScope in the result of \(exchange.method)",
                        actual: "ttlMs \(result["ttlMs"]?.text() ?? "left out"), "
                            + "cacheScope \(result["cacheScope"]?.text() ?? "left out")",
                        message: exchange.answer?.excerpt
                    )
                }
            }
            let scopes = Set(listed.map(\.cacheScope))
            return scopes.count <= 1
                ? .passed : .failed(expected: "one cacheScope for all pages", actual: "\(scopes.count) of them")
        }
    }

    static let progress = Check(
        "UTIL-PROGRESS",
        "Progress goes up, names its request, and ends with it",
        requirement: """
            Notifications of progress carry the token of a request that is under way; their progress rises each time, \
            and none comes after the answer.
            """,
        reason: "A bar that goes back, or goes on after the end, tells nobody anything.",
        method: "The fixture test_tool_with_progress is called with a token, where there is one.",
        twin: "A server whose progress stays where it is, or is about another token.",
        rules: [.always(.must, .specification("basic/utilities/progress#progress-flow"))],
        steps: [.firstListing, .callProgress]
    ) { record in
        record.featureResult(.callProgress) { _, exchange in
            let messages = record.serverMessages.filter { $0.line.process == ProcessNumber.main }
            let answer = messages.firstIndex { $0.isAnswer && $0.id == exchange.id } ?? messages.endIndex
            let reports = messages.indices.filter { messages[$0].method == "notifications/progress" }
            guard !reports.isEmpty else {
                return .failed(expected: "notifications/progress", actual: "none before the result")
            }
            var last = -Double.infinity
            for index in reports {
                let params = messages[index].object["params"]
                let progress = params?["progress"]?.doubleValue ?? -.infinity
                guard params?["progressToken"] == "openwork-progress", progress > last, index < answer else {
                    return .failed(
                        expected: "rising progress under our token, before the answer",
                        actual: index < answer ? params?.text() ?? "no params" : "progress after the answer",
                        message: messages[index].excerpt
                    )
                }
                last = progress
            }
            return .passed
        }
    }
}

extension Exchange {
    fileprivate var cacheScope: JSONValue? {
        guard case .result(let result) = outcome else {
            return nil
        }
        return result["cacheScope"]
    }
}
