import JSON

extension Finding {
    /// What the instance should be.
    var expected: String {
        switch self {
        case .refused, .unexpectedItem: "nothing here"
        case .type(let types): list(types.names)
        case .constant(let value): Finding.brief(value)
        case .enumeration(let values): list(values.map(Finding.brief))
        case .multipleOf(let number): "a multiple of \(number.text)"
        case .minimum(let number): "at least \(number.text)"
        case .exclusiveMinimum(let number): "more than \(number.text)"
        case .maximum(let number): "at most \(number.text)"
        case .exclusiveMaximum(let number): "less than \(number.text)"
        case .minLength(let length, _): "at least \(count(length, "character"))"
        case .maxLength(let length, _): "at most \(count(length, "character"))"
        case .pattern(let text): "a string matching \(Finding.shortened(text))"
        case .format(let format): "a string of the format \(format.rawValue)"
        case .minItems(let limit, _): "at least \(count(limit, "item"))"
        case .maxItems(let limit, _): "at most \(count(limit, "item"))"
        case .duplicate: "no two equal items"
        case .minContains(let limit, _): "at least \(count(limit, "item")) of the kind asked for"
        case .maxContains(let limit, _): "at most \(count(limit, "item")) of the kind asked for"
        case .minProperties(let limit, _): "at least \(count(limit, "member"))"
        case .maxProperties(let limit, _): "at most \(count(limit, "member"))"
        case .required(let name): "a member \(Finding.quoted(name))"
        case .dependent(let name, let other): "a member \(Finding.quoted(name)) beside \(Finding.quoted(other))"
        case .unexpectedMember(let name): "no member \(Finding.quoted(name))"
        case .noAlternative(let count): "one of \(count) alternatives to fit"
        case .severalAlternatives: "exactly one alternative to fit"
        case .negated: "a value that does not fit the schema under \"not\""
        case .stopped(.tooDeep, let limit): "schemas applied inside one another at most \(limit) times"
        case .stopped(.patternTooExpensive, let limit): "a pattern that decides within \(limit) steps"
        case .stopped(_, let limit): "a validation of at most \(limit) steps"
        }
    }

    /// What the instance is instead.
    func actual(_ instance: JSONValue) -> String {
        switch self {
        case .minLength(_, let found), .maxLength(_, let found):
            "\(count(found, "character")) in \(Finding.brief(instance))"
        case .minItems(_, let found), .maxItems(_, let found): count(found, "item")
        case .minContains(_, let found), .maxContains(_, let found): "\(found)"
        case .minProperties(_, let found), .maxProperties(_, let found): count(found, "member")
        case .duplicate(let first, let second): "items \(first) and \(second) equal"
        case .required, .dependent: "members \(members(of: instance))"
        case .severalAlternatives(let fitting): "alternatives \(fitting.map(String.init).joined(separator: " and "))"
        case .stopped: "a validation that needs more; it was stopped"
        default: Finding.brief(instance)
        }
    }

    private func members(of instance: JSONValue) -> String {
        let names = instance.objectValue?.keys ?? []
        guard !names.isEmpty else { return "none" }
        let shown = names.prefix(6).map(Finding.quoted).joined(separator: ", ")
        return names.count > 6 ? "\(shown) and \(names.count - 6) more" : shown
    }

    private func list(_ words: [String]) -> String {
        let shown = words.prefix(8)
        guard words.count <= 8 else { return shown.joined(separator: ", ") + " or one of \(words.count - 8) more" }
        guard shown.count > 1, let last = shown.last else { return shown.first ?? "no value at all" }
        return shown.dropLast().joined(separator: ", ") + " or " + last
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// A name or text as JSON writes it, shortened.
    static func quoted(_ text: String) -> String {
        brief(.string(text))
    }

    /// A value as compact JSON, shortened; a long array or object is described instead.
    static func brief(_ value: JSONValue) -> String {
        switch value {
        case .array(let items) where items.count > 4: "an array of \(items.count) items"
        case .object(let members) where members.count > 4: "an object of \(members.count) members"
        case .array(let items) where !items.isEmpty:
            shortened("[" + items.map(briefer).joined(separator: ",") + "]")
        case .object(let members) where !members.isEmpty:
            shortened("{" + members.map { quoted($0.key) + ":" + briefer($0.value) }.joined(separator: ",") + "}")
        case .string(let text): shortened(JSONValue.string(String(text.prefix(limit + 1))).text())
        default: shortened(value.text())
        }
    }

    private static func briefer(_ value: JSONValue) -> String {
        switch value {
        case .array(let items) where !items.isEmpty: "[…]"
        case .object(let members) where !members.isEmpty: "{…}"
        case .string(let text): shortened(JSONValue.string(String(text.prefix(limit + 1))).text())
        default: shortened(value.text())
        }
    }

    private static let limit = 80

    private static func shortened(_ text: String) -> String {
        text.count > limit ? text.prefix(limit) + "…" : text
    }
}
