/// What a revision says about a method in one direction.
package enum WireLookup: Sendable, Hashable {
    /// The name in `$defs` that the message, or its result, must match.
    case known(definition: String)
    /// A method of MCP, but not of this revision, not of this direction, or no request (notification): a fault.
    case misplaced
    /// No method of any revision: an extension, about which the schema says nothing.
    case unknown

    /// The definition to match, nil unless the method is known.
    package var definition: String? {
        guard case .known(let definition) = self else { return nil }
        return definition
    }
}
