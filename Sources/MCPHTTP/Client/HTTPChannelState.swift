import JSON
import MCP
import MCPConnection

/// What an HTTP channel remembers between messages.
struct HTTPChannelState: Sendable {
    var detection: HTTPEraDetection
    /// Whether the server was one of 2024-11-05 the last time.
    let opensStreamFirst: Bool
    /// Nil until it is found.
    var transport: HTTPEraDetection.Transport?
    /// The probe is on its way.
    var isProbing = false
    /// Where messages go: the address given, or where a redirect within the origin led.
    var address: HTTPAddress
    /// Where messages go to a server of 2024-11-05.
    var endpoint: HTTPAddress?
    var session = LegacyHTTPSession()
    /// The message to open a session again with.
    var initialize: [UInt8]?
    /// Fired when the session that is being opened again is there, or cannot be had.
    var recovery: OneShot<Void>?
    var inFlight: [RequestID: OneShot<Void>] = [:]
    var faults = FaultTable()
    /// Why the connection could not be made or kept.
    var connectionFault: HTTPFault?
    var isClosed = false
    var tools: [String: ToolHeaders] = [:]
    var rejections: [ToolListing.Rejection] = []

    private static let rejectionLimit = 256

    init(address: HTTPAddress, offer: RevisionOffer, opensStreamFirst: Bool = false) {
        self.opensStreamFirst = opensStreamFirst
        self.address = address
        detection = HTTPEraDetection(offer: offer)
    }

    /// Learns from a listing which arguments of which tools go into headers.
    mutating func learn(_ listing: ToolListing) {
        for name in listing.names { tools[name] = listing.headers[name] }
        let room = Self.rejectionLimit - rejections.count
        rejections += listing.rejections.filter { !rejections.contains($0) }.prefix(max(0, room))
    }
}
