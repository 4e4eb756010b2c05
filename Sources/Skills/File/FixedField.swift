/// A header or query parameter that every request carries.
struct FixedField: Sendable, Hashable {
    let name: String
    let value: String
}
