package import MCP

/// What is tried on a server in one revision: the data from which a conversation is led.
package struct Talk: Sendable {
    /// The revisions we offer: all, to find the era; one, to hold the server to it.
    package var offer: RevisionOffer
    /// What to try beyond the handshake and the end.
    package var steps: Set<Step>
    /// How long each thing may take.
    package var bounds: TalkBounds
    /// Which tool the user named.
    package var call: CallRequest?
    /// The number from which names that nobody has are made.
    package var seed: UInt64
    /// Who we say we are.
    package var info: Implementation

    /// Everything a conversation has to know.
    package init(
        offer: RevisionOffer,
        steps: Set<Step>,
        bounds: TalkBounds,
        call: CallRequest? = nil,
        seed: UInt64,
        info: Implementation
    ) {
        self.offer = offer
        self.steps = steps
        self.bounds = bounds
        self.call = call
        self.seed = seed
        self.info = info
    }
}
