import Fixtures
import JSON
import MCP
import MockMCP

/// Our client and a mock, talking in memory without clock or tasks: the same words every time.
struct MockConversation {
    /// What was said so far.
    private(set) var entries: [FixtureEntry] = []

    private let mock: MockServer
    /// Where requests go over HTTP; nil over pipes.
    private let target: String?
    private var client: ClientSession
    private var server: MockSession
    private var now = Duration.zero
    private var outcomes: [RequestID: RequestOutcome] = [:]
    private var exchangeCount = 0
    private var exchanges: [JSONValue: Int] = [:]

    init(_ mock: MockServer, configuration: ClientConfiguration, target: String? = nil) {
        self.mock = mock
        self.target = target
        client = ClientSession(configuration: configuration)
        server = MockSession(mock)
    }

    /// Starts the server and comes to terms with it, as far as it lets us.
    mutating func open() {
        server.start()
        perform(client.opened())
    }

    /// Asks something; nil where no answer came.
    mutating func request(_ method: String, _ params: JSONObject) -> JSONObject? {
        let (id, actions) = client.request(method, params: params)
        perform(actions)
        guard case .result(let payload)? = outcomes[id] else { return nil }
        return payload.value.objectValue
    }

    /// Takes leave, and waits until the server has ended.
    mutating func end() {
        perform(client.close())
        server.endInput(at: now)
        while let effects = nextEffects() {
            for case .exit(let exit) in effects { note(exit, "closed") }
        }
    }

    private mutating func perform(_ actions: [ClientAction]) {
        var actions = actions
        while true {
            for action in actions { perform(action) }
            guard let effects = nextEffects() else { return }
            actions = effects.flatMap { hear($0) }
        }
    }

    private mutating func perform(_ action: ClientAction) {
        switch action {
        case .send(let bytes):
            noteSent(bytes)
            server.receive(bytes + [UInt8(ascii: "\n")], at: now)
        case .respawn:
            server = MockSession(mock)
            server.start(at: now)
            perform(client.opened())
        case .complete(let id, let outcome): outcomes[id] = outcome
        case .setTimer, .cancelTimer, .ready, .failed, .deliver, .progress, .serverRequest, .serverRequestCancelled,
            .violation, .close:
            break
        }
    }

    /// What the server does next; nil when it waits for us, or for nothing any more.
    private mutating func nextEffects() -> [MockEffect]? {
        guard let due = server.nextDue else { return nil }
        now = max(now, due)
        return server.due(at: now)
    }

    private mutating func hear(_ effect: MockEffect) -> [ClientAction] {
        switch effect {
        case .write(let bytes, to: .standardOutput):
            return bytes.split(separator: UInt8(ascii: "\n")).flatMap { line in
                noteReceived(Array(line))
                return client.received(Array(line))
            }
        case .write(let bytes, to: .standardError):
            for line in bytes.split(separator: UInt8(ascii: "\n")) {
                note(.stderr, .string(String(decoding: line, as: UTF8.self)))
            }
        case .exit(let exit):
            note(exit, "byItself")
            return client.closed(.closed)
        case .fill, .close, .spawn, .http:
            break
        }
        return []
    }

    private mutating func note(_ from: FixtureEntry.Origin, _ message: JSONValue, _ exchange: Int? = nil) {
        entries.append(FixtureEntry(at: Int(now / .milliseconds(1)), from: from, message: message, exchange: exchange))
    }

    private mutating func note(_ exit: MockExit, _ ending: String) {
        guard target == nil else { return }
        switch exit {
        case .code(let code): note(.exit, ["code": .number(JSONNumber(Int(code))), "ending": .string(ending)])
        case .signal(let signal): note(.exit, ["signal": .number(JSONNumber(Int(signal))), "ending": .string(ending)])
        }
    }

    private mutating func noteSent(_ bytes: [UInt8]) {
        let message = Self.value(bytes)
        guard let target else { return note(.client, message) }
        exchangeCount += 1
        if let id = message["id"] { exchanges[id] = exchangeCount }
        let head: JSONObject = [
            "method": "POST", "target": .string(target), "headers": ["content-type": "application/json"],
        ]
        note(.http, .object(head), exchangeCount)
        note(.client, message, exchangeCount)
        // A notification is taken without a word.
        if message["id"] == nil { note(.http, ["status": 202, "headers": [:]], exchangeCount) }
    }

    private mutating func noteReceived(_ bytes: [UInt8]) {
        let message = Self.value(bytes)
        guard target != nil, let exchange = message["id"].flatMap({ exchanges[$0] }) else {
            return note(.server, message)
        }
        // What HTTP says by a status travels in the error's data over a pipe; here it becomes the status again.
        guard let data = message["error"]?["data"], let status = data["httpStatus"] else {
            note(.http, ["status": 200, "headers": ["content-type": "application/json"]], exchange)
            return note(.server, message, exchange)
        }
        let named = (data["headers"]?.objectValue ?? [:]).map { ($0.key.lowercased(), $0.value) }
        note(.http, ["status": status, "headers": .object(JSONObject(named))], exchange)
        if let body = data["body"] { note(.server, body, exchange) }
    }

    private static func value(_ bytes: [UInt8]) -> JSONValue {
        // What is no JSON is kept as text, as in a recording.
        (try? JSONValue(parsing: bytes)) ?? .string(String(decoding: bytes, as: UTF8.self))
    }
}
