import JSON
import MCP

/// A fixture as cause and effect: what the client said, each with what came of it.
package struct CueBook: Sendable {
    /// What the server did before the client said anything.
    package private(set) var prelude: [Cue.Step] = []
    /// Every request and notification of the client, in order.
    package private(set) var cues: [Cue] = []

    private var open: [JSONValue: Int] = [:]
    private var owners: [JSONValue: Int] = [:]
    private var tokens: [JSONValue: Int] = [:]
    private var exchanges: [Int: Int] = [:]
    private var heads: [Int: JSONValue] = [:]
    private var line = 0

    /// Works out what belongs together.
    package init(_ fixture: Fixture) {
        for (index, entry) in fixture.entries.enumerated() {
            line = index + 2
            add(entry)
        }
        for (exchange, cue) in exchanges {
            guard let head = heads[exchange] else { continue }
            cues[cue].status = head["status"]?.intValue
            cues[cue].fields = head["headers"]?.objectValue ?? [:]
        }
    }

    private mutating func add(_ entry: FixtureEntry) {
        switch (entry.from, entry.message) {
        case (.client, .array(let batch)): for message in batch { client(message, entry.exchange) }
        case (.client, let message): client(message, entry.exchange)
        case (.server, .array(let batch)): for message in batch { server(message, entry.exchange) }
        case (.server, let message): server(message, entry.exchange)
        case (.stderr, let message): append(.standardError(message.stringValue ?? ""), to: nil)
        case (.exit, let message): exit(message)
        case (.http, let message):
            if let exchange = entry.exchange, message["status"] != nil { heads[exchange] = message }
        }
    }

    private mutating func client(_ message: JSONValue, _ exchange: Int?) {
        guard let method = message["method"]?.stringValue else {
            if let id = message["id"], let owner = owners[id] { append(.await(id), to: owner) }
            return
        }
        let params = message["params"]?.objectValue
        let form = RequestForm(method: method, params: params)
        var cue = Cue(form: form, id: message["id"], params: params, line: line)
        cue.exchange = exchange
        cues.append(cue)
        let index = cues.count - 1
        if let id = cue.id { open[id] = index }
        if let token = cue.progressToken { tokens[token] = index }
        if let exchange { exchanges[exchange] = index }
    }

    private mutating func server(_ message: JSONValue, _ exchange: Int?) {
        let within = exchange.flatMap { exchanges[$0] }
        guard message.objectValue != nil else {
            append(.raw(message.stringValue ?? message.text()), to: within)
            return
        }
        if message["method"] == nil {
            let index = message["id"].flatMap { open.removeValue(forKey: $0) }
            if let index = index ?? within { append(.answer(message), to: index) }
            return
        }
        let owner = named(by: message) ?? within ?? latest
        let isOpen = owner.map { index in open.values.contains(index) } ?? false
        // Over HTTP the response tells; over stdio whatever comes before the answer counts as part of it.
        let isPrompted = exchange == nil ? isOpen : within != nil
        if let id = message["id"] {
            if let owner { owners[id] = owner }
            append(.ask(message, isPrompted: isPrompted), to: owner)
        } else {
            append(.say(message, isPrompted: isPrompted), to: owner)
        }
    }

    private mutating func exit(_ message: JSONValue) {
        if message["ending"]?.stringValue == "byItself" {
            let code = message["code"]?.intValue ?? 128 + (message["signal"]?.intValue ?? 0)
            append(.exit(Int32(truncatingIfNeeded: code)), to: nil)
        }
        open = [:]
        owners = [:]
        tokens = [:]
    }

    private mutating func append(_ step: Cue.Step, to cue: Int?) {
        guard let cue = cue ?? latest else {
            prelude.append(step)
            return
        }
        cues[cue].steps.append(step)
        cues[cue].stepLines.append(line)
    }

    /// The request that a notification names.
    private func named(by message: JSONValue) -> Int? {
        let params = message["params"]
        if let token = params?["progressToken"], let index = tokens[token] { return index }
        let subscription = params?["_meta"]?[MetaKey.subscriptionID]
        return subscription.flatMap { open[$0] }
    }

    /// What the client asked last and waits for; where it waits for nothing, what it said last.
    private var latest: Int? {
        open.values.max() ?? cues.indices.last
    }
}
