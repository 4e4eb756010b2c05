import Foundation
import JSON
import MCP
import Testing

/// The official schema files and examples, which are no part of the repository.
enum OfficialSchemas {
    /// The folder named by `OPENWORK_EXTERNAL`; nil when the variable is absent or empty.
    static let folder = ProcessInfo.processInfo.environment["OPENWORK_EXTERNAL"].flatMap { path in
        path.isEmpty ? nil : URL(fileURLWithPath: path).appendingPathComponent("mcp-schema")
    }

    static let missing: Comment = "set OPENWORK_EXTERNAL to the folder that holds mcp-schema/<revision>/schema.json"

    /// Throws when the folder was named but does not hold the file: that is a fault, not a reason to skip.
    static func document(for revision: ProtocolRevision) throws -> JSONValue {
        try value(at: "\(revision)/schema.json")
    }

    /// The examples of the newest revision, as (type, path) in a stable order.
    static func examples() throws -> [(type: String, path: String)] {
        let top = "\(ProtocolRevision.latest)/examples"
        let root = try #require(folder, missing).appendingPathComponent(top)
        return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
            .filter { $0.hasSuffix(".json") }
            .map { (type: String($0.prefix { $0 != "/" }), path: "\(top)/\($0)") }
    }

    static func value(at path: String) throws -> JSONValue {
        let file = try #require(folder, missing).appendingPathComponent(path)
        return try JSONValue(parsing: [UInt8](Data(contentsOf: file)))
    }
}
