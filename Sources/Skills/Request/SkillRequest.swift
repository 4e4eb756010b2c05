import HTTPTypes
import JSON
import MCPAuthorization
import MCPHTTP

/// Builds requests from arguments: values in, values out.
///
/// Whatever an argument holds, it stays in its place: no value can add a segment, a parameter or a header.
struct SkillRequest {
    let skill: Skill
    let operation: SkillOperation
    let values: SkillValues

    /// The request for these arguments, which have to fit the schema already.
    func call(_ arguments: JSONObject) throws(SkillFailure) -> HTTPCall {
        let arguments = completed(arguments)
        try checkChoice(arguments)
        let base = try base()
        var fields = HTTPFields()
        for fixed in skill.headers { set(fixed.value, fixed.name, &fields) }
        set("application/json", "Accept", &fields, unlessSet: true)
        var query = FormFields()
        for fixed in operation.fixedQuery { query.append(fixed.name, fixed.value) }
        for parameter in operation.parameters {
            guard let value = arguments[parameter.name], !value.isNull else { continue }
            switch parameter.place {
            case .query: append(value, parameter, to: &query)
            case .header: try setHeader(value, parameter, &fields)
            case .path, .body: break
            }
        }
        try authenticate(&fields, &query)
        let body = body(arguments, &fields)
        let root = base.path.hasSuffix("/") ? String(base.path.dropLast()) : base.path
        let text = query.encoded
        let address = HTTPAddress(
            origin: base.origin,
            path: root + (try path(arguments)),
            query: text.isEmpty ? nil : text
        )
        return HTTPCall(operation.method, address, fields: fields, body: body)
    }

    private func completed(_ arguments: JSONObject) -> JSONObject {
        var arguments = arguments
        for parameter in operation.parameters where arguments[parameter.name] == nil {
            arguments[parameter.name] = parameter.fallback
        }
        return arguments
    }

    private func checkChoice(_ arguments: JSONObject) throws(SkillFailure) {
        guard !operation.atLeastOne.isEmpty else { return }
        let isGiven = operation.atLeastOne.contains { arguments[$0].map { !$0.isNull } ?? false }
        guard !isGiven else { return }
        throw SkillFailure(
            .toolError,
            "one of the arguments \(operation.atLeastOne.joined(separator: ", ")) is needed"
        )
    }

    private func base() throws(SkillFailure) -> HTTPAddress {
        guard let variable = skill.base.variable, let text = values[variable] else { return skill.base.address }
        do throws(BaseAddress.Fault) {
            return try BaseAddress.read(text)
        } catch {
            throw SkillFailure(.toolError, "\(variable) cannot be used: \(error.message)")
        }
    }

    private func path(_ arguments: JSONObject) throws(SkillFailure) -> String {
        var path = ""
        for part in operation.path.parts {
            switch part {
            case .text(let text):
                path += text
            case .variable(let name):
                let argument = operation.parameters.first { $0.place == .path && $0.wireName == name }?.name ?? name
                let text = arguments[argument].map(Self.text) ?? ""
                // Servers resolve dots even where they are encoded, and skip what is empty.
                guard !text.isEmpty, text != ".", text != ".." else {
                    throw SkillFailure(
                        .toolError,
                        "\(argument) cannot be \(text.debugDescription): it is part of a path"
                    )
                }
                path += FormFields.encoded(text)
            }
        }
        return path
    }

    private func append(_ value: JSONValue, _ parameter: SkillParameter, to fields: inout FormFields) {
        guard let items = value.arrayValue, parameter.style != .json else {
            fields.append(parameter.wireName, Self.text(value))
            return
        }
        switch parameter.style {
        case .comma:
            if !items.isEmpty { fields.append(parameter.wireName, items.map(Self.text).joined(separator: ",")) }
        default:
            let name = parameter.wireName + (parameter.style == .brackets ? "[]" : "")
            for item in items { fields.append(name, Self.text(item)) }
        }
    }

    private func setHeader(
        _ value: JSONValue,
        _ parameter: SkillParameter,
        _ fields: inout HTTPFields
    ) throws(SkillFailure) {
        let text = Self.text(value)
        guard HeaderRule.isSendable(text) else {
            throw SkillFailure(.toolError, "\(parameter.name) has characters that no header can carry")
        }
        set(text, parameter.wireName, &fields)
    }

    private func body(_ arguments: JSONObject, _ fields: inout HTTPFields) -> [UInt8] {
        switch operation.body {
        case .none:
            return []
        case .json:
            set("application/json; charset=utf-8", "Content-Type", &fields)
            if let template = operation.template { return (template.filled(arguments) ?? [:]).utf8() }
            let members = operation.parameters.filter { $0.place == .body }.compactMap { parameter in
                arguments[parameter.name].map { (parameter.wireName, $0) }
            }
            return JSONValue.object(JSONObject(members)).utf8()
        case .form:
            set("application/x-www-form-urlencoded", "Content-Type", &fields)
            var form = FormFields()
            for parameter in operation.parameters where parameter.place == .body {
                guard let value = arguments[parameter.name], !value.isNull else { continue }
                append(value, parameter, to: &form)
            }
            return Array(form.encoded.utf8)
        }
    }

    private func set(_ value: String, _ name: String, _ fields: inout HTTPFields, unlessSet: Bool = false) {
        guard let name = HTTPField.Name(name), !unlessSet || fields[name] == nil else { return }
        fields[name] = value
    }

    /// Texts as they are, everything else as JSON writes it.
    static func text(_ value: JSONValue) -> String {
        value.stringValue ?? value.text()
    }
}
