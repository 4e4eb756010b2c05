package import JSON

/// What became of a schema: whether the new one accepts more, less, or something else than the old one.
///
/// Only what is proven is claimed. `widened` means that every instance the old schema accepts, the new one accepts too;
/// where no proof is found in either direction, the answer is `incomparable`. Annotations, formats among them, do not count.
package struct SchemaComparison: Sendable, Hashable {
    /// How the sets of valid instances lie to one another.
    package enum Relation: String, Sendable, Hashable {
        /// Both schemas accept the same instances.
        case equivalent
        /// Whatever the new schema accepts, the old one accepted.
        case narrowed
        /// Whatever the old schema accepted, the new one accepts.
        case widened
        /// Neither could be proven.
        case incomparable
    }

    /// One difference, in words and by its effect at its own place.
    package struct Change: Sendable, Hashable {
        /// Where, by the keywords of the schemas; references leave no trace in it.
        package let path: JSONPointer
        /// The effect on the instances at this place.
        package let relation: Relation
        /// The difference in words, for example `maximum lowered from 10 to 5`.
        package let what: String
    }

    /// What absent `additionalProperties` mean.
    package enum Reading: Sendable, Hashable {
        /// What the specification says: any further member is allowed, so that describing one narrows the schema.
        case exact
        /// Nobody sends members that the schema does not mention, so that describing a new optional one widens it.
        case mentionedMembersOnly
    }

    /// The effect of all changes together.
    package let relation: Relation

    /// The differences; empty when the schemas are equivalent.
    package let changes: [Change]

    /// Compares two schemas.
    ///
    /// A schema that does not compile can only be equivalent to itself.
    ///
    /// - Parameters:
    ///   - old: The schema as it was.
    ///   - new: The schema as it is.
    ///   - reading: Whether members that a schema does not mention are to be reckoned with.
    /// - Returns: The relation and what led to it.
    package static func compare(
        old: JSONValue,
        new: JSONValue,
        reading: Reading = .exact
    ) -> SchemaComparison {
        guard old != new else { return SchemaComparison(relation: .equivalent, changes: []) }
        let before: JSONSchema
        let after: JSONSchema
        do throws(SchemaError) {
            before = try JSONSchema(old)
        } catch {
            return incomparable("the old schema cannot be compiled: \(error)")
        }
        do throws(SchemaError) {
            after = try JSONSchema(new)
        } catch {
            return incomparable("the new schema cannot be compiled: \(error)")
        }
        return compare(old: before, new: after, reading: reading)
    }

    /// Compares two compiled schemas, for example the definitions of one name in two documents.
    ///
    /// Where a schema was compiled with asserted formats, these still count as annotations.
    ///
    /// - Parameters:
    ///   - before: The schema as it was.
    ///   - after: The schema as it is.
    ///   - reading: Whether members that a schema does not mention are to be reckoned with.
    /// - Returns: The relation and what led to it.
    package static func compare(
        old before: JSONSchema,
        new after: JSONSchema,
        reading: Reading = .exact
    ) -> SchemaComparison {
        guard !before.graph.tracksScope, !after.graph.tracksScope else {
            return incomparable("what a $dynamicRef means cannot be compared")
        }
        guard before.graph.isUnfoldable, after.graph.isUnfoldable else {
            return incomparable("a condition leads back to its own schema")
        }
        var describer = ChangeDescriber(prover: SubsetProver(old: before.graph, new: after.graph, reading: reading))
        return describer.compare(
            old: SchemaReference(isNew: false, index: before.root),
            new: SchemaReference(isNew: true, index: after.root)
        )
    }

    private static func incomparable(_ reason: String) -> SchemaComparison {
        let change = Change(path: JSONPointer(), relation: .incomparable, what: reason)
        return SchemaComparison(relation: .incomparable, changes: [change])
    }
}

extension SchemaComparison.Relation {
    /// The relation that two proofs or failures to prove amount to.
    init(newWithinOld: Bool, oldWithinNew: Bool) {
        switch (newWithinOld, oldWithinNew) {
        case (true, true): self = .equivalent
        case (true, false): self = .narrowed
        case (false, true): self = .widened
        case (false, false): self = .incomparable
        }
    }
}
