import Dates
import HTTPTypes
import JSON
import MCP

extension HTTPReply {
    /// How much of a refusal's body is looked at.
    private static let refusalBytes = 64 << 10

    var challenges: [AuthenticationChallenge] {
        AuthenticationChallenge.parse(fields[values: .wwwAuthenticate])
    }

    /// The whole body, for answers that are no streams.
    /// - Throws: `.oversized` past the limit, and the rest is not read; `.ended` when the body breaks off.
    package func collect(limitInBytes: Int) async throws(HTTPFault) -> [UInt8] {
        if let length = fields[.contentLength].flatMap({ Int($0) }), length > limitInBytes {
            throw .oversized(limitInBytes: limitInBytes)
        }
        var bytes: [UInt8] = []
        do {
            for try await piece in body {
                guard bytes.count + piece.count <= limitInBytes else {
                    throw HTTPFault.oversized(limitInBytes: limitInBytes)
                }
                bytes += piece
            }
        } catch {
            throw Self.fault(reading: error)
        }
        if Task.isCancelled { throw .abandoned }
        return bytes
    }

    /// What a response that is no success says, and the JSON-RPC error in its body where there is one.
    func refusal() async -> (fault: HTTPFault, error: ErrorObject?) {
        // A body that cannot be had adds nothing, and the status is known.
        let body = (try? await collect(limitInBytes: Self.refusalBytes)) ?? []
        let error = Self.error(in: body)
        switch status {
        case 401, 403, 407:
            return (.unauthorized(status: status, challenges: challenges), error)
        case 429, 503:
            return (.throttled(status: status, retryAfter: retryAfter), error)
        default:
            return (.status(status, error: error), error)
        }
    }

    static func fault(reading error: any Error) -> HTTPFault {
        if let fault = error as? HTTPFault { return fault }
        return Task.isCancelled || error is CancellationError ? .abandoned : .ended
    }

    /// The pause that `Retry-After` asks for, at most a year.
    ///
    /// A date there is held against the server's own `Date`, because clocks differ; one that is past means at once.
    var retryAfter: Duration? {
        guard let name = HTTPField.Name("Retry-After"), let text = fields[name] else { return nil }
        let seconds: Int64
        if let number = Int64(text) {
            guard number >= 0 else { return nil }
            seconds = number
        } else {
            guard let end = HTTPDate(text), let now = fields[.date].flatMap({ HTTPDate($0) }) else { return nil }
            seconds = max(0, end.seconds - now.seconds)
        }
        return .seconds(min(seconds, 365 * 86_400))
    }

    private static func error(in body: [UInt8]) -> ErrorObject? {
        // An id that is null or made up is usual here, and none of it is needed.
        guard let value = try? JSONValue(parsing: body), let member = value["error"] else { return nil }
        return try? ErrorObject(json: member)
    }
}
