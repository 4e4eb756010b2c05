/// Every fault of an HTTP endpoint by name: a new one is listed here and nowhere else.
package enum EndpointFaultCatalogue {
    /// In the order of `--list-faults`.
    package static let all: [any EndpointFault.Type] = [
        AcceptsAnyOrigin.self, AcceptsAnyHost.self, AnswersGet.self, FailsOnDelete.self, AnswersNotifications.self,
        PlainText.self, TalksAfterAnswer.self, AcceptsGarbage.self, RefusesBatches.self, Buffered.self,
        SpacedSessionID.self, SharedSession.self, AcceptsNoSession.self, AcceptsUnknownSession.self,
        KeepsDeletedSession.self, NamesSessionAlways.self, RepeatedEventIDs.self, AnswersOnGetStream.self,
        IgnoresVersionHeader.self, DemandsVersionHeader.self, IgnoresMethodHeader.self, IgnoresNameHeader.self,
        IgnoresParameterHeaders.self, UnknownMethodAsSuccess.self, RefusalAsSuccess.self, WantsCredentials.self,
        ForbidsInsteadOfAsking.self, RefusesSecond.self, ForgetsStreams.self, ReplaysEverything.self,
    ]

    /// Every fault with what it does, in a line each.
    package static var listing: String {
        let rows = all.map { fault in (name: fault.name, summary: fault.summary) }
        let width = rows.map { row in row.name.count }.max() ?? 0
        return rows.map { row in
            row.name + String(repeating: " ", count: width + 2 - row.name.count) + row.summary
        }
        .joined(separator: "\n")
    }

    /// A fault of that name; nil when there is none.
    package static func fault(named name: String) -> (any EndpointFault)? {
        all.first { $0.name == name }.map { $0.init() }
    }
}
