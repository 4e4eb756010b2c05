import HTTPTypes
import MCP

extension ErrorObject {
    /// The status of a response that refuses a request with this error before anybody tried to answer it.
    var refusalStatus: HTTPResponse.Status {
        switch code {
        case .methodNotFound: .notFound
        case .internalError: .internalServerError
        default: .badRequest
        }
    }

    /// The status of a response whose request was tried: only what the protocol itself defines is a failure of HTTP.
    var answerStatus: HTTPResponse.Status {
        switch code {
        case .methodNotFound: .notFound
        case .headerMismatch, .missingClientCapability, .unsupportedProtocolVersion: .badRequest
        default: .ok
        }
    }
}
