import JSON

extension ChangeDescriber {
    // MARK: Numbers and strings

    mutating func describeNumbers(_ old: Facts, _ new: Facts) {
        describeBound("minimum", old.lower, new.lower, growth: .narrowed)
        describeBound("maximum", old.upper, new.upper, growth: .widened)
        let before = Set(old.divisors)
        let after = Set(new.divisors)
        if let old = before.first, let new = after.first, before.count == 1, after.count == 1, old != new {
            let relation = Relation(newWithinOld: old.divides(new.number), oldWithinNew: new.divides(old.number))
            note(relation, "multipleOf changed from \(old.number.text) to \(new.number.text)")
            return
        }
        for divisor in after.subtracting(before) { note(.narrowed, "multipleOf \(divisor.number.text) added") }
        for divisor in before.subtracting(after) { note(.widened, "multipleOf \(divisor.number.text) removed") }
    }

    private mutating func describeBound(_ name: String, _ old: Facts.Bound?, _ new: Facts.Bound?, growth: Relation) {
        switch (old, new) {
        case (let old?, let new?) where old.value != new.value:
            let fall: Relation = growth == .widened ? .narrowed : .widened
            let isGrowth = new.value > old.value
            let verb = isGrowth ? "raised" : "lowered"
            note(isGrowth ? growth : fall, "\(name) \(verb) from \(words(old)) to \(words(new))")
        case (let old?, let new?) where old.isExclusive != new.isExclusive:
            note(new.isExclusive ? .narrowed : .widened, "\(name) changed from \(words(old)) to \(words(new))")
        case (nil, let new?): note(.narrowed, "\(name) \(words(new)) added")
        case (let old?, nil): note(.widened, "\(name) \(words(old)) removed")
        default: break
        }
    }

    private func words(_ bound: Facts.Bound) -> String {
        bound.value.text + (bound.isExclusive ? " (exclusive)" : "")
    }

    mutating func describeStrings(_ old: Facts, _ new: Facts) {
        noteLimit("minLength", old: old.minLength.nonZero, new: new.minLength.nonZero, growthWidens: false)
        noteLimit("maxLength", old: old.maxLength.bounded, new: new.maxLength.bounded, growthWidens: true)
        let removed = old.patterns.subtracting(new.patterns).sorted()
        let added = new.patterns.subtracting(old.patterns).sorted()
        if removed.count == 1, added.count == 1 {
            let change = "pattern changed from \(Finding.quoted(removed[0])) to \(Finding.quoted(added[0]))"
            return note(.incomparable, change)
        }
        for pattern in removed { note(.widened, "pattern \(Finding.quoted(pattern)) removed") }
        for pattern in added { note(.narrowed, "pattern \(Finding.quoted(pattern)) added") }
    }

    // MARK: Arrays

    mutating func describeArrays(_ old: Facts, _ new: Facts) {
        noteLimit("minItems", old: old.minItems.nonZero, new: new.minItems.nonZero, growthWidens: false)
        noteLimit("maxItems", old: old.maxItems.bounded, new: new.maxItems.bounded, growthWidens: true)
        if old.hasUniqueItems != new.hasUniqueItems {
            note(new.hasUniqueItems ? .narrowed : .widened, "uniqueItems \(new.hasUniqueItems ? "added" : "removed")")
        }
        let tuple = max(old.prefixCount, new.prefixCount)
        for index in 0...tuple {
            let place = index < tuple ? ["prefixItems", String(index)] : ["items"]
            within(place) { describer in
                describer.describePart("items", old.item(index), new.item(index))
            }
        }
        let before = old.arrays.count { $0.rules.contains != nil }
        let after = new.arrays.count { $0.rules.contains != nil }
        if before != after {
            note(after > before ? .narrowed : .widened, "contains \(after > before ? "added" : "removed")")
        }
    }

    /// A part that a schema may forbid altogether.
    private mutating func describePart(_ noun: String, _ old: [SchemaReference], _ new: [SchemaReference]) {
        let relation = relation(old, new)
        guard relation != .equivalent else { return }
        if prover.isUnsatisfiable(Conjunction(new)) {
            note(relation, "\(noun) no longer allowed here")
        } else if prover.isUnsatisfiable(Conjunction(old)) {
            note(relation, "\(noun) allowed here")
        } else {
            describe(old, new)
        }
    }

    // MARK: Objects

    mutating func describeObjects(_ old: Facts, _ new: Facts) {
        for name in new.required.subtracting(old.required).sorted() {
            note(.narrowed, "required property \(Finding.quoted(name.text)) added")
        }
        for name in old.required.subtracting(new.required).sorted() {
            note(.widened, "property \(Finding.quoted(name.text)) no longer required")
        }
        for name in old.named.union(new.named).sorted() { describeMember(name, old, new) }
        describeUnnamed(old, new)
        noteLimit("minProperties", old: old.minProperties.nonZero, new: new.minProperties.nonZero, growthWidens: false)
        noteLimit("maxProperties", old: old.maxProperties.bounded, new: new.maxProperties.bounded, growthWidens: true)
        for pair in new.dependencies.subtracting(old.dependencies) {
            note(.narrowed, "property \(Finding.quoted(pair[1].text)) required beside \(Finding.quoted(pair[0].text))")
        }
        for pair in old.dependencies.subtracting(new.dependencies) {
            let names = (Finding.quoted(pair[1].text), Finding.quoted(pair[0].text))
            note(.widened, "property \(names.0) no longer required beside \(names.1)")
        }
        within(["propertyNames"]) { $0.describePart("names", old.nameSchemas, new.nameSchemas) }
    }

    private mutating func describeMember(_ name: ExactString, _ old: Facts, _ new: Facts) {
        let before = prover.schemas(of: name.text, in: old)
        let after = prover.schemas(of: name.text, in: new)
        if old.named.contains(name), new.named.contains(name) {
            within(["properties", name.text]) { describer in
                describer.describePart("values", before ?? [], after ?? [])
            }
        } else {
            let relation = relation(before, after)
            let verb = new.named.contains(name) ? "added" : "removed"
            note(relation, "property \(Finding.quoted(name.text)) \(verb)")
        }
    }

    private mutating func describeUnnamed(_ old: Facts, _ new: Facts) {
        for pattern in old.memberPatterns.union(new.memberPatterns).sorted() {
            let before = old.unnamed(matching: [pattern])
            let after = new.unnamed(matching: [pattern])
            if old.memberPatterns.contains(pattern), new.memberPatterns.contains(pattern) {
                within(["patternProperties", pattern]) { $0.describePart("values", before, after) }
            } else {
                let verb = new.memberPatterns.contains(pattern) ? "added" : "removed"
                let relation = relation(before, after)
                note(relation, "properties matching \(Finding.quoted(pattern)) \(verb)")
            }
        }
        within(["additionalProperties"]) { describer in
            describer.describePart("further properties", old.unnamed(matching: []), new.unnamed(matching: []))
        }
    }
}

extension Int {
    /// A lower limit that says something.
    fileprivate var nonZero: Int? { self > 0 ? self : nil }

    /// An upper limit that says something.
    fileprivate var bounded: Int? { self < .max ? self : nil }
}
