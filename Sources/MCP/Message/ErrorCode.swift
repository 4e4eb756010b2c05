/// A JSON-RPC error code; any integer is one, the named ones mean something in MCP.
package struct ErrorCode: Sendable, Hashable, RawRepresentable, ExpressibleByIntegerLiteral {
    /// The code on the wire.
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }

    package init(integerLiteral value: Int64) { self.init(rawValue: value) }

    /// The bytes are not JSON.
    package static let parseError: ErrorCode = -32700
    /// JSON, but no acceptable JSON-RPC message, or not at this point of the connection.
    package static let invalidRequest: ErrorCode = -32600
    /// The receiver does not answer this method.
    package static let methodNotFound: ErrorCode = -32601
    /// The parameters, including the modern `_meta`, are missing or have the wrong shape.
    package static let invalidParams: ErrorCode = -32602
    /// The receiver failed at no fault of the sender.
    package static let internalError: ErrorCode = -32603
    /// Until 2025-11-25: there is no such resource.
    package static let legacyResourceNotFound: ErrorCode = -32002
    /// 2025-11-25 only: the user has to visit a URL first.
    package static let legacyURLElicitationRequired: ErrorCode = -32042
    /// Modern, over HTTP: a header says something else than the body.
    package static let headerMismatch: ErrorCode = -32020
    /// Modern: the request needs something the client did not declare.
    package static let missingClientCapability: ErrorCode = -32021
    /// Modern: the server does not speak the request's revision.
    package static let unsupportedProtocolVersion: ErrorCode = -32022

    /// Whether only a server of the modern era gives this code, so that it reveals the era.
    package var revealsModernServer: Bool {
        switch self {
        case .headerMismatch, .missingClientCapability, .unsupportedProtocolVersion: true
        default: false
        }
    }
}

extension ErrorCode: CustomStringConvertible {
    package var description: String { String(rawValue) }
}
