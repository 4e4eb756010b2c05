import Foundation
import Testing

/// The parsers of reports that other people wrote, as far as they are installed.
enum ReportParsers {
    /// A format, the module that reads it, and a script that ends with an error when it is not what it should be.
    struct Reader: Sendable, CustomTestStringConvertible {
        let format: String
        let module: String
        let script: String

        var testDescription: String { "\(format) by \(module)" }
    }

    static let readers = [
        Reader(
            format: "junit",
            module: "junitparser",
            script: """
                from junitparser import JUnitXml
                report = JUnitXml.fromfile(path)
                cases = [case for suite in report for case in suite]
                assert len(cases) == report.tests > 100 and report.failures > 0, report
                kinds = [type(result).__name__ for case in cases for result in case.result]
                assert kinds.count("Failure") == report.failures and kinds.count("Error") == report.errors
                """
        ),
        Reader(
            format: "junit",
            module: "xmlschema",
            script: "import xmlschema; xmlschema.validate(path, schemas + '/junit-10.xsd')"
        ),
        Reader(
            format: "tap",
            module: "tap",
            script: """
                from tap.parser import Parser
                lines = list(Parser().parse_file(path))
                tests = [line for line in lines if line.category == "test"]
                plan = [line for line in lines if line.category == "plan"][0]
                assert plan.expected_tests == len(tests) > 100
                assert not [line for line in lines if line.category == "unknown"]
                broken = [line for line in tests if not line.ok and not line.todo]
                assert broken and all(line.yaml_block["repeat"] for line in broken)
                """
        ),
        Reader(
            format: "sarif",
            module: "jsonschema",
            script: """
                import json, jsonschema
                schema = json.load(open(schemas + "/sarif-schema-2.1.0.json"))
                report = json.load(open(path))
                jsonschema.validators.validator_for(schema)(schema).validate(report)
                assert report["runs"][0]["results"]
                """
        ),
        Reader(
            format: "html",
            module: "html5lib",
            script: """
                import html5lib
                page = html5lib.HTMLParser(strict=True).parse(open(path, encoding="utf-8"))
                ids = [node.get("id") for node in page.iter() if node.get("id")]
                assert len(ids) == len(set(ids))
                links = [node.get("href") for node in page.iter() if node.get("href", "").startswith("#")]
                lost = [link for link in links if link[1:] not in ids]
                assert links and not lost, lost[:5]
                """
        ),
        Reader(
            format: "badge",
            module: "xml.dom.minidom",
            script: "import xml.dom.minidom; assert xml.dom.minidom.parse(path).documentElement.tagName == 'svg'"
        ),
    ]

    static let python = ProcessInfo.processInfo.environment["OPENWORK_PYTHON"] ?? "/usr/bin/python3"
    /// The folder of published schemas; empty for none.
    static let schemas = ProcessInfo.processInfo.environment["OPENWORK_REPORT_SCHEMAS"] ?? ""

    static let installed = readers.filter { reader in
        guard !reader.script.contains("schemas") || !schemas.isEmpty else { return false }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["-c", "import \(reader.module)"]
        process.standardError = FileHandle.nullDevice
        // Without an interpreter nothing is installed.
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
