import Dates
import JSON

/// What an answer says about how much more may be asked, and when.
struct RateReading: Sendable, Hashable {
    /// How long to wait, as the vendor says it for this very refusal; nil when it does not.
    var retryAfter: Duration?
    /// Requests left until the limit is reset; nil when unknown.
    var remaining: Int?
    /// Until the limit is reset.
    var reset: Duration?
    /// The vendor's name of the limit that several operations share.
    var bucket: String?
    /// Whether the limit is that of the whole credential.
    var isGlobal = false

    private static let longest = 31_536_000.0

    /// Reads the headers that vendors use, and the places in the body that the skill names.
    ///
    /// `now` is in seconds since 1970; a date is measured against the `Date` of the same answer, since clocks differ.
    init(_ answer: VendorAnswer, body: JSONValue?, places: [JSONPointer], now: Double) {
        let now = answer["Date"].flatMap { HTTPDate($0) }.map { Double($0.seconds) } ?? now
        retryAfter = answer["Retry-After"].flatMap { Self.duration($0, now: now) }
        let inBody = places.lazy.compactMap { pointer in body.flatMap { pointer.resolve(in: $0) } }
        if let seconds = inBody.compactMap({ $0.doubleValue ?? $0.stringValue.flatMap { Double($0) } }).first {
            // The body is finer than the header, which is rounded up.
            retryAfter = Self.duration(seconds: seconds)
        }
        remaining =
            answer["X-RateLimit-Remaining"].flatMap { Int($0) } ?? answer["RateLimit-Remaining"].flatMap { Int($0) }
        reset =
            answer["X-RateLimit-Reset-After"].flatMap { Double($0) }.flatMap(Self.duration(seconds:))
            ?? (answer["X-RateLimit-Reset"] ?? answer["RateLimit-Reset"]).flatMap { Self.duration($0, now: now) }
        bucket = answer["X-RateLimit-Bucket"]
        isGlobal = answer["X-RateLimit-Global"] != nil || answer["X-RateLimit-Scope"] == "global"
        if let policy = answer["RateLimit"] { read(policy) }
    }

    /// How long to wait after a refusal; nil when nobody says.
    var pause: Duration? { retryAfter ?? (remaining.map { $0 > 0 } == true ? nil : reset) }

    /// The newer form has everything in one field: `"hour";r=0;t=30`, of which the tightest counts.
    private mutating func read(_ policies: String) {
        for policy in policies.split(separator: ",") {
            var left: Int?
            var seconds: Double?
            for parameter in policy.split(separator: ";").map({ $0.filter { $0 != " " } }) {
                if parameter.hasPrefix("r=") { left = Int(parameter.dropFirst(2)) }
                if parameter.hasPrefix("t=") { seconds = Double(parameter.dropFirst(2)) }
            }
            guard let left, remaining.map({ left < $0 }) ?? true else { continue }
            remaining = left
            reset = seconds.flatMap(Self.duration(seconds:))
        }
    }

    /// A number of seconds, a moment since 1970, or a date.
    private static func duration(_ text: String, now: Double) -> Duration? {
        if let number = Double(text) {
            // Some count the moment in milliseconds.
            let moment = number > 100_000_000_000 ? number / 1_000 : number
            return duration(seconds: moment > 1_000_000_000 ? max(0, moment - now) : number)
        }
        return HTTPDate(text).flatMap { duration(seconds: max(0, Double($0.seconds) - now)) }
    }

    private static func duration(seconds: Double) -> Duration? {
        guard seconds.isFinite, seconds >= 0 else { return nil }
        return .milliseconds(Int64((min(seconds, longest) * 1_000).rounded(.up)))
    }
}
