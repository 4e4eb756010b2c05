import Foundation
import JSON

/// The same calls over the pipes of the server itself, with nothing between.
struct PipeLoad {
    let bytes: Int
    /// Calls in flight.
    let clients: Int
    let time: Duration

    func run(_ program: String, _ arguments: [String]) throws -> Figures {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        defer {
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
        }
        let (write, read) = (input.fileHandleForWriting.fileDescriptor, output.fileHandleForReading.fileDescriptor)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { buffer.deallocate() }
        let first: JSONValue = [
            "jsonrpc": "2.0", "id": 0, "method": "initialize",
            "params": [
                "protocolVersion": "2025-06-18", "capabilities": [:],
                "clientInfo": ["name": "benchmark", "version": "1"],
            ],
        ]
        _ = try Self.exchange(write, read, first.utf8() + [10], 1, buffer)
        let started: JSONValue = ["jsonrpc": "2.0", "method": "notifications/initialized"]
        _ = try Self.exchange(write, read, started.utf8() + [10], 0, buffer)
        let text = JSONValue.string(String(repeating: "x", count: bytes))
        let call: JSONValue = [
            "jsonrpc": "2.0", "id": 1, "method": "tools/call",
            "params": ["name": "echo", "arguments": ["text": text]],
        ]
        let line = call.utf8() + [10]
        let batch = Array(repeating: line, count: clients).flatMap(\.self)
        _ = try Self.exchange(write, read, batch, clients, buffer)
        var times: [Duration] = []
        let start = ContinuousClock.now
        while times.isEmpty || ContinuousClock.now - start < time {
            let began = ContinuousClock.now
            _ = try Self.exchange(write, read, batch, clients, buffer)
            let took = ContinuousClock.now - began
            times += Array(repeating: took, count: clients)
        }
        return Figures(times, in: ContinuousClock.now - start)
    }

    /// Writes while it reads: neither side of a pipe may wait for the other for ever.
    private static func exchange(
        _ write: Int32,
        _ read: Int32,
        _ bytes: [UInt8],
        _ lines: Int,
        _ buffer: UnsafeMutableRawBufferPointer
    ) throws {
        _ = fcntl(write, F_SETFL, O_NONBLOCK)
        var (unsent, left) = (bytes[...], lines)
        while !unsent.isEmpty || left > 0 {
            var polled = [
                pollfd(fd: unsent.isEmpty ? -1 : write, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: read, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&polled, 2, 60_000) > 0 else { throw Fault("no answer over the pipe within 60 s") }
            if polled[0].revents != 0 {
                let count = unsent.withUnsafeBytes { Glibc.write(write, $0.baseAddress, $0.count) }
                guard count > 0 || errno == EAGAIN else { throw Fault("the server has closed its input") }
                if count > 0 { unsent = unsent.dropFirst(count) }
            }
            if polled[1].revents != 0 {
                let count = Glibc.read(read, buffer.baseAddress, buffer.count)
                guard count > 0 else { throw Fault("the server has closed its output") }
                var rest = UnsafeRawBufferPointer(rebasing: buffer[..<count])[...]
                while let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty,
                    let place = memchr(base, 10, rest.count)
                {
                    left -= 1
                    rest = rest.dropFirst(UnsafeRawPointer(place) - base + 1)
                }
            }
        }
    }
}
