package import JSON

/// The integrations that a role is given, or that it should follow its file again.
package struct AssignRequest: Sendable, Hashable {
    /// In the order in which they are offered; nil for what the role's file says.
    package var members: [RoleReport.Member]?

    /// These integrations, or nil for the file's.
    package init(_ members: [RoleReport.Member]?) {
        self.members = members
    }

    /// The body of the request.
    package var json: JSONValue {
        guard let members else { return ["integrations": nil] }
        return [
            "integrations": .array(
                members.map { ["id": .string($0.integration), "required": .bool($0.isRequired)] }
            )
        ]
    }

    /// Reads a body; an integration may be written as its id alone.
    /// - Throws: a problem with every fault.
    package init(body: JSONValue) throws(Problem) {
        var checked = CheckedBody(body, knowing: ["integrations"])
        guard let list = checked["integrations"] else {
            checked.add("/integrations", "is missing", "give a list of ids, or null for what the role's file says")
            throw checked.problem
        }
        if list.isNull {
            members = nil
        } else if let elements = list.arrayValue {
            var seen: Set<String> = []
            members = elements.enumerated().compactMap { index, element in
                let place = "/integrations/\(index)"
                guard let id = element.stringValue ?? element["id"]?.stringValue else {
                    checked.add(place, "names no integration", "write its id, or an object with id and required")
                    return nil
                }
                guard seen.insert(id).inserted else {
                    checked.add(place, "is \(id) for the second time", "name each integration once")
                    return nil
                }
                let isRequired = element["required"]?.boolValue ?? true
                return RoleReport.Member(id, isRequired: isRequired)
            }
        } else {
            members = nil
            checked.add("/integrations", "is no list", "give a list of ids, or null for what the role's file says")
        }
        try checked.finish()
    }
}
