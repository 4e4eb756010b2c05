import JSON
import MCP

extension MockSession {
    /// One line, past the faults, to the speaker.
    mutating func receive(_ line: LineBuffer.Line) {
        switch line {
        case .oversize(let beginning):
            perform(speaker.received(.oversize(limitInBytes: speaker.configuration.limits.bytes), excerpt: beginning))
        case .whole(let bytes):
            guard !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) else { return }
            guard !faults.isEmpty,
                let message = (try? JSONValue(parsing: bytes, limits: speaker.configuration.limits))?.objectValue
            else {
                // Without faults nothing has to be looked at, and what is no message the speaker refuses best.
                perform(speaker.received(bytes))
                return
            }
            receive(message)
        }
    }

    private mutating func receive(_ message: JSONObject) {
        if message["method"] == "initialize", let declared = message["params"]?["capabilities"]?.objectValue {
            faults.learn(declared)
        }
        let (passed, emissions) = faults.receive(message, at: now)
        for emission in emissions { schedule.add(emission, at: now) }
        guard let passed else { return }
        if let id = passed["id"], let method = passed["method"]?.stringValue {
            requests[id] = MockRequest(id: id, method: method, params: passed["params"] ?? [:])
        }
        perform(speaker.received(passed.line))
    }

    /// Does what the speaker wants done.
    mutating func perform(_ actions: [ServerAction]) {
        for action in actions {
            switch action {
            case .send(let bytes): send(bytes)
            case .call(let context): answer(context)
            case .initialized:
                isReady = true
                for notification in server.notifications where notification.moment == .ready {
                    perform(speaker.notify(notification.message))
                }
            case .cancelled(let id, _):
                schedule.drop(id)
                subscriptions.removeAll { $0 == id }
                requests[id.json] = nil
            case .deliver, .complete, .violation, .finished: break
            }
        }
    }

    private mutating func send(_ bytes: [UInt8]) {
        guard !faults.isEmpty, let message = try? JSONText(validating: bytes, limits: Self.ownLimits) else {
            schedule.add(Emission(.write(bytes + [0x0A], to: .standardOutput)), at: now)
            return
        }
        let emission = Emission(.payload(.text(message)), for: request(of: message))
        for emission in faults.send(emission, at: now) { schedule.add(emission, at: now) }
    }

    /// Our own messages are as long and deep as their script makes them.
    private static let ownLimits = JSONLimits(
        bytes: JSONLimits.largest,
        depth: JSONLimits.deepest,
        stringBytes: JSONLimits.largest
    )

    /// The request that a message answers, or that it reports progress of.
    private mutating func request(of message: JSONText) -> MockRequest? {
        if message["method"] == nil, let id = message["id"]?.value { return requests.removeValue(forKey: id) }
        guard let token = message["params"]?["progressToken"]?.value else { return nil }
        return requests.values.first { $0.params["_meta"]?["progressToken"] == token }
    }
}

extension JSONObject {
    /// The object as the bytes of one line, without its end.
    fileprivate var line: [UInt8] {
        JSONValue.object(self).utf8()
    }
}
