import JSON
import MCP

extension OpenedSession {
    /// What the client session learned, with the exchange that taught it.
    init(_ description: ServerDescription, _ offer: RevisionOffer, _ ledger: WireLedger) {
        let method = description.era == .modern ? "server/discover" : "initialize"
        self.init(
            revision: description.revision,
            requested: offer.preferred(in: description.era) ?? description.revision,
            result: description.result,
            exchange: ledger.lastExchange(of: [method])
                ?? Exchange(method: method, id: .null, outcome: .result(description.result))
        )
    }
}
