import JSON

import MCP

/// A client and a server session joined in memory; messages cross one by one until both are silent.
struct Connection {
    var client: ClientSession
    var server: ServerSession
    /// Everything the client's owner was told.
    var told: [ClientAction] = []
    /// Everything the server's owner was told.
    var asked: [ServerAction] = []
    /// The methods the client sent, in order.
    var methods: [String] = []
    /// Every message that crossed, with its direction.
    var wire: [(direction: WireDirection, message: JSONValue)] = []
    /// Timers of the client that are set.
    var timers: [ClientTimer: Duration] = [:]
    /// Whether the server takes its time for ever, as some legacy servers do with what they do not know.
    var ignores: Set<String> = []

    init(client: ClientConfiguration, server: ServerConfiguration) {
        self.client = ClientSession(configuration: client)
        self.server = ServerSession(configuration: server)
    }

    mutating func open() { perform(client.opened()) }

    mutating func request(_ method: String, params: JSONObject = [:]) -> RequestID {
        let (id, actions) = client.request(method, params: params)
        perform(actions)
        return id
    }

    /// Lets a timer run out, if it is set.
    mutating func fire(_ timer: ClientTimer) {
        guard timers.removeValue(forKey: timer) != nil else { return }
        perform(client.timerFired(timer))
    }

    mutating func perform(_ actions: [ClientAction]) {
        for action in actions {
            switch action {
            case .send(let line):
                let message = json(text(line))
                wire.append((.clientToServer, message))
                let method = message["method"]?.stringValue
                if let method { methods.append(method) }
                if let method, ignores.contains(method) { continue }
                perform(server.received(line))
            case .setTimer(let timer, let duration): timers[timer] = duration
            case .cancelTimer(let timer): timers[timer] = nil
            default: told.append(action)
            }
        }
    }

    mutating func perform(_ actions: [ServerAction]) {
        for action in actions {
            if case .send(let line) = action {
                wire.append((.serverToClient, json(text(line))))
                perform(client.received(line))
            } else {
                asked.append(action)
            }
        }
    }

    mutating func answer(_ id: RequestID, with result: JSONObject) { perform(server.respond(to: id, with: result)) }
}
