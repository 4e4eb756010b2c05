package import JSON
import JSONSchema
import MCP

extension Skill {
    /// Reads a skill file and finds everything that is wrong with it.
    package init(json: JSONValue) throws(SkillFaults) {
        var reader = SkillReader(json)
        let skill = reader.skill()
        guard reader.faults.isEmpty, let skill else { throw SkillFaults(faults: reader.faults) }
        self = skill
    }

    /// Reads the bytes of a skill file.
    package init(parsing bytes: some Collection<UInt8>) throws(SkillFaults) {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: bytes, limits: JSONLimits(bytes: 4 << 20, depth: 100))
        } catch {
            throw SkillFaults(faults: [SkillFault("", "the file is not JSON: \(error)")])
        }
        try self.init(json: json)
    }

    /// Everything that is wrong with a skill file; empty when it can be used.
    package static func faults(in json: JSONValue) -> [SkillFault] {
        do throws(SkillFaults) {
            _ = try Skill(json: json)
            return []
        } catch {
            return error.faults
        }
    }
}

/// Reads a file from the outside in and collects faults, going on after each.
struct SkillReader {
    let file: SkillField
    var faults: [SkillFault]
    private(set) var variables: [SkillVariable] = []

    init(_ json: JSONValue) {
        file = SkillField(json)
        faults = SkillFileSchema.faults(in: json)
    }

    /// Nil when so much is missing that there is nothing to build.
    mutating func skill() -> Skill? {
        variables = readVariables()
        let base = readBase()
        let authentication = readAuthentication()
        let limits = readLimits()
        let operations = readOperations()
        let probe = readProbe(operations)
        guard let id = file["id"].string, let name = file["name"].string, let base else { return nil }
        return Skill(
            id: id,
            name: name,
            version: file["version"].string ?? "1.0.0",
            summary: file["description"].string ?? "",
            instructions: file["instructions"].string,
            variables: variables,
            probe: probe,
            base: base,
            authentication: authentication,
            headers: readHeaders(),
            limits: limits,
            operations: operations
        )
    }

    mutating func fault(_ field: SkillField, _ message: String) {
        faults.append(SkillFault(field.path, message))
    }

    private mutating func readBase() -> SkillBase? {
        let field = file["base"]["url"]
        if let name = file["base"]["variable"].string { check(variable: name, file["base"]["variable"]) }
        guard let text = field.string else { return nil }
        do throws(BaseAddress.Fault) {
            let address = try BaseAddress.read(text)
            return SkillBase(address: address, variable: file["base"]["variable"].string)
        } catch {
            fault(field, error.message)
            return nil
        }
    }

    private mutating func readLimits() -> SkillLimits {
        var limits = SkillLimits()
        let field = file["limits"]
        if let bytes = field["answerBytes"].int { limits.answerBytes = bytes }
        if let seconds = field["seconds"].double { limits.total = .seconds(seconds) }
        if let seconds = field["waitSeconds"].double { limits.waiting = .seconds(seconds) }
        if let attempts = field["attempts"].int { limits.attempts = attempts }
        return limits
    }

    private mutating func readHeaders() -> [FixedField] {
        file["headers"].members.compactMap { member in
            let value = member.field.string ?? ""
            if let why = HeaderRule.fault(name: member.name, value: value) {
                fault(member.field, why)
                return nil
            }
            return FixedField(name: member.name, value: value)
        }
    }

    private mutating func readProbe(_ operations: [SkillOperation]) -> SkillProbe? {
        let field = file["probe"]
        guard let name = field["operation"].string else { return nil }
        guard let operation = operations.first(where: { $0.tool.name == name }) else {
            fault(field["operation"], "there is no operation \(name)")
            return nil
        }
        if !operation.tool.annotations.isReadOnly {
            fault(field["operation"], "\(name) changes something: a probe has to be an operation with the effect read")
        }
        let arguments = field["arguments"].value?.objectValue ?? [:]
        if let violation = operation.inputSchema.validate(.object(arguments)).first {
            fault(field["arguments"], "do not fit \(name): \(violation)")
        }
        return SkillProbe(tool: name, arguments: arguments)
    }
}
