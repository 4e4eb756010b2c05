import Foundation
import JSON

/// The tool lists of all fixtures, recorded and documented: what real servers list.
enum RecordedTools {
    struct List: Sendable, CustomStringConvertible {
        let path: String
        let tools: [JSONValue]

        var description: String { path }
    }

    /// Every list, by the file that it stands in.
    static let all: [List] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures").resolvingSymlinksInPath().path
        let files = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".jsonl") }.sorted().compactMap { file in
            let bytes = FileManager.default.contents(atPath: "\(root)/\(file)") ?? Data()
            let tools = bytes.split(separator: 0x0A).flatMap { line in
                let entry = try? JSONValue(parsing: Array(line))
                return entry?["message"]?["result"]?["tools"]?.arrayValue ?? []
            }
            return tools.isEmpty ? nil : List(path: file, tools: tools)
        }
    }()
}
