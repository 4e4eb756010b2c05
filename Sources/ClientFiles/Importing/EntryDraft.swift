import JSON
import Redaction
import Registry

/// Collects what an entry has to ask for, so that no secret stands in the entry itself.
struct EntryDraft {
    private(set) var fields: JSONObject = [:]
    private(set) var settings: [ImportStep.Setting] = []

    mutating func take(_ environment: [String: String]) {
        for (name, value) in environment.sorted(by: { $0.key < $1.key }) where !value.isEmpty { add(name, value) }
    }

    mutating func package(_ package: LaunchedPackage) -> JSONObject {
        var server: JSONObject = ["kind": .string(package.kind?.rawValue ?? "npm"), "package": .string(package.name)]
        server["version"] = package.version.map { .string($0) }
        let arguments = masked(package.arguments)
        if !arguments.isEmpty { server["arguments"] = .array(arguments.map { .string($0) }) }
        return server
    }

    mutating func command(_ program: String, _ arguments: [String]) -> JSONObject {
        ["kind": "command", "executable": .string(program), "arguments": .array(masked(arguments).map { .string($0) })]
    }

    mutating func remote(_ address: String, _ headers: [String: String]) -> JSONObject {
        var server: JSONObject = ["kind": "remote", "url": .string(address)]
        var kept: JSONObject = [:]
        for (field, value) in headers.sorted(by: { $0.key < $1.key }) {
            let scheme = ["Bearer ", "Basic ", "token "].first { value.hasPrefix($0) } ?? ""
            let name = field.lowercased() == "authorization" ? "ACCESS_TOKEN" : Self.variable(field)
            guard !scheme.isEmpty || Self.isSecret(name, value) else {
                kept[field] = .string(value)
                continue
            }
            add(name, String(value.dropFirst(scheme.count)), isSecret: true)
            kept[field] = .string("\(scheme)${\(name)}")
        }
        if !kept.isEmpty { server["headers"] = .object(kept) }
        return server
    }

    private mutating func add(_ name: String, _ value: String, isSecret: Bool? = nil) {
        let isSecret = isSecret ?? Self.isSecret(name, value)
        fields[name] = ["type": "string", "required": true, "secret": .bool(isSecret)]
        settings.append(ImportStep.Setting(name: name, value: value, isSecret: isSecret))
    }

    /// Secrets among the arguments become settings, and what stands in their place names them.
    private mutating func masked(_ arguments: [String]) -> [String] {
        var masked: [String] = []
        var option: String?
        for word in arguments {
            defer { option = word.hasPrefix("-") && !word.contains("=") ? word : nil }
            if let sign = word.firstIndex(of: "="), word.hasPrefix("-") {
                let name = Self.variable(String(word[..<sign]))
                let value = String(word[word.index(after: sign)...])
                guard !value.isEmpty, Self.isSecret(name, value) else {
                    masked.append(word)
                    continue
                }
                add(name, value, isSecret: true)
                masked.append("\(word[...sign])${\(name)}")
            } else if !word.hasPrefix("-"), let name = option.map(Self.variable) ?? Optional("SECRET_\(masked.count)"),
                Self.isSecret(option == nil ? "" : name, word)
            {
                add(name, word, isSecret: true)
                masked.append("${\(name)}")
            } else {
                masked.append(word)
            }
        }
        return masked
    }

    /// The name of a variable, made of that of an option or a header field.
    private static func variable(_ text: String) -> String {
        let words = text.uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let name = words.joined(separator: "_")
        return name.first?.isNumber ?? true ? "VALUE_" + name : name
    }

    /// By its name, or by its looks.
    private static func isSecret(_ name: String, _ value: String) -> Bool {
        ConfigField(name).isSecret || Redactor.shapesOnly.redacted(value) != value
    }
}
