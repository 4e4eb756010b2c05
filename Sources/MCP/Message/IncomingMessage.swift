package import JSON

/// What one line or body turned out to be: a message, or a batch whose elements may each be broken.
package enum IncomingMessage: Sendable, Hashable {
    case single(Envelope)
    /// Never empty.
    case batch([Result<Envelope, MessageError>])

    /// Parses a line or body; whether a batch is allowed is for the caller to say.
    package init(parsing bytes: [UInt8], limits: JSONLimits = .init()) throws(MessageError) {
        let text: JSONText
        do {
            text = try JSONText(validating: bytes, limits: limits)
        } catch {
            throw MessageError(.notJSON(error))
        }
        guard text.kind == .array else {
            self = .single(try Envelope(text))
            return
        }
        let elements = text.value.arrayValue ?? []
        guard !elements.isEmpty else { throw MessageError(.emptyBatch) }
        self = .batch(elements.map { element in Result { () throws(MessageError) in try Envelope(JSONText(element)) } })
    }
}
