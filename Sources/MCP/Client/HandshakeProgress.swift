/// What a client session remembers while it finds the era and shakes hands.
struct HandshakeProgress: Sendable {
    var respawnsLeft: Int
    /// Whether the process now connected was sent the probe, which may have been too much for it.
    var processWasProbed = false
    /// The probe that is unanswered, also after the fallback.
    var probeID: RequestID?
    var initializeID: RequestID?
    /// What told the era, for the description.
    var evidence: ServerDescription.Evidence = .pinned
    /// Revisions tried so far, so that no refusal is met with the same request again.
    var tried: Set<ProtocolRevision> = []
    /// A server that refused a revision and offered it in the same breath was taken at its word, once.
    var hasRepeatedProbe = false
    /// An answer that came after the fallback and shows a modern server: used if `initialize` is refused.
    var lateProbeAnswer: Envelope?

    init(respawnsLeft: Int) {
        self.respawnsLeft = respawnsLeft
    }

    /// A fresh process knows nothing of the old one's messages.
    mutating func processReplaced() {
        processWasProbed = false
        probeID = nil
        initializeID = nil
        lateProbeAnswer = nil
        respawnsLeft -= 1
    }
}
