package import JSON
import MCP

/// One message of the recorded client, and everything that the server did because of it.
package struct Cue: Sendable, Hashable {
    /// One thing that the server did.
    package enum Step: Sendable, Hashable {
        /// A notification; whether it came within the answer or by itself.
        case say(JSONValue, isPrompted: Bool)
        /// A request of its own.
        case ask(JSONValue, isPrompted: Bool)
        /// Until the client answered that request.
        case await(JSONValue)
        /// The answer.
        case answer(JSONValue)
        /// Something that was no JSON-RPC.
        case raw(String)
        /// A line of standard error.
        case standardError(String)
        /// It ended by itself.
        case exit(Int32)
    }

    /// What the client asked for.
    package let form: RequestForm
    /// The id of a request; nil for a notification.
    package let id: JSONValue?
    /// The parameters as they came; nil without any.
    package let params: JSONObject?
    /// The line of the fixture, from 1.
    package let line: Int
    /// What followed, in order.
    package internal(set) var steps: [Step] = []
    /// The status of the HTTP response; nil over stdio.
    package internal(set) var status: Int?
    /// The fields of the HTTP response, names in lower case.
    package internal(set) var fields = JSONObject()

    var exchange: Int?
    /// The lines of the steps.
    var stepLines: [Int] = []

    /// The result or error of the answer, with its id; nil where none came.
    package var answer: JSONValue? {
        for case .answer(let answer) in steps { return answer }
        return nil
    }

    /// What the server said that was no JSON-RPC, joined.
    package var rawText: String? {
        let texts = steps.compactMap { step in if case .raw(let text) = step { text } else { nil } }
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }

    /// The code it ended with because of this; nil when it went on.
    package var exitCode: Int32? {
        for case .exit(let code) in steps { return code }
        return nil
    }

    /// Whether the answer came in an event stream, or needs one.
    var isStreamed: Bool {
        if let type = fields["content-type"]?.stringValue { return type.hasPrefix("text/event-stream") }
        return steps.contains { step in
            switch step {
            case .say(_, let isPrompted), .ask(_, let isPrompted): isPrompted
            default: false
            }
        }
    }

    var progressToken: JSONValue? { params?["_meta"]?[MetaKey.progressToken] }
}
