import Foundation

/// The official Python SDK, where somebody installed it for the tests.
enum PythonPeers {
    static let folder = ProcessInfo.processInfo.environment["OPENWORK_PYTHON_PEERS"] ?? ""

    /// The virtual environments in that folder.
    static let names = ["mcp1", "mcp2"].filter {
        FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)/bin/python")
    }
}
