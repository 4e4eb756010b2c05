import Foundation
import JSON

/// Python's json and orjson, timed by a script beside this benchmark.
enum PythonPeers {
    /// Nanoseconds for one reading, by peer; empty, with a word on standard error, where Python cannot be run.
    static func nanoseconds(script: String, python: String, text: [UInt8], rounds: Int) -> [String: Double] {
        // A peer that ends early must not end the benchmark.
        signal(SIGPIPE, SIG_IGN)
        let process = Process()
        let input = Pipe()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [python, script, String(rounds)]
        process.standardInput = input
        process.standardOutput = output
        do {
            try process.run()
            try input.fileHandleForWriting.write(contentsOf: Data(text))
            try input.fileHandleForWriting.close()
            let answer = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            let object = try JSONValue(parsing: answer).objectValue ?? [:]
            return Dictionary(
                uniqueKeysWithValues: object.compactMap { member in
                    member.value.doubleValue.map { (member.key, $0) }
                }
            )
        } catch {
            FileHandle.standardError.write(Data("no Python peers: \(error)\n".utf8))
            return [:]
        }
    }
}
