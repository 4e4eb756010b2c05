import ClientFiles
import Conformance
import Fixtures
import JSON
import Registry
import RegistryLint
import Skills

extension FuzzTarget {
    static let registry = FuzzTarget(
        "registry",
        "A registry file: every entry is sound or named with its faults, and each fault has a place in the file.",
        shelves: ["Sources/Registry/Catalogue"]
    ) { bytes throws(BrokenPromise) in
        let document = RegistryDocument(file: "integrations.json", bytes: bytes, .integrations)
        let snapshot = RegistrySnapshot(catalogue: [], userEntries: [document])
        let faults = RegistryLint.faults(in: snapshot)
        let isEmpty = snapshot.integrations.isEmpty && snapshot.faults.isEmpty
        let value = try? JSONValue(parsing: bytes)
        let isNothing = value?.arrayValue?.isEmpty ?? value?.objectValue.map { $0.values.allSatisfy(\.isEmptyList) }
        try BrokenPromise.unless(!isEmpty || isNothing ?? false, "something was read and nothing came of it")
        let count = bytes.count { $0 == 0x0A } + 1
        for fault in faults {
            try BrokenPromise.unless((1...count).contains(fault.line), "a fault on line \(fault.line) of \(count)")
        }
    }

    static let fixture = FuzzTarget(
        "fixture",
        "A recorded conversation: what was read and written again is the same.",
        shelves: ["Fixtures"]
    ) { bytes throws(BrokenPromise) in
        guard let fixture = try? Fixture(parsing: String(decoding: bytes, as: UTF8.self)) else { return }
        let again = try? Fixture(parsing: fixture.text)
        try BrokenPromise.unless(again == fixture, "what was written is another conversation")
    }

    static let suite = FuzzTarget(
        "suite",
        "The suite of an integration in YAML: what was read and written again is the same.",
        shelves: ["conformance"]
    ) { bytes throws(BrokenPromise) in
        let text = String(decoding: bytes, as: UTF8.self)
        _ = try? SuiteProfile(text)
        guard let suite = try? EntrySuite(text, of: "github") else { return }
        let again = try? EntrySuite(suite.yaml, of: "github")
        try BrokenPromise.unless(again == suite, "what was written is another suite")
    }

    static let skill = FuzzTarget(
        "skill",
        "A skill file: it is taken, or refused with at least one fault.",
        shelves: ["Sources/Skills/Files"]
    ) { bytes throws(BrokenPromise) in
        do throws(SkillFaults) {
            _ = try Skill(parsing: bytes)
        } catch {
            try BrokenPromise.unless(!error.faults.isEmpty, "refused without a reason")
        }
    }

    static let openAPI = FuzzTarget(
        "openapi",
        "An OpenAPI document: the skill that is made of it is one that is taken."
    ) { bytes throws(BrokenPromise) in
        let options = OpenAPIOptions(id: "fuzzed")
        guard let imported = try? OpenAPIImport.skill(from: bytes, options) else { return }
        try BrokenPromise.unless(Skill.faults(in: imported.file).isEmpty, "it makes a skill that is refused")
    }

    static let clients = FuzzTarget(
        "clients",
        "The file of an MCP client, by its first byte: it is read or left alone, and a change changes nothing else."
    ) { bytes throws(BrokenPromise) in
        let kinds = ClientKind.allCases
        let kind = kinds[Int(bytes.first ?? 0) % kinds.count]
        let content = Array(bytes.dropFirst())
        _ = ClientReader(environment: ["HOME": "/home/somebody"]).read(content, of: ClientFile(kind, "file"))
        if kind == .codex {
            guard let edit = try? TOMLEdit(content) else { return }
            guard let changed = try? edit.setting(["mcp_servers", "fuzzed"], to: ["command = \"true\""]) else { return }
            let removed = (try? TOMLEdit(changed)).flatMap { try? $0.removing(["mcp_servers", "fuzzed"]) }
            try BrokenPromise.unless(removed != nil, "what was set cannot be removed")
        } else {
            let path = kind.section + ["fuzzed"]
            guard let edit = try? JSONEdit(content) else { return }
            guard let changed = try? edit.setting(path, to: ["command": "true"]) else { return }
            let again = try? RelaxedJSON(changed)
            try BrokenPromise.unless(again != nil, "what was changed cannot be read any more")
        }
    }
}

extension JSONValue {
    fileprivate var isEmptyList: Bool { arrayValue?.isEmpty ?? false }
}
