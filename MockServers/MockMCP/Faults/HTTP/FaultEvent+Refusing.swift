import JSON

extension FaultEvent {
    /// A response of HTTP in place of whatever a message would get; any other event passes.
    func refused(_ refusal: HTTPRefusal) -> FaultReaction {
        guard case .received = self else { return .pass }
        return .instead([Emission(.http(.answer(refusal)))])
    }

    /// The end of the connection in place of an answer; what asks for none passes.
    func cut(isReset: Bool) -> FaultReaction {
        guard case .received(let message) = self, message["id"] != nil else { return .pass }
        return .instead([Emission(.http(.cut(isReset: isReset)))])
    }
}
