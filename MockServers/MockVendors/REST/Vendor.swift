import JSON
package import Registry

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
    package mutating func answer(_ call: VendorRequest, now: Int64) -> VendorAnswer {
        let (refusal, answer) = decide(call)
        let path = Self.shown(call, api)
        events.append(VendorEvent(method: call.method, path: path, refusal: refusal, status: answer.status))
        if events.count > Self.eventLimit { events.removeFirst(events.count - Self.eventLimit) }
        guard refusal == .throttled else { return answer }
        return Pause(seconds: mood.wait, now: now).filled(into: answer, at: api.facts.retryAfter)
    }

    private mutating func decide(_ call: VendorRequest) -> (VendorAPI.Refusal?, VendorAnswer) {
        if let plight = suffer() { return (plight, api.answer(to: plight)) }
        let found = route(for: call)
        if let found, found.route.isOpen { return (nil, found.route.answer) }
        if let refusal = refusal(of: call, segments: found?.segments ?? [:]) {
            return (refusal, api.answer(to: refusal, on: found?.route))
        }
        return (nil, found?.route.answer ?? Self.unknown(call))
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

    private func refusal(of call: VendorRequest, segments: [String: String]) -> VendorAPI.Refusal? {
        let held = api.credentials.lazy.compactMap { place in
            place == .path ? segments["credential"] : place.credential(in: call)
        }
        guard let credential = held.first else { return .missing }
        if mood.good.contains(credential) { return nil }
        if mood.expired.contains(credential) { return .expired }
        return mood.narrow.contains(credential) ? .scope : .invalid
    }

    private func route(for call: VendorRequest) -> (route: VendorRoute, segments: [String: String])? {
        let base = api.basePath
        let below = call.path.hasPrefix(base) ? call.path.dropFirst(base.count) : call.path[...]
        for route in api.routes where route.method == call.method {
            guard route.containing.allSatisfy(call.body.contains) else { continue }
            if let segments = route.match(below) ?? route.match(call.path[...]) { return (route, segments) }
        }
        return nil
    }

    private static func unknown(_ call: VendorRequest) -> VendorAnswer {
        let message = "the mock has no answer for \(call.method) \(call.path)"
        return VendorAnswer(404, body: ["message": .string(message)])
    }

    private static func shown(_ call: VendorRequest, _ api: VendorAPI) -> String {
        // A path may carry the credential itself.
        guard api.credentials.contains(.path) else { return call.path }
        return api.routes.first { $0.method == call.method && $0.match(call.path[...]) != nil }?.path ?? "(not shown)"
    }
}
