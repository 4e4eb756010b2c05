/// The types that an argument of a mock's tool can have.
public enum MockArgumentType: String, Sendable, CaseIterable {
    /// Text.
    case string
    /// Any number.
    case number
    /// A whole number.
    case integer
    /// True or false.
    case boolean
    /// A list of anything.
    case array
    /// Named values.
    case object
}
