package import MCPHTTP

/// A request with credentials in it, which prints as its method and address only.
package struct SealedCall: Sendable, Hashable {
    private let call: HTTPCall

    /// Seals a request.
    package init(_ call: HTTPCall) {
        self.call = call
    }

    /// The request itself, for whoever sends it.
    package func opened() -> HTTPCall { call }
}

extension SealedCall: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "\(call.method) \(call.address.origin)\(call.address.path)" }

    package var debugDescription: String { description }

    /// Without children, as the fields and the body hold secrets.
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
