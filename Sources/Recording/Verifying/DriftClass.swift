/// What kind of difference there is between a fixture and the live server.
package enum DriftClass: String, Sendable, Hashable, CaseIterable {
    case toolRemoved = "tool_removed"
    case toolAdded = "tool_added"
    case inputNarrowed = "input_narrowed"
    case inputWidened = "input_widened"
    case outputNarrowed = "output_narrowed"
    case outputWidened = "output_widened"
    case descriptionChanged = "description_changed"
    case annotationChanged = "annotation_changed"
    case orderChanged = "order_changed"
    /// A result became an error, or the other way round.
    case outcomeChanged = "outcome_changed"
    /// The answer is of the same kind and says something else.
    case answerChanged = "answer_changed"
    /// The live server did not answer at all, or there was no session.
    case unanswered

    /// Whether somebody who relied on the fixture may fail with the live server.
    package var isBreaking: Bool {
        switch self {
        case .toolRemoved, .inputNarrowed, .outputWidened, .outcomeChanged, .unanswered: true
        case .toolAdded, .inputWidened, .outputNarrowed, .descriptionChanged, .annotationChanged, .orderChanged,
            .answerChanged:
            false
        }
    }
}
