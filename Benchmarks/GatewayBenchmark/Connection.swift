import Glibc

/// One connection to a server on this machine, whose descriptor does not block.
struct Connection {
    let descriptor: Int32
    private var reader = ResponseReader()
    /// What of the request is still to be sent.
    private var unsent: ArraySlice<UInt8> = []
    private(set) var began = ContinuousClock.now

    /// - Throws: `Fault` where nobody listens.
    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Fault("nothing listens on port \(port): \(String(cString: strerror(errno)))") }
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), 1, &yes, socklen_t(MemoryLayout<Int32>.size))
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    /// What to wait for.
    var interest: Int16 { Int16(unsent.isEmpty ? POLLIN : POLLIN | POLLOUT) }

    mutating func send(_ request: [UInt8]) throws {
        unsent = request[...]
        began = ContinuousClock.now
        try sendMore()
    }

    mutating func sendMore() throws {
        while !unsent.isEmpty {
            let count = unsent.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0 {
                guard errno == EAGAIN else { throw Fault("sending: \(String(cString: strerror(errno)))") }
                return
            }
            unsent = unsent.dropFirst(count)
        }
    }

    /// Reads what there is; returns the response that is whole now.
    mutating func receive(_ buffer: UnsafeMutableRawBufferPointer) throws -> ResponseReader.Response? {
        var whole: ResponseReader.Response?
        while true {
            let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            if count < 0 {
                guard errno == EAGAIN else { throw Fault("receiving: \(String(cString: strerror(errno)))") }
                return whole
            }
            guard count > 0 else { throw Fault("the server has closed the connection") }
            reader.take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { whole = $0 }
            if count < buffer.count { return whole }
        }
    }

    /// Sends a request, and waits for its response.
    mutating func exchange(_ request: [UInt8], within bound: Duration = .seconds(30)) throws -> ResponseReader.Response
    {
        try send(request)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
        defer { buffer.deallocate() }
        let end = ContinuousClock.now + bound
        while ContinuousClock.now < end {
            var entry = pollfd(fd: descriptor, events: interest, revents: 0)
            guard poll(&entry, 1, 200) > 0 else { continue }
            if Int32(entry.revents) & POLLOUT != 0 { try sendMore() }
            if let response = try receive(buffer) { return response }
        }
        throw Fault("no answer within \(bound)")
    }

    func end() { close(descriptor) }
}

/// Why something could not be measured.
struct Fault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
