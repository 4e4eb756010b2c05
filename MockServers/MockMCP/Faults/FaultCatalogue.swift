import Wording

/// Every fault there is, by name.
package struct FaultCatalogue: Sendable {
    private let faults: [any Fault.Type]

    /// All faults, in the order of their groups.
    package static let all = FaultCatalogue(
        faults: life + http + handshake + listing + calling + envelope + timing + bytes
    )

    private static let life: [any Fault.Type] = [
        ExitAtStart.self, SlowStart.self, Stall.self, ExitOn.self, ExitOnProbe.self, SilentOnProbe.self,
        StandardOutputBanner.self, StandardErrorFlood.self, HalfOpen.self, IgnoreInputClose.self,
        IgnoreTerminate.self, Farewell.self, UncleanExit.self, Grandchild.self, GrandchildInOwnSession.self,
        ForkBomb.self,
    ]
    private static let http: [any Fault.Type] = [
        UnauthorizedResponse.self, ForbiddenResponse.self, LostSession.self, ThrottlingResponse.self,
        FailingGateway.self, Redirection.self, WrongContentType.self, EndlessStream.self, ClosedConnection.self,
        ResetConnection.self,
    ]
    private static let handshake: [any Fault.Type] = [
        RefusedHandshake.self, RefusedDiscovery.self, UnknownRevision.self, MissingCapabilities.self,
        MissingServerInfo.self, UndeclaredTools.self, EarlyRequest.self, NoPing.self,
        RefusedPing.self, NoLegacyHint.self, AcceptsAnyRevision.self, AcceptsMissingMeta.self,
    ]
    private static let listing: [any Fault.Type] = [
        RefusedListing.self, DuplicateToolNames.self, BadToolName.self, MissingInputSchema.self,
        InvalidInputSchema.self, InputSchemaType.self, InvalidOutputSchema.self, UnstableOrder.self, ListChurn.self,
        EndlessPages.self, LoopingCursor.self, AcceptsAnyCursor.self,
    ]
    private static let calling: [any Fault.Type] = [
        RefusedCall.self, MissingContent.self, WrongStructuredContent.self, MissingStructuredContent.self,
        AcceptsUnknownTool.self, UnknownToolAsResult.self, AcceptsWrongArguments.self, AnswersUnknownMethod.self,
        WrongErrorCode.self, DropsUnknownMethod.self, ContradictingText.self, AuthErrorAsResult.self, ExpiredToken.self,
    ]
    private static let envelope: [any Fault.Type] = [
        WrongID.self, NullID.self, TextID.self, DuplicateResponse.self, MissingResult.self, ResultAndError.self,
        ErrorWithoutCode.self, WrongVersion.self, MissingResultType.self, NotificationWithID.self,
        MalformedNotification.self, ForeignNotification.self, MalformedRequest.self, OwnRequest.self, Patch.self,
    ]
    private static let timing: [any Fault.Type] = [Latency.self, ReorderedResponses.self]
    private static let bytes: [any Fault.Type] = [
        GarbageLine.self, BlankLines.self, Batch.self, PrettyPrinted.self, InvalidUTF8.self, NUL.self, DeepNesting.self,
        HugeLine.self, Drip.self, Truncate.self, Crash.self,
    ]

    /// What is known of each fault, in the order in which they are listed.
    package var forms: [FaultForm] {
        faults.map { $0.form }
    }

    /// The fault that a text such as `latency=2s,jitter=500ms` or `crash@byte=120` describes.
    /// - Throws: an error that names the unknown fault or parameter with the nearest known one, or the wrong value.
    package func fault(writtenAs text: String) throws(MockFaultError) -> MockFault {
        let split = text.firstIndex { "=@,".contains($0) } ?? text.endIndex
        let name = String(text[..<split])
        guard let place = faults.firstIndex(where: { $0.form.name == name }) else {
            let nearest = NearestName.of(name, among: forms.map(\.name))
            throw MockFaultError(
                written: text,
                message: "there is no fault '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
                    + " (openwork-mock --list-faults names all)"
            )
        }
        let type = faults[place]
        let settings = try FaultSettings(text[split...], of: type.form, written: text)
        let arguments = try FaultArguments(settings.values, for: type.form.allParameters, written: text)
        return MockFault(written: text, fault: try type.init(arguments), scope: FaultScope(arguments), rank: place)
    }
}
