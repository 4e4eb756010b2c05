import JSON
import JSONSchema
import Testing

/// The relation is a claim about all instances, so any instance may refute it.
@Suite struct SubsetProverTests {
    @Test("never claims what an instance refutes", .timeLimit(.minutes(2)), arguments: 0..<8)
    func soundness(seed: UInt64) throws {
        var random = RandomSchemas(generator: SeededGenerator(seed: seed))
        var claims = 0
        for _ in 0..<30 {
            let old = random.document()
            var new = random.relative(of: old)
            if random.generator.chance(30) { new = random.relative(of: new) }
            // A random reference may lead nowhere or in circles; such a schema makes no claim.
            guard let before = try? JSONSchema(old), let after = try? JSONSchema(new) else { continue }
            let comparison = SchemaComparison.compare(old: old, new: new)
            guard comparison.relation != .incomparable else { continue }
            claims += 1
            for instance in RandomSchemas.instances {
                let wasValid = before.isValid(instance)
                let isValid = after.isValid(instance)
                guard wasValid != isValid else { continue }
                let refuted: [SchemaComparison.Relation] = [.equivalent, wasValid ? .widened : .narrowed]
                #expect(
                    !refuted.contains(comparison.relation),
                    "seed \(seed): \(instance) is valid \(wasValid ? "only before" : "only after"): \(old) → \(new)"
                )
            }
        }
        #expect(claims > 8)
    }

    @Test("says the opposite of the opposite comparison", arguments: 100..<110)
    func symmetry(seed: UInt64) {
        var random = RandomSchemas(generator: SeededGenerator(seed: seed))
        let opposite: [SchemaComparison.Relation: SchemaComparison.Relation] = [
            .equivalent: .equivalent, .incomparable: .incomparable, .narrowed: .widened, .widened: .narrowed,
        ]
        for _ in 0..<30 {
            let old = random.document()
            let new = random.relative(of: old)
            let there = SchemaComparison.compare(old: old, new: new).relation
            let back = SchemaComparison.compare(old: new, new: old).relation
            #expect(opposite[there] == back, "seed \(seed): \(old) → \(new)")
        }
    }
}
