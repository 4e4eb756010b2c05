import JSON
import MCP
import MCPConnection
import MockEverything
import Testing
import TestSupport

/// The server with everything behind somebody who changes one place of what it says: the broken twin of most rules.
///
/// Written `WHAT POINTER=VALUE`: what is answered, by its method or tool, or which notification it is; the place; and the
/// new value, JSON or text. Without a value the place is removed, and without a place the message is. `WHAT before=METHOD`
/// sends a notification of that method first.
struct Tampering: Sendable {
    let subject: String
    let tokens: [String]?
    let value: JSONValue?
    /// The method of a notification that is sent first.
    let earlier: String?

    init(_ text: String) {
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        subject = words[0]
        guard words.count > 1, let equals = words[1].firstIndex(of: "=") else {
            (tokens, value, earlier) = (nil, nil, nil)
            return
        }
        guard words[1].hasPrefix("/") else {
            (tokens, value, earlier) = ([], nil, String(words[1][words[1].index(after: equals)...]))
            return
        }
        earlier = nil
        tokens = words[1][..<equals].split(separator: "/").map { token -> String in
            String(token).replacing("~1", with: "/").replacing("~0", with: "~")
        }
        let text = String(words[1][words[1].index(after: equals)...])
        value = text.isEmpty ? JSONValue?.none : (try? JSONValue(parsing: Array(text.utf8))) ?? .string(text)
    }

    /// The message as it goes on; nil when it does not.
    func apply(to message: JSONValue) -> JSONValue? {
        earlier != nil ? message : tokens.map { Tampering.set(value, at: $0[...], in: message) }
    }

    private static func set(_ value: JSONValue?, at tokens: ArraySlice<String>, in target: JSONValue) -> JSONValue {
        guard let first = tokens.first else {
            return value ?? .null
        }
        let rest = tokens.dropFirst()
        if var object = target.objectValue {
            guard rest.isEmpty || object[first] != nil else {
                return target
            }
            object[first] = rest.isEmpty ? value : set(value, at: rest, in: object[first] ?? .null)
            return .object(object)
        }
        guard var array = target.arrayValue, let index = Int(first), array.indices.contains(index) else {
            return target
        }
        array[index] = set(value, at: rest, in: array[index])
        return .array(array)
    }

    /// Serves everything over a channel, with every message changed that one of these is about.
    static func serve(_ tamperings: [Tampering], over channel: MemoryChannel) async {
        let server = EverythingServer(seal: RequestStateSeal(now: { .zero }))
        let judge = WireJudge([.serverToClient])
        defer { judge.report() }
        let (near, far) = judge.pair()
        let asked = Subjects()
        await withTaskGroup { group in
            group.addTask { _ = await server.serve(over: far) }
            group.addTask {
                for await case .message(let bytes) in channel.events {
                    await asked.note(bytes)
                    try? await near.send(bytes)
                }
                near.close()
            }
            for await case .message(let bytes) in near.events {
                guard let message = try? JSONValue(parsing: bytes) else { continue }
                let subjects = await asked.subjects(of: message)
                let changed = tamperings.filter { subjects.contains($0.subject) }.reduce(JSONValue?.some(message)) {
                    message,
                    tampering in message.flatMap(tampering.apply)
                }
                for method in tamperings.filter({ subjects.contains($0.subject) }).compactMap(\.earlier) {
                    let params: JSONValue = ["level": "info", "data": "unasked"]
                    let early: JSONValue = ["jsonrpc": "2.0", "method": .string(method), "params": params]
                    try? await channel.send(early.utf8())
                }
                if let changed { try? await channel.send(changed.utf8()) }
            }
            channel.close()
            group.cancelAll()
        }
    }
}

/// What the requests of a client were about, to know what an answer is about.
private actor Subjects {
    private var byID: [JSONValue: Set<String>] = [:]

    func note(_ bytes: [UInt8]) {
        guard let message = try? JSONValue(parsing: bytes), let id = message["id"],
            let method = message["method"]?.stringValue
        else {
            return
        }
        var subjects: Set<String> = [method]
        let isAgain = message["params"]?["inputResponses"] != nil
        if let name = message["params"]?["name"]?.stringValue { subjects.insert(isAgain ? "again:" + name : name) }
        byID[id] = subjects
    }

    func subjects(of message: JSONValue) -> Set<String> {
        if let method = message["method"]?.stringValue {
            return [method]
        }
        return message["id"].flatMap { byID[$0] } ?? []
    }
}
