/// What makes somebody suspect that a tool is described for the model's ears rather than for the user's eyes.
package enum SuspicionKind: String, Sendable, Hashable, CaseIterable {
    /// Characters that a reader does not see, and a model does.
    case hiddenText = "hidden-text"
    /// Orders to the model that have nothing to do with using the tool.
    case instructions
    /// Names that cannot be told from each other, or from what they seem to be.
    case lookAlike = "look-alike"
    /// A command line where a schema suggests a value.
    case plantedCommand = "planted-command"

    /// What has to be done about it, for whoever wrote the tool.
    package var fix: String {
        switch self {
        case .hiddenText: "take these characters out: nobody who approves the tool can see them"
        case .instructions: "describe what the tool does, and leave out what the model should do besides or hide"
        case .lookAlike: "give each tool a name in plain letters that is like no other"
        case .plantedCommand: "suggest a harmless value, or none"
        }
    }
}
