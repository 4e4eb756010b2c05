package import JSON

/// An OpenAPI document that is to become an integration: its text or its address, and what to make of it.
package struct DocumentRequest: Sendable, Hashable {
    /// Where the document is.
    package enum Source: Sendable, Hashable {
        /// The document itself, JSON or YAML.
        case text(String)
        /// Where the daemon fetches it, once.
        case address(String)
    }

    /// What the integration is called in addresses and in the file; its tools begin with it.
    package var id: String
    /// For people; nil takes the title of the document.
    package var name: String?
    /// Where the document is.
    package var source: Source
    /// Where calls go; nil takes the first server of the document.
    package var baseURL: String?
    /// Whether operations that may change something are left out.
    package var isReadOnly: Bool
    /// The tool whose call proves the credential; nil for none.
    package var probe: String?
    /// Whether it is only told what would come of it.
    package var isTrial: Bool

    /// Takes everything that can be taken, unless told otherwise.
    package init(
        id: String,
        _ source: Source,
        name: String? = nil,
        baseURL: String? = nil,
        isReadOnly: Bool = false,
        probe: String? = nil,
        isTrial: Bool = false
    ) {
        self.id = id
        self.source = source
        self.name = name
        self.baseURL = baseURL
        self.isReadOnly = isReadOnly
        self.probe = probe
        self.isTrial = isTrial
    }

    /// Reads a body.
    /// - Throws: a problem with every fault.
    package init(body: JSONValue) throws(Problem) {
        let keys = ["id", "name", "document", "url", "baseUrl", "readOnly", "probe", "trial"]
        var checked = CheckedBody(body, knowing: keys)
        let idFix = "give small letters, digits and hyphens, 64 at most"
        let id = checked.text("id", idFix) ?? ""
        if checked["id"]?.stringValue == nil {
            if checked["id"] == nil { checked.add("/id", "is missing", idFix) }
        } else if !id.isEmpty, !Self.isID(id) {
            checked.add("/id", "is no id", idFix)
        }
        self.id = id
        name = checked.text("name", "give a name, or leave it out")
        baseURL = checked.text("baseUrl", "give an address such as https://api.example.com/v1, or leave it out")
        probe = checked.text("probe", "name a tool, or leave it out")
        let document = checked.text("document", "give the text of an OpenAPI document")
        let address = checked.text("url", "give an address such as https://api.example.com/openapi.json")
        switch (document, address) {
        case (let text?, nil): source = .text(text)
        case (nil, let address?): source = .address(address)
        default:
            source = .text("")
            if checked.faults.isEmpty {
                checked.add("/document", "is needed, or else url, and not both", "give one of the two")
            }
        }
        isReadOnly = Self.truth("readOnly", &checked)
        isTrial = Self.truth("trial", &checked)
        try checked.finish()
    }

    /// The body of the request.
    package var json: JSONValue {
        var object: JSONObject = ["id": .string(id)]
        object["name"] = name.map { .string($0) }
        switch source {
        case .text(let text): object["document"] = .string(text)
        case .address(let address): object["url"] = .string(address)
        }
        object["baseUrl"] = baseURL.map { .string($0) }
        if isReadOnly { object["readOnly"] = true }
        object["probe"] = probe.map { .string($0) }
        if isTrial { object["trial"] = true }
        return .object(object)
    }

    private static func isID(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 64, first != UInt8(ascii: "-") else { return false }
        return text.utf8.allSatisfy { byte in
            (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
        }
    }

    private static func truth(_ key: String, _ checked: inout CheckedBody) -> Bool {
        guard let value = checked[key], !value.isNull else { return false }
        guard let truth = value.boolValue else {
            checked.add("/\(key)", "is neither true nor false", "give true, or leave it out")
            return false
        }
        return truth
    }
}
