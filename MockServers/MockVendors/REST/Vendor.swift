import JSON

/// A pretended vendor: a request goes in, an answer comes out, and what was asked is kept.
package struct Vendor: Sendable {
    /// What it can do.
    package let api: VendorAPI
    /// How it is now.
    package var mood: VendorMood
    /// What was asked so far, the last thousand of it, without any credential.
    package private(set) var events: [VendorEvent] = []

    private static let eventLimit = 1_000

    /// A vendor of this kind.
    package init(_ api: VendorAPI, mood: VendorMood) {
        self.api = api
        self.mood = mood
    }

    /// Answers one request; now is in seconds since 1970.
    package mutating func answer(_ call: VendorCall, now: Int64) -> VendorReply {
        let (refusal, reply) = decide(call)
        events.append(VendorEvent(method: call.method, path: Self.shown(call, api), refusal: refusal, status: reply.status))
        if events.count > Self.eventLimit { events.removeFirst(events.count - Self.eventLimit) }
        return filled(reply, now: now)
    }

    private mutating func decide(_ call: VendorCall) -> (VendorAPI.Refusal?, VendorReply) {
        if let plight = suffer() { return (plight, refusing(plight)) }
        let found = route(for: call)
        if let found, found.route.isOpen { return (nil, found.route.reply) }
        if let refusal = refusal(of: call, segments: found?.segments ?? [:]) { return (refusal, refusing(refusal)) }
        return (nil, found?.route.reply ?? Self.unknown(call))
    }

    private mutating func suffer() -> VendorAPI.Refusal? {
        guard let plight = mood.plight else { return nil }
        if let left = mood.plightLeft {
            guard left > 0 else {
                mood.plight = nil
                mood.plightLeft = nil
                return nil
            }
            mood.plightLeft = left - 1
        }
        return switch plight {
        case .throttled: .throttled
        case .down: .down
        }
    }

    private func refusal(of call: VendorCall, segments: [String: String]) -> VendorAPI.Refusal? {
        let held = api.credentials.lazy.compactMap { place in
            place == .path ? segments["credential"] : place.credential(in: call)
        }
        guard let credential = held.first else { return .missing }
        if mood.good.contains(credential) { return nil }
        if mood.expired.contains(credential) { return .expired }
        return mood.narrow.contains(credential) ? .scope : .invalid
    }

    private func route(for call: VendorCall) -> (route: VendorRoute, segments: [String: String])? {
        let below = call.path.hasPrefix(api.basePath) ? call.path.dropFirst(api.basePath.count) : call.path[...]
        for route in api.routes where route.method == call.method {
            guard route.containing.allSatisfy(call.body.contains) else { continue }
            if let segments = route.match(below) ?? route.match(call.path[...]) { return (route, segments) }
        }
        return nil
    }

    private func refusing(_ refusal: VendorAPI.Refusal) -> VendorReply {
        if let reply = api.refusals[refusal] { return reply }
        // What a vendor does not tell apart is a credential that it does not know.
        switch refusal {
        case .missing, .expired: return api.refusals[.invalid] ?? VendorReply(401)
        case .invalid: return VendorReply(401)
        case .scope: return VendorReply(403)
        case .throttled: return VendorReply(429, headers: [.init("Retry-After", "{wait}")])
        case .down: return VendorReply(503)
        }
    }

    private static func unknown(_ call: VendorCall) -> VendorReply {
        let message = "the mock has no answer for \(call.method) \(call.path)"
        return VendorReply(404, body: .json(["message": .string(message)]))
    }

    private static func shown(_ call: VendorCall, _ api: VendorAPI) -> String {
        // A path may carry the credential itself.
        guard api.credentials.contains(.path) else { return call.path }
        return api.routes.first { $0.method == call.method && $0.match(call.path[...]) != nil }?.path ?? "(not shown)"
    }

    private func filled(_ reply: VendorReply, now: Int64) -> VendorReply {
        var reply = reply
        for place in reply.headers.indices {
            reply.headers[place].value = Wait.filled(reply.headers[place].value, wait: mood.wait, now: now)
        }
        return reply
    }
}
