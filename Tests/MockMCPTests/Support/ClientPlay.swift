import JSON
import JSONSchema
import MCP
import MockMCP

/// Our client session and a mock, joined without any transport.
struct ClientPlay {
    private(set) var client: ClientSession
    private(set) var violations: [ProtocolViolation] = []
    private(set) var outcomes: [RequestOutcome] = []
    private var talk: Talk
    private var sent: [JSONValue: String] = [:]
    private var received: [(message: JSONValue, request: String?)] = []

    init(offer: RevisionOffer, server: MockServer = .sample) {
        client = ClientSession(
            configuration: ClientConfiguration(info: Implementation(name: "test", version: "1"), offer: offer)
        )
        // Both are ours here, so the judge hears both.
        talk = Talk(server, judging: [.clientToServer, .serverToClient])
    }

    mutating func open() {
        perform(client.opened())
    }

    mutating func ask(_ method: String, _ params: JSONObject) {
        perform(client.request(method, params: params).actions)
    }

    /// What the server sent that does not match the schema of the revision, in words.
    func invalidMessages(in revision: ProtocolRevision) throws -> [String] {
        let schema = try JSONSchema(WireSchema.document(for: revision))
        return received.flatMap { message, request in
            WireSchema.expectation(of: message, sent: .serverToClient, answering: request, in: revision).rules
                .flatMap { rule -> [String] in
                    guard let part = rule.part(of: message) else { return ["\(message.text()) lacks \(rule)"] }
                    guard let definition = schema.definition(named: rule.definition) else {
                        return ["no \(rule.definition)"]
                    }
                    return definition.validate(part).map { "\(message.text()): \($0)" }
                }
        }
    }

    private mutating func perform(_ actions: [ClientAction]) {
        for action in actions {
            switch action {
            case .send(let line): send(line)
            case .complete(_, let outcome): outcomes.append(outcome)
            case .violation(let violation): violations.append(violation)
            default: break
            }
        }
    }

    private mutating func send(_ line: [UInt8]) {
        if let message = try? JSONValue(parsing: line), let id = message["id"] {
            sent[id] = message["method"]?.stringValue
        }
        for message in talk.say(String(decoding: line, as: UTF8.self)).messages {
            received.append((message, message["id"].flatMap { sent[$0] }))
            perform(client.received(message.utf8()))
        }
    }
}
