import DaemonAPI
import JSON
import MCP
import Registry
import Scaffolding
import Skills

/// What an OpenAPI document becomes: a skill file, and the entry by which the skill is an integration.
struct DocumentDraft: Sendable {
    /// The skill file, which is sound.
    let file: JSONValue
    /// The entry, without a probe unless one was chosen.
    let entry: JSONObject
    /// What came of the document, for people.
    let report: DocumentReport

    /// Where the file lies, as an entry says it.
    static func package(of id: String) -> String { "imported/\(id).json" }

    /// Reads a document.
    /// - Throws: a problem with everything that makes it unusable.
    init(_ bytes: [UInt8], _ request: DocumentRequest) throws(Problem) {
        let imported: ImportedSkill
        let skill: Skill
        do throws(SkillFaults) {
            imported = try OpenAPIImport.skill(
                from: bytes,
                OpenAPIOptions(
                    id: request.id,
                    name: request.name,
                    baseURL: request.baseURL,
                    isReadOnly: request.isReadOnly
                )
            )
            skill = try Skill(parsing: imported.file.utf8())
        } catch {
            throw Problem(
                422,
                "invalid_document",
                "the document cannot be used: \(error.faults.first?.description ?? "it is no OpenAPI document")",
                fix: "correct the document, or give another one",
                faults: error.faults.prefix(50).map { fault in
                    Problem.Fault(field: fault.path, message: fault.message, fix: "correct the document")
                }
            )
        }
        file = imported.file
        let proofs = Self.proofs(skill, file)
        if let probe = request.probe, !proofs.contains(probe) {
            throw Problem(
                422,
                "no_proof",
                "\(String(probe.prefix(100))) proves no credential",
                fix: proofs.isEmpty
                    ? "leave the probe out: the document has no call that could" : "choose one of \(proofs.prefix(5))",
                faults: []
            )
        }
        entry = Self.entry(skill, file, request)
        var report = DocumentReport(
            name: skill.name,
            summary: skill.summary.isEmpty ? nil : skill.summary,
            base: skill.defaultBase,
            wanted: skill.variables.filter(\.isRequired).map(\.name),
            operations: skill.tools.map { tool in
                DocumentReport.Operation(
                    tool: tool.name,
                    summary: tool.summary,
                    isReadOnly: tool.annotations.isReadOnly,
                    isProof: proofs.contains(tool.name)
                )
            },
            probe: proofs.first,
            skipped: imported.skipped.map(\.description),
            notes: imported.notes.map(\.description)
        )
        if let name = request.name { report.name = name }
        self.report = report
    }

    /// Tools that read, need no arguments and carry the credential, the best first.
    private static func proofs(_ skill: Skill, _ file: JSONValue) -> [String] {
        guard file["auth"]?["kind"] != "none" else { return [] }
        var open: Set<String> = []
        for operation in file["operations"]?.arrayValue ?? [] where operation["auth"] == false {
            if let name = operation["name"]?.stringValue { open.insert(name) }
        }
        return ProbeCandidate.ranked(skill.tools.map(\.json))
            .filter { $0.isReadOnly && $0.missing.isEmpty && $0.arguments.isEmpty && !open.contains($0.tool) }
            .map(\.tool)
    }

    private static func entry(_ skill: Skill, _ file: JSONValue, _ request: DocumentRequest) -> JSONObject {
        var entry: JSONObject = ["id": .string(request.id), "name": .string(request.name ?? skill.name)]
        if !skill.summary.isEmpty { entry["description"] = .string(skill.summary) }
        let fields = skill.variables.map { variable -> (String, JSONValue) in
            var field: JSONObject = [
                "type": variable.name == skill.baseVariable ? "url" : "string",
                "required": .bool(variable.isRequired), "secret": .bool(variable.isSecret),
            ]
            if !variable.summary.isEmpty { field["description"] = .string(variable.summary) }
            field["pattern"] = variable.pattern.map { .string($0) }
            return (variable.name, .object(field))
        }
        entry["configSchema"] = .object(JSONObject(fields))
        switch file["auth"]?["kind"]?.stringValue {
        case "none", nil: entry["auth"] = "none"
        case "bearer": entry["auth"] = "bearer"
        default: entry["auth"] = "apiKey"
        }
        if entry["auth"] != "none" {
            let codes = ["credential_missing", "credential_invalid", "credential_expired", "scope_insufficient"]
            entry["authSignatures"] = .array(
                (codes + ["rate_limited", "vendor_error"]).map { code in
                    ["outcome": .string(code), "isError": true, "body": ["path": "/outcome", "equals": .string(code)]]
                }
            )
        }
        entry["tools"] = .array(skill.tools.map { .string($0.name) })
        if let probe = request.probe {
            entry["probe"] = ["tool": .string(probe), "expect": ["path": "/outcome", "exists": false]]
        }
        entry["servers"] = [["kind": "skill", "package": .string(package(of: request.id))]]
        return entry
    }
}
