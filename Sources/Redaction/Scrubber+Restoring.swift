package import JSON

extension Scrubber {
    /// The value with what was declared back in the place of its placeholders: for asking a live server again.
    ///
    /// What nobody declared stays a placeholder.
    package func restoring(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text):
            guard Placeholder.isContained(in: text) else { return value }
            var bytes = Array(text.utf8)
            for secret in search.secrets {
                let places = ByteSearch.all(of: Array(secret.placeholder.utf8), in: bytes)
                for place in places.reversed() { bytes.replaceSubrange(place, with: secret.value) }
            }
            return .string(String(decoding: bytes, as: UTF8.self))
        case .array(let elements):
            return .array(elements.map(restoring))
        case .object(let object):
            return .object(JSONObject(object.map { ($0.key, restoring($0.value)) }))
        default:
            return value
        }
    }
}
