package import JSON
package import Registry

/// What is to change about a role: its integrations, its rules, or both.
package struct AssignRequest: Sendable, Hashable {
    /// What becomes of one part of a role.
    package enum Part<Value: Sendable & Hashable>: Sendable, Hashable {
        /// It stays as it is.
        case kept
        /// It is what the role's file says again.
        case fromFile
        /// It is this from now on.
        case given(Value)
    }

    /// In the order in which they are offered.
    package var members: Part<[RoleReport.Member]>
    /// What it may use of their tools.
    package var rules: Part<RoleRules>

    /// These integrations, or nil for the file's; rules stay as they are.
    package init(_ members: [RoleReport.Member]?) {
        self.members = members.map { .given($0) } ?? .fromFile
        rules = .kept
    }

    /// These rules, or nil for the file's; integrations stay as they are.
    package init(rules: RoleRules?) {
        members = .kept
        self.rules = rules.map { .given($0) } ?? .fromFile
    }

    /// The body of the request.
    package var json: JSONValue {
        var object = JSONObject()
        switch members {
        case .kept: break
        case .fromFile: object["integrations"] = .some(.null)
        case .given(let members):
            object["integrations"] = .array(
                members.map { ["id": .string($0.integration), "required": .bool($0.isRequired)] }
            )
        }
        switch rules {
        case .kept: break
        case .fromFile: object["tools"] = .some(.null)
        case .given(let rules): object["tools"] = rules.json
        }
        return .object(object)
    }

    /// Reads a body; an integration may be written as its id alone.
    /// - Throws: a problem with every fault.
    package init(body: JSONValue) throws(Problem) {
        var checked = CheckedBody(body, knowing: ["integrations", "tools"])
        (members, rules) = (.kept, .kept)
        if checked["integrations"] == nil, checked["tools"] == nil {
            checked.add("/integrations", "is missing", "give a list of ids, or null for what the role's file says")
        }
        if let list = checked["integrations"] { members = Self.members(list, &checked) }
        if let object = checked["tools"] { rules = Self.rules(object, &checked) }
        try checked.finish()
    }

    private static func members(_ list: JSONValue, _ checked: inout CheckedBody) -> Part<[RoleReport.Member]> {
        if list.isNull { return .fromFile }
        guard let elements = list.arrayValue else {
            checked.add("/integrations", "is no list", "give a list of ids, or null for what the role's file says")
            return .kept
        }
        var seen: Set<String> = []
        var members: [RoleReport.Member] = []
        for (index, element) in elements.enumerated() {
            let place = "/integrations/\(index)"
            guard let id = element.stringValue ?? element["id"]?.stringValue else {
                checked.add(place, "names no integration", "write its id, or an object with id and required")
                continue
            }
            guard seen.insert(id).inserted else {
                checked.add(place, "is \(id) for the second time", "name each integration once")
                continue
            }
            members.append(RoleReport.Member(id, isRequired: element["required"]?.boolValue ?? true))
        }
        return .given(members)
    }

    private static func rules(_ object: JSONValue, _ checked: inout CheckedBody) -> Part<RoleRules> {
        if object.isNull { return .fromFile }
        do throws(EntryError) {
            return .given(try RoleRules(json: object))
        } catch {
            for fault in error.faults { checked.add("/tools\(fault.pointer)", fault.fault, fault.fix) }
            return .kept
        }
    }
}
