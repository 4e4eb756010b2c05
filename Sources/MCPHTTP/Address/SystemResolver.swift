import Glibc
import NIOPosix

/// The name server of this system, asked on threads that may block.
package enum SystemResolver {
    /// All addresses of a host, in the order in which they are to be tried; one that is an address already is its own.
    /// - Throws: `.unreachable(.dns, …)`.
    package static func addresses(of host: String) async throws(HTTPFault) -> [NetworkAddress] {
        let result: Result<[NetworkAddress], HTTPFault>
        do {
            result = try await NIOThreadPool.singleton.runIfActive { ask(host) }
        } catch {
            throw Task.isCancelled ? .abandoned : .unreachable(.dns, "\(host): \(error)")
        }
        return try result.get()
    }

    private static func ask(_ host: String) -> Result<[NetworkAddress], HTTPFault> {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var first: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &first)
        guard code == 0 else {
            return .failure(.unreachable(.dns, "\(host): \(String(cString: gai_strerror(code)))"))
        }
        defer { freeaddrinfo(first) }
        var addresses: [NetworkAddress] = []
        var next = first
        while let entry = next {
            if let address = entry.pointee.ai_addr.flatMap({ NetworkAddress($0) }) { addresses.append(address) }
            next = entry.pointee.ai_next
        }
        return .success(addresses)
    }
}
