import JSON
import Wording

extension SkillReader {
    /// Nil where the file says nothing.
    mutating func readSuccess(_ field: SkillField) -> SuccessRule? {
        guard field.value?.objectValue != nil else { return nil }
        let statuses = field["status"].elements.compactMap(\.int)
        let rule = SuccessRule(
            statuses: statuses.isEmpty ? nil : statuses,
            pointer: field["pointer"].pointer(&faults),
            expected: field["equals"].value,
            mustBeAbsent: field["absent"].bool ?? false
        )
        if rule.pointer == nil, rule.expected != nil || rule.mustBeAbsent {
            fault(field["pointer"], "is missing: say where in the body to look")
        }
        return rule
    }

    mutating func readErrors(_ field: SkillField) -> [ErrorRule] {
        field.elements.compactMap { item in
            guard let outcome = item["outcome"].string.flatMap(SkillOutcome.init) else { return nil }
            let statuses = item["status"].elements.compactMap(\.int)
            let rule = ErrorRule(
                statuses: statuses.isEmpty ? nil : statuses,
                pointer: item["pointer"].pointer(&faults),
                values: item["in"].value?.arrayValue,
                fragment: item["contains"].string?.lowercased(),
                isPresent: item["present"].bool,
                outcome: outcome,
                hint: item["hint"].string,
                details: item["details"].details(&faults)
            )
            if rule.pointer == nil, rule.values != nil || rule.isPresent != nil {
                fault(item["pointer"], "is missing: say where in the body to look")
            }
            if statuses.isEmpty, rule.pointer == nil, rule.fragment == nil {
                fault(item, "fits every answer: give a status, a pointer or a text")
            }
            return rule
        }
    }

    mutating func readResult(_ field: SkillField) -> ResultShape {
        var shape = ResultShape()
        if let kind = field["kind"].string.flatMap(ResultShape.Kind.init) { shape.kind = kind }
        shape.picks = field["pick"].members.compactMap { member in
            let isPlain = member.field.string != nil
            let pointer = isPlain ? member.field.pointer(&faults) : member.field["from"].pointer(&faults)
            guard let pointer else { return nil }
            let fields = member.field["fields"].value == nil ? nil : member.field["fields"].details(&faults)
            return ResultShape.Pick(name: member.name, pointer: pointer, fields: fields)
        }
        if shape.kind != .json, !shape.picks.isEmpty { fault(field["pick"], "needs JSON: take it out") }
        if shape.picks.contains(where: { $0.name == "nextCursor" }) {
            fault(field["pick"]["nextCursor"], "is set by the pagination: choose another name")
        }
        return shape
    }

    mutating func readPagination(_ field: SkillField, _ parameters: [SkillParameter]) -> Pagination? {
        guard let name = field["kind"].string, let argument = field["argument"].string else { return nil }
        checkArgument(field["argument"], parameters)
        if field["size"].value != nil { checkArgument(field["size"], parameters) }
        let size = Pagination.PageSize(argument: field["size"].string, usual: field["sizeDefault"].int ?? 1)
        let items = field["items"].pointer(&faults) ?? JSONPointer()
        let pointer = field["pointer"].pointer(&faults)
        switch name {
        case "cursor", "last":
            guard let pointer else {
                fault(field["pointer"], "is missing: say where the next cursor stands")
                return nil
            }
            let last = Pagination.Kind.last(items: items, member: pointer, size: size)
            return Pagination(kind: name == "cursor" ? .cursor(pointer) : last, argument: argument)
        case "link":
            guard let query = field["query"].string else {
                fault(field["query"], "is missing: name the query parameter of the next link")
                return nil
            }
            return Pagination(kind: .link(query: query), argument: argument)
        default:
            return Pagination(kind: .page(items: items, size: size), argument: argument)
        }
    }

    mutating func readTiers() -> [String: PacingTier] {
        var tiers: [String: PacingTier] = [:]
        for member in file["tiers"].members {
            guard let requests = member.field["requests"].int, let seconds = member.field["seconds"].double else {
                continue
            }
            tiers[member.name] = PacingTier(
                name: member.name,
                requests: requests,
                period: .seconds(seconds),
                argument: member.field["per"].string
            )
        }
        return tiers
    }

    mutating func readTier(
        _ field: SkillField,
        _ tiers: [String: PacingTier],
        _ parameters: [SkillParameter]
    ) -> PacingTier? {
        let place = field["tier"].value == nil ? file["tier"] : field["tier"]
        guard let name = place.string else { return nil }
        guard let tier = tiers[name] else {
            let nearest = NearestName.of(name, among: tiers.keys)
            fault(place, "there is no tier \(name): \(nearest.map { "did you mean \($0)?" } ?? "add it under tiers")")
            return nil
        }
        if let argument = tier.argument, !parameters.contains(where: { $0.name == argument }) {
            fault(field["tier"], "\(name) counts per \(argument), which is no argument of this operation")
        }
        return tier
    }

    private mutating func checkArgument(_ field: SkillField, _ parameters: [SkillParameter]) {
        guard let name = field.string, !parameters.contains(where: { $0.name == name }) else { return }
        fault(field, "\(name) is no argument of this operation")
    }
}
