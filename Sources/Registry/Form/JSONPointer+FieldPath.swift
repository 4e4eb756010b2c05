package import JSON

extension JSONPointer {
    /// The way as people write it, such as `servers[0].tools[2].name`; empty for the whole.
    package var fieldPath: String {
        tokens.reduce(into: "") { path, token in
            if !token.isEmpty, token.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) {
                path += "[\(token)]"
            } else {
                path += path.isEmpty ? token : ".\(token)"
            }
        }
    }
}
