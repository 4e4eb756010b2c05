import AsyncHTTPClient
import NIOCore
import NIOPosix
import NIOSSL

extension HTTPFault {
    /// Sorts what the HTTP library says about a request that got no response.
    init(connecting error: any Error) {
        switch error {
        case let error as HTTPClientError: self = .unreachable(Self.reach(of: error), error.shortDescription)
        case let error as NIOConnectionError: self = Self.unreachable(error)
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError:
            self = .unreachable(.tls, "\(error)")
        case let error as IOError: self = .unreachable(Self.reach(of: error), error.description)
        case is ChannelError: self = .unreachable(.closed, "\(error)")
        default: self = .unreachable(.other, "\(error)")
        }
    }

    private static func unreachable(_ error: NIOConnectionError) -> HTTPFault {
        if let first = error.connectionErrors.first {
            let reach = (first.error as? IOError).map { Self.reach(of: $0) } ?? Reach.other
            return .unreachable(reach, "\(error.host):\(error.port): \(first.error)")
        }
        let cause = error.dnsAError ?? error.dnsAAAAError
        return .unreachable(.dns, "\(error.host): \(cause.map { "\($0)" } ?? "no address")")
    }

    private static func reach(of error: HTTPClientError) -> Reach {
        switch error {
        case .remoteConnectionClosed, .uncleanShutdown: .closed
        case .tlsHandshakeTimeout: .tls
        case .connectTimeout: .other
        default: .other
        }
    }

    private static func reach(of error: IOError) -> Reach {
        switch error.errnoCode {
        case 111: .refused
        case 104, 32: .closed
        default: .other
        }
    }
}
