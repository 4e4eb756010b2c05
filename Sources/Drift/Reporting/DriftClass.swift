/// What kind of difference there is between what a server offered, or answered, and what it does now.
package enum DriftClass: String, Sendable, Hashable, CaseIterable {
    case toolRemoved = "tool_removed"
    case toolAdded = "tool_added"
    /// Some arguments that were good are refused now.
    case inputNarrowed = "input_narrowed"
    /// Arguments are good that were refused before.
    case inputWidened = "input_widened"
    /// Results promise more than before.
    case outputNarrowed = "output_narrowed"
    /// Results may hold what was never promised.
    case outputWidened = "output_widened"
    /// What models and people read about a tool or one of its arguments.
    case descriptionChanged = "description_changed"
    /// What a tool says about itself to programs: hints, usual values.
    case annotationChanged = "annotation_changed"
    case orderChanged = "order_changed"
    /// A result became an error, or the other way round.
    case outcomeChanged = "outcome_changed"
    /// The answer is of the same kind and says something else.
    case answerChanged = "answer_changed"
    /// The live server did not answer at all, or there was no session.
    case unanswered

    /// The classes that two lists of tools can show; the others are about answers.
    package static let ofLists: [DriftClass] = [
        .toolRemoved, .toolAdded, .inputNarrowed, .inputWidened, .outputNarrowed, .outputWidened, .descriptionChanged,
        .annotationChanged, .orderChanged,
    ]

    /// Whether it breaks whoever relied on what was there, unless the finding itself says otherwise.
    package var isBreaking: Bool {
        switch self {
        case .toolRemoved, .inputNarrowed, .outputWidened, .outcomeChanged, .unanswered: true
        case .toolAdded, .inputWidened, .outputNarrowed, .descriptionChanged, .annotationChanged, .orderChanged,
            .answerChanged:
            false
        }
    }
}
