import Foundation

/// The checkout these tests were built from.
enum Tree {
    /// The folder that holds `Package.swift`.
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every Swift file below the given folders of the checkout, in a stable order.
    static func swiftFiles(in folders: [String]) throws -> [SourceFile] {
        try folders.flatMap { folder -> [SourceFile] in
            let top = root.appendingPathComponent(folder)
            let paths = try FileManager.default.subpathsOfDirectory(atPath: top.path).sorted()
            return try paths.filter { $0.hasSuffix(".swift") }.map { path in
                let text = try String(contentsOf: top.appendingPathComponent(path), encoding: .utf8)
                return SourceFile(path: "\(folder)/\(path)", text: text)
            }
        }
    }
}
