import MCPHTTP

/// Which addresses an API may have: encrypted ones, and others on this machine only.
enum BaseAddress {
    struct Fault: Error, Hashable {
        let message: String
    }

    static func read(_ text: String) throws(Fault) -> HTTPAddress {
        let address: HTTPAddress
        do throws(HTTPAddressError) {
            address = try HTTPAddress(text)
        } catch {
            throw Fault(message: "\(error)")
        }
        guard address.origin.scheme == .https || address.origin.isLoopback else {
            throw Fault(message: "the address is not encrypted: credentials go to https, or to this machine, only")
        }
        guard address.query == nil else {
            throw Fault(message: "the address has a query: leave it out, and give fixed parameters with the operation")
        }
        return address
    }
}
