import JSON

extension JSONValue {
    /// What is found by going from key to key; nil for nothing.
    func member(at path: ArraySlice<String>) -> JSONValue? {
        guard let key = path.first else { return self }
        return self[key]?.member(at: path.dropFirst())
    }

    /// The same without a member, and without the objects on the way that are empty then.
    func without(_ path: ArraySlice<String>) -> JSONValue {
        guard let key = path.first, var object = objectValue, let inner = object[key] else { return self }
        let rest = path.count == 1 ? .object([:]) : inner.without(path.dropFirst())
        if rest.objectValue?.isEmpty ?? false {
            object.removeValue(forKey: key)
        } else {
            object[key] = rest
        }
        return .object(object)
    }
}
