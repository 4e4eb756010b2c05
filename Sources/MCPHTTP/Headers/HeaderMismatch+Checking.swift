package import HTTPTypes
package import JSON

extension HeaderMismatch {
    /// Compares the headers of a modern request with its body; nil when they agree.
    ///
    /// The version is the one the body names, as written; whether it names one is not this check's business.
    package static func find(
        in fields: HTTPFields,
        method: String,
        params: JSONObject,
        version: String?,
        tool: ToolHeaders = .none
    ) -> HeaderMismatch? {
        plain(MCPField.protocolVersion, in: fields, body: version)
            ?? plain(MCPField.method, in: fields, body: method)
            ?? name(in: fields, method: method, params: params)
            ?? arguments(in: fields, method: method, params: params, tool: tool)
    }

    private static func plain(_ name: HTTPField.Name, in fields: HTTPFields, body: String?) -> HeaderMismatch? {
        switch single(name, in: fields) {
        case .failure(let mismatch): mismatch
        case .success(nil): HeaderMismatch(name.rawName, .missing)
        case .success(let value?):
            if let body, value != body {
                HeaderMismatch(name.rawName, .differs(header: value, body: body))
            } else {
                nil
            }
        }
    }

    private static func name(in fields: HTTPFields, method: String, params: JSONObject) -> HeaderMismatch? {
        guard MirroredHeaders.nameMember[method] != nil else { return nil }
        let body = MirroredHeaders.name(method: method, params: params)
        return mirrored(MCPField.name, in: fields, body: body) { $0 == body }
    }

    private static func arguments(
        in fields: HTTPFields,
        method: String,
        params: JSONObject,
        tool: ToolHeaders
    ) -> HeaderMismatch? {
        guard method == "tools/call" else { return nil }
        for header in tool.headers {
            let argument = header.argument(in: params["arguments"])
            // An argument no header can hold is not missed there; the tool's schema refuses it.
            if let argument, header.text(of: argument) == nil, fields[header.field] == nil { continue }
            let mismatch = mirrored(header.field, in: fields, body: argument.map { header.text(of: $0) ?? $0.text() }) {
                text in argument.map { header.matches(text, $0) } ?? false
            }
            if let mismatch { return mismatch }
        }
        return nil
    }

    private static func mirrored(
        _ name: HTTPField.Name,
        in fields: HTTPFields,
        body: String?,
        matches: (String) -> Bool
    ) -> HeaderMismatch? {
        let raw: String?
        switch single(name, in: fields) {
        case .failure(let mismatch): return mismatch
        case .success(let value): raw = value
        }
        guard let raw else { return body == nil ? nil : HeaderMismatch(name.rawName, .missing) }
        guard let value = MirroredValue.decode(raw) else { return HeaderMismatch(name.rawName, .malformed) }
        guard let body else { return HeaderMismatch(name.rawName, .unfounded) }
        return matches(value) ? nil : HeaderMismatch(name.rawName, .differs(header: value, body: body))
    }

    /// The one value of a field without the blanks around it; nil when there is none.
    private static func single(_ name: HTTPField.Name, in fields: HTTPFields) -> Result<String?, HeaderMismatch> {
        let values = fields[values: name]
        guard values.count <= 1 else { return .failure(HeaderMismatch(name.rawName, .repeated)) }
        guard let value = values.first else { return .success(nil) }
        var text = Substring(value)
        while let first = text.first, first == " " || first == "\t" { text = text.dropFirst() }
        while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
        return .success(String(text))
    }
}
