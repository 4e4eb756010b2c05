import JSON

/// A rule of the specification that the peer broke, with the message that broke it.
package struct ProtocolViolation: Sendable, Hashable {
    /// The side that broke the rule.
    package enum Blame: String, Sendable, Hashable {
        case client, server
    }

    /// The rule that was broken, by its stable name.
    package let code: Code
    /// Who broke it.
    package let blame: Blame
    /// The revision in force; nil before one was agreed on.
    package let revision: ProtocolRevision?
    /// What was wrong with this very message, in one sentence.
    package let detail: String
    /// The beginning of the message as text, at most `excerptLimitInBytes` long; nil when there was none.
    package let excerpt: String?

    /// Bytes of a message that a violation keeps.
    package static let excerptLimitInBytes = 512

    /// Records a violation; invalid UTF-8 in the message is shown as replacement characters.
    package init(
        _ code: Code,
        blame: Blame,
        revision: ProtocolRevision?,
        detail: String,
        message: some Collection<UInt8>
    ) {
        self.code = code
        self.blame = blame
        self.revision = revision
        self.detail = detail
        let head = message.prefix(Self.excerptLimitInBytes)
        let text = String(decoding: head, as: UTF8.self)
        excerpt = message.isEmpty ? nil : head.count < message.count ? text + "…" : text
    }

    /// The rule in our own words.
    package var requirement: String { code.requirement }
}

extension ProtocolViolation: CustomStringConvertible {
    package var description: String {
        let rule = "\(blame.rawValue) broke \(code.rawValue): \(detail) (rule: \(requirement))"
        return excerpt.map { rule + " in: " + $0 } ?? rule
    }
}
