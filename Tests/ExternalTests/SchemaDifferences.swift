import JSON

/// A walk through our schema and the official one side by side.
struct SchemaDifferences {
    let ours: NormalSchema
    let official: NormalSchema

    /// Everything in which a definition differs, as "path: what"; empty when both say the same.
    func inDefinition(_ name: String) -> [String] {
        guard let theirs = official.definition(named: name) else { return ["the official schema has none"] }
        guard let mine = ours.definition(named: name) else { return ["we have none"] }
        return keywords(mine, theirs, at: "")
    }

    private func schemas(_ mine: JSONValue, _ theirs: JSONValue, at path: String) -> [String] {
        // Definitions of the same name are compared on their own, which also ends the recursion.
        if let name = ours.target(of: mine), name == official.target(of: theirs) { return [] }
        return keywords(ours.normal(mine), official.normal(theirs), at: path)
    }

    private func keywords(_ mine: JSONObject, _ theirs: JSONObject, at path: String) -> [String] {
        Set(mine.keys).union(theirs.keys).sorted().flatMap { keyword -> [String] in
            let here = "\(path)/\(keyword)"
            guard let left = mine[keyword] else { return ["\(here): only official"] }
            guard let right = theirs[keyword] else { return ["\(here): only ours"] }
            return values(left, right, of: keyword, at: here)
        }
    }

    private func values(_ mine: JSONValue, _ theirs: JSONValue, of keyword: String, at path: String) -> [String] {
        switch keyword {
        case "properties": members(mine, theirs, at: path)
        case "items", "additionalProperties": schemas(mine, theirs, at: path)
        case "anyOf", "allOf": lists(mine.arrayValue ?? [], theirs.arrayValue ?? [], at: path)
        default: mine == theirs ? [] : ["\(path): ours \(mine), official \(theirs)"]
        }
    }

    private func members(_ mine: JSONValue, _ theirs: JSONValue, at path: String) -> [String] {
        let names = Set((mine.objectValue ?? [:]).keys).union((theirs.objectValue ?? [:]).keys)
        return names.sorted().flatMap { name -> [String] in
            guard let left = mine[name] else { return ["\(path)/\(name): only official"] }
            guard let right = theirs[name] else { return ["\(path)/\(name): only ours"] }
            return schemas(left, right, at: "\(path)/\(name)")
        }
    }

    private func lists(_ mine: [JSONValue], _ theirs: [JSONValue], at path: String) -> [String] {
        var unmatched = theirs
        var alone: [JSONValue] = []
        for schema in mine {
            if let place = unmatched.firstIndex(where: { schemas(schema, $0, at: "").isEmpty }) {
                unmatched.remove(at: place)
            } else {
                alone.append(schema)
            }
        }
        if alone.count == 1, unmatched.count == 1 { return schemas(alone[0], unmatched[0], at: path) }
        return alone.map { "\(path): only ours \($0)" } + unmatched.map { "\(path): only official \($0)" }
    }
}
