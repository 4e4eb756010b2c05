import JSON

/// A `tools/list` that has just come in.
struct ListingRequest {
    /// In `_meta` of a request whose made-up cursor was taken off before the server saw it.
    static let mark = "openwork.mock/page"

    private let message: JSONObject
    private let params: JSONObject

    init?(_ event: FaultEvent) {
        guard case .received(let message) = event, message["method"] == "tools/list" else { return nil }
        self.message = message
        params = message["params"]?.objectValue ?? [:]
    }

    var cursor: String? {
        params["cursor"]?.stringValue
    }

    /// The request as it is for the first page, marked so that its answer can be told from the first page's.
    var withoutCursor: FaultReaction {
        var message = message
        var params = params
        var meta = params["_meta"]?.objectValue ?? [:]
        meta[Self.mark] = true
        params["cursor"] = nil
        params["_meta"] = .object(meta)
        message["params"] = .object(params)
        return .receive(message)
    }
}
