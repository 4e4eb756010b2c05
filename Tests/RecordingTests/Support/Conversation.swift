import Fixtures
import JSON

/// What a client saw of a server, without what differs from one time to the next: for comparing two of them.
struct Conversation: Equatable {
    let requests: [JSONValue]
    /// What belongs to no answer: between two streams of HTTP there is no order.
    let apart: [JSONValue]

    init(_ fixture: Fixture) {
        let cues = CueBook(fixture).cues.filter { $0.id != nil }
        requests = cues.map { cue in
            [
                "method": .string(cue.form.method), "params": .object(Self.timeless(cue.form.params)),
                "steps": .array(cue.steps.filter { !Self.isApart($0) }.compactMap(Self.step)),
            ]
        }
        apart = cues.flatMap { $0.steps.filter(Self.isApart) }.compactMap(Self.step)
    }

    /// The methods of everything that the server said by itself.
    var announcements: [String] {
        (requests.flatMap { $0["steps"]?.arrayValue ?? [] } + apart).compactMap { $0["method"]?.stringValue }
    }

    private static func isApart(_ step: Cue.Step) -> Bool {
        switch step {
        case .say(_, let isPrompted), .ask(_, let isPrompted): !isPrompted
        default: false
        }
    }

    private static func step(_ step: Cue.Step) -> JSONValue? {
        switch step {
        case .say(let message, _), .ask(let message, _):
            var params = message["params"]?.objectValue ?? [:]
            params["progressToken"] = nil
            return ["method": message["method"] ?? nil, "params": .object(timeless(params))]
        case .answer(let message):
            return ["result": message["result"] ?? nil, "error": message["error"] ?? nil]
        case .await: return "answered"
        case .raw(let text): return .string(text)
        case .standardError, .exit: return nil
        }
    }

    private static func timeless(_ params: JSONObject) -> JSONObject {
        var params = params
        params["_meta"] = nil
        return params
    }
}
