import JSON
import JSONSchema
import Testing

/// 100 % of the required cases of both dialects, and what of the optional ones is asserted.
///
/// Switched off without OPENWORK_EXTERNAL (see `ExternalData`): `make external` runs them.
@Suite(.enabled(if: ExternalData.isPresent, "set OPENWORK_EXTERNAL to the folder of the official suites"))
struct JSONSchemaSuiteTests {
    @Test("agrees with every required case", arguments: JSONSchemaSuite.required)
    func required(file: JSONSchemaSuite.File) throws {
        let (cases, failures) = try JSONSchemaSuite.run(file, resources: try JSONSchemaSuite.remotes())
        #expect(cases > 0)
        for failure in failures { Issue.record("\(file.testDescription): \(failure)") }
    }

    @Test("agrees with the optional cases that are asserted", arguments: JSONSchemaSuite.optional)
    func optional(file: JSONSchemaSuite.File) throws {
        let (_, failures) = try JSONSchemaSuite.run(file, resources: try JSONSchemaSuite.remotes())
        for failure in failures { Issue.record("\(file.testDescription): \(failure)") }
    }

    @Test("runs a suite that is there", arguments: Dialect.allCases)
    func counts(dialect: Dialect) throws {
        let remotes = try JSONSchemaSuite.remotes()
        var report: [String] = []
        for (title, files) in [("required", JSONSchemaSuite.required), ("optional", JSONSchemaSuite.optional)] {
            var total = 0
            var failed = 0
            for file in files where file.dialect == dialect {
                let (cases, failures) = try JSONSchemaSuite.run(file, resources: remotes)
                total += cases
                failed += failures.count
            }
            report.append("\(total - failed) of \(total) \(title) cases")
            #expect(total > 0, "no \(title) case was found: is the folder of OPENWORK_EXTERNAL complete?")
        }
        print("JSON Schema suite, \(dialect.rawValue): \(report.joined(separator: ", ")) passed")
    }
}
