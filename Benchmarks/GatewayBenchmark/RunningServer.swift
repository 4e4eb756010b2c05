import Foundation

/// A program that listens, from its start until it is ended.
final class RunningServer {
    let process = Process()
    let port: Int
    private let log: String

    /// Starts a program and waits until somebody listens on the port.
    init(_ words: [String], port: Int, environment: [String: String] = [:], log: String) throws {
        self.port = port
        self.log = log
        guard FileManager.default.createFile(atPath: log, contents: nil),
            let file = FileHandle(forWritingAtPath: log)
        else { throw Fault("\(log) cannot be written") }
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = file
        process.standardError = file
        try process.run()
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end, process.isRunning {
            if let connection = try? Connection(port: port) {
                connection.end()
                return
            }
            usleep(50_000)
        }
        process.terminate()
        throw Fault("\(words[0]) does not listen on \(port): \(words.joined(separator: " ")): see \(log)")
    }

    func end() {
        process.terminate()
        process.waitUntilExit()
    }

    /// What it has taken of processors, without its children.
    var processorSeconds: Double {
        let text = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)) ?? ""
        let words = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard words.count > 12, let user = Double(words[11]), let system = Double(words[12]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Bytes of memory: now, and at most since `forgetPeak`.
    func memory() -> (now: Int, peak: Int) {
        let text = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
        func kilobytes(_ name: String) -> Int {
            let line = text.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
            return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
        }
        return (kilobytes("VmRSS:") << 10, kilobytes("VmHWM:") << 10)
    }

    func forgetPeak() {
        // Without it the peak is that of the whole life, which is no less.
        try? "5".write(toFile: "/proc/\(process.processIdentifier)/clear_refs", atomically: false, encoding: .utf8)
    }

    /// A port that nobody has just now.
    static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                let bound = bind(descriptor, place, length)
                return bound == 0 ? getsockname(descriptor, place, &length) : bound
            }
        }
        guard result == 0 else { throw Fault("no port is free") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
