import Glibc

/// Clients in one thread, each of which sends its next request when the last is answered.
///
/// It takes about 10 microseconds of processor time for a small call, and is the same for everybody who is measured.
struct HTTPLoad {
    let call: HTTPCall
    let clients: Int
    /// For so long, and until each client has had at least one answer.
    let time: Duration
    /// Bytes that the body of a right answer has at least.
    let least: Int

    /// Opens what the calls need, lets each client make one call that is not counted, and measures.
    func run(port: Int) throws -> Figures {
        var connections: [Connection] = []
        defer { for connection in connections { connection.end() } }
        var requests: [NumberedRequest] = []
        for number in 0..<clients {
            var connection = try Connection(port: port)
            requests.append(NumberedRequest(try call.open(&connection, number)))
            connections.append(connection)
        }
        _ = try turn(&connections, &requests, for: .zero)
        let start = ContinuousClock.now
        let times = try turn(&connections, &requests, for: time)
        return Figures(times, in: ContinuousClock.now - start)
    }

    private func turn(
        _ connections: inout [Connection],
        _ requests: inout [NumberedRequest],
        for time: Duration
    ) throws -> [Duration] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { buffer.deallocate() }
        var times: [Duration] = []
        var waiting = connections.count
        let end = ContinuousClock.now + time
        for index in connections.indices { try connections[index].send(requests[index].next()) }
        var polled = connections.map { pollfd(fd: $0.descriptor, events: $0.interest, revents: 0) }
        while waiting > 0 {
            guard poll(&polled, nfds_t(polled.count), 60_000) > 0 else { throw Fault("no answer within 60 s") }
            for index in polled.indices where polled[index].revents != 0 {
                if Int32(polled[index].revents) & POLLOUT != 0 { try connections[index].sendMore() }
                if let response = try connections[index].receive(buffer) {
                    try check(response)
                    let now = ContinuousClock.now
                    times.append(now - connections[index].began)
                    if now < end {
                        try connections[index].send(requests[index].next())
                    } else {
                        waiting -= 1
                        polled[index].fd = -1
                    }
                }
                polled[index].events = connections[index].interest
            }
        }
        return times
    }

    private func check(_ response: ResponseReader.Response) throws {
        guard response.status == 200, response.length >= least else {
            let text = String(decoding: response.beginning.prefix(400), as: UTF8.self)
            throw Fault("answered with \(response.status) and \(response.length) bytes: \(text)")
        }
    }
}

/// A request that gets another id each time.
struct NumberedRequest {
    private var bytes: [UInt8]
    /// Where the last digit of the id is; nil in a request without one.
    private let place: Int?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let start = bytes.firstRange(of: HTTPCall.idMark)
        place = start.map { $0.upperBound - 1 }
    }

    mutating func next() -> [UInt8] {
        guard var digit = place else { return bytes }
        while bytes[digit] == UInt8(ascii: "9") {
            bytes[digit] = UInt8(ascii: "0")
            digit -= 1
        }
        bytes[digit] += 1
        return bytes
    }
}
