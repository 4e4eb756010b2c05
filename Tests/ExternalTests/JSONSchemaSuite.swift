import JSON
import JSONSchema
import Testing

/// The official tests of JSON Schema, as they lie in the external folder.
enum JSONSchemaSuite {
    static let root = "json-schema-test-suite"

    /// A file of the suite with the way its schemas are to be read.
    struct File: Sendable, CustomTestStringConvertible {
        let dialect: Dialect
        let path: String

        var testDescription: String { "\(folder)/\(path)" }

        var folder: String { dialect == .draft7 ? "draft7" : "draft2020-12" }
    }

    /// What is not asserted, with the reason; each is an optional part of the suite.
    static let excluded: [String: String] = [
        "optional/cross-draft.json": "refers to 2019-09, which is not supported",
        "optional/content.json": "contentEncoding and contentMediaType are annotations",
        "optional/format/idn-email.json": "annotation only",
        "optional/format/idn-hostname.json": "annotation only",
        "optional/format/iri.json": "annotation only",
        "optional/format/iri-reference.json": "annotation only",
    ]

    /// Groups of an optional file that are not asserted: they decode international labels.
    static let excludedGroups: Set<String> = ["validation of A-label (punycode) host names"]

    static let required = files { !$0.hasPrefix("optional/") }
    static let optional = files { $0.hasPrefix("optional/") && excluded[$0] == nil }

    private static func files(where isWanted: (String) -> Bool) -> [File] {
        Dialect.allCases.flatMap { dialect in
            let folder = File(dialect: dialect, path: "").folder
            return ExternalData.files(below: "\(root)/tests/\(folder)").filter(isWanted).map {
                File(dialect: dialect, path: $0)
            }
        }
    }

    /// The documents the suite expects at an address of its own.
    static func remotes() throws -> [String: JSONValue] {
        var remotes: [String: JSONValue] = [:]
        for path in ExternalData.files(below: "\(root)/remotes") {
            remotes["http://localhost:1234/\(path)"] = try ExternalData.json("\(root)/remotes/\(path)")
        }
        return remotes
    }

    /// Runs every case of a file.
    ///
    /// - Returns: How many cases ran, and which went wrong.
    static func run(_ file: File, resources: [String: JSONValue]) throws -> (cases: Int, failures: [String]) {
        let groups = try #require(try ExternalData.json("\(root)/tests/\(file.testDescription)").arrayValue)
        var cases = 0
        var failures: [String] = []
        for group in groups {
            let title = try #require(group["description"]?.stringValue)
            guard !excludedGroups.contains(title) else { continue }
            let tests = try #require(group["tests"]?.arrayValue)
            cases += tests.count
            do throws(SchemaError) {
                let schema = try JSONSchema(
                    group["schema"] ?? nil,
                    dialect: group["schema"]?["$schema"] == nil ? file.dialect : nil,
                    resources: resources,
                    assertsFormats: file.path.hasPrefix("optional/format/")
                )
                failures += tests.compactMap { failure(of: $0, by: schema, in: title) }
            } catch {
                failures.append("\(title): does not compile: \(error)")
            }
        }
        return (cases, failures)
    }

    private static func failure(of test: JSONValue, by schema: JSONSchema, in title: String) -> String? {
        let isValid = test["valid"]?.boolValue
        let instance = test["data"] ?? nil
        let violations = schema.validate(instance)
        let name = "\(title): \(test["description"]?.stringValue ?? "")"
        guard schema.isValid(instance) == violations.isEmpty else { return "\(name): quick and full answers differ" }
        guard violations.isEmpty != isValid else { return nil }
        return "\(name): \(violations.isEmpty ? "found valid" : violations.map(\.description).joined(separator: "; "))"
    }
}
