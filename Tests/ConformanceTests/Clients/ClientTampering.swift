import Conformance
import HTTPTypes
import JSON
import MCPHTTP

/// What makes our client look broken from outside: its requests are changed on the way, or it is shown something else.
struct ClientTampering: Sendable {
    /// Changes a request, given all those before it.
    var request: @Sendable (_ call: inout HTTPCall, _ earlier: [HTTPCall]) -> Void = { _, _ in }
    /// Makes the client not send a request; it is told that all went well.
    var drops: @Sendable (_ call: HTTPCall) -> Bool = { _ in false }
    /// A request beside one that was just answered, which no sound client would make.
    var further: @Sendable (_ call: HTTPCall) -> HTTPCall? = { _ in nil }
    /// Changes what the client reads; nil lets bodies stream in untouched.
    var answer: (@Sendable (_ call: HTTPCall, _ answer: inout Answer) -> Void)?
    /// How the client ends instead.
    var ending: ClientEnding?

    struct Answer: Sendable {
        var status: Int
        var fields: HTTPFields
        var text: String

        /// The members of a document; nil for anything else.
        var document: JSONObject? {
            get { (try? JSONValue(parsing: Array(text.utf8)))?.objectValue }
            set { text = newValue.map { JSONValue.object($0).text() } ?? text }
        }
    }
}

extension ClientTampering {
    static func requests(_ change: @escaping @Sendable (inout HTTPCall) -> Void) -> ClientTampering {
        ClientTampering(request: { call, _ in change(&call) })
    }

    /// Changes the messages of one method.
    static func message(
        _ method: String,
        _ change: @escaping @Sendable (inout JSONObject) -> Void
    ) -> ClientTampering {
        requests { $0.message(method, change) }
    }

    /// Changes the parameters of the messages of one method; of all with nil.
    static func params(
        _ method: String?,
        _ change: @escaping @Sendable (inout JSONObject) -> Void
    ) -> ClientTampering {
        requests { call in
            call.message(method) { message in
                var params = message["params"]?.objectValue ?? [:]
                change(&params)
                message["params"] = .object(params)
            }
        }
    }

    /// Changes a header of everything that is posted to the MCP server.
    static func header(_ name: String, _ value: String?, on method: HTTPRequest.Method = .post) -> ClientTampering {
        requests { call in
            guard call.isToServer, call.method == method, let name = HTTPField.Name(name) else { return }
            call.fields[name] = value
        }
    }

    /// Changes requests for tokens.
    static func token(_ change: @escaping @Sendable (inout HTTPCall) -> Void) -> ClientTampering {
        requests { if $0.address.path.hasSuffix("/token") { change(&$0) } }
    }

    static func answers(_ change: @escaping @Sendable (HTTPCall, inout Answer) -> Void) -> ClientTampering {
        ClientTampering(answer: change)
    }

    /// Changes the members of every document that has the named one.
    static func document(
        _ member: String,
        _ change: @escaping @Sendable (HTTPCall, inout JSONObject) -> Void
    ) -> ClientTampering {
        answers { call, answer in
            guard !call.isToServer, var document = answer.document, document[member] != nil else { return }
            change(call, &document)
            answer.document = document
        }
    }

    /// Makes another request after each of one method.
    static func after(
        _ method: String,
        _ change: @escaping @Sendable (inout HTTPCall) -> Void = { _ in }
    ) -> ClientTampering {
        ClientTampering(further: { call in
            guard call.rpc == method else { return nil }
            var copy = call
            change(&copy)
            return copy
        })
    }
}

extension HTTPCall {
    /// Whether it goes to the MCP endpoint.
    var isToServer: Bool { ["/mcp", "/messages"].contains(address.path) }

    /// The method of the message in it; empty for anything else.
    var rpc: String { isToServer ? json["method"]?.stringValue ?? "" : "" }

    var json: JSONValue { (try? JSONValue(parsing: body)) ?? .null }

    /// The name of the tool that is called; empty for anything else.
    var tool: String { rpc == "tools/call" ? json["params"]?["name"]?.stringValue ?? "" : "" }

    /// Changes the message in it, of one method or of any.
    mutating func message(_ method: String?, _ change: (inout JSONObject) -> Void) {
        guard isToServer, var object = json.objectValue, object["method"] != nil else { return }
        guard method == nil || object["method"]?.stringValue == method else { return }
        change(&object)
        body = JSONValue.object(object).utf8()
    }

    /// Adds a pair to a form.
    mutating func append(_ name: String, _ value: String) {
        body += Array("&\(name)=\(value)".utf8)
    }

    /// Takes a pair out of a form.
    mutating func remove(_ name: String) {
        let pairs = String(decoding: body, as: UTF8.self).split(separator: "&").filter { !$0.hasPrefix(name + "=") }
        body = Array(pairs.joined(separator: "&").utf8)
    }
}

extension HTTPAddress {
    /// The same address with one parameter of its query changed, added, or taken away with nil.
    func changingQuery(_ name: String, to value: String?) -> HTTPAddress {
        var parts = (query ?? "").split(separator: "&").filter { !$0.hasPrefix(name + "=") }.map(String.init)
        if let value { parts.append("\(name)=\(value)") }
        return HTTPAddress(origin: origin, path: path, query: parts.joined(separator: "&"))
    }
}
