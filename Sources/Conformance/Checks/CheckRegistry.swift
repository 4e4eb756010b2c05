import Wording

/// All checks in the order in which reports list them.
package enum CheckRegistry {
    /// Every check; the order is part of the reports, the ids are forever.
    package static let checks: [Check] = initialize + wire + http + tools + call + content + features + asking + stop

    /// The same and those about integrations, faults and clients: all that can be explained.
    package static let explained: [Check] =
        checks + EntryCheckRegistry.checks.map(\.about) + FaultCheck.all.map(\.about)
        + ClientCheckRegistry.checks.map(\.about)

    private static let initialize: [Check] = [
        .handshake, .knownRevision, .revisionKept, .serverInfo, .serverName, .capabilities,
        .unknownRevision, .ping, .quietBeforeInitialized, .requiredMeta, .legacyHint,
    ]

    private static let wire: [Check] = [
        .cleanOutput, .blankLines, .encoding, .oneLine, .lineLimit, .jsonRPCVersion, .noBatch, .answered, .idEcho,
        .answeredOnce, .answerShape, .resultSchema, .errorSchema, .notificationSchema, .serverRequestSchema,
        .errorCodes, .noServerRequests, .clientCapabilities,
    ]

    private static let http: [Check] = [
        .httpOrigin, .httpHost, .httpGet, .httpDelete, .httpAccepted, .httpContentType, .httpStreamEnds,
        .httpMalformed, .httpBatch, .httpUnbuffered, .httpSessionID, .httpSessionUnique, .httpNoSession,
        .httpUnknownSession, .httpAfterDelete, .httpNoSessions, .httpEventIDs, .httpGetStream, .httpBadVersion,
        .httpNoVersion, .httpWrongVersion, .httpNoMethod, .httpWrongMethod, .httpWrongName, .httpWrongParameter,
        .httpUnknownMethod, .httpMissingMeta, .httpParallel, .httpResume, .httpReplay,
        .httpNoToken, .httpBadToken, .httpResourceMetadata,
    ]

    private static let tools: [Check] = [
        .toolsDeclared, .toolsListed, .toolsPresent, .toolNames, .uniqueToolNames, .toolDescriptions, .inputSchemas,
        .outputSchemas, .toolAnnotations, .toolHeaders, .stableTools, .stableOrder, .pagesEnd, .badCursor,
    ]

    private static let call: [Check] = [
        .callAnswered, .callContent, .callStructured, .callStructuredText, .wrongArguments, .unknownTool,
        .unknownToolCode, .unknownMethod,
    ]

    private static let content: [Check] = [
        .callImage, .callAudio, .callEmbedded, .callMixed, .callFailing,
    ]

    private static let features: [Check] = [
        .resourcesListed, .resourceRead, .resourceBinary, .resourceUnknown, .resourceTemplates, .resourceFromTemplate,
        .resourceSubscribed, .resourceUnsubscribed, .resourceUpdated, .promptsListed, .promptFilled,
        .promptArgumentsUsed, .promptEmbedded, .promptImage, .promptUnknown, .promptArguments, .completion, .logLevel,
        .logBadLevel,
        .logMessages, .logSilent, .progress, .caching,
    ]

    private static let asking: [Check] = [
        .askSampling, .askElicitation, .askDefaults, .askEnums, .askRoots, .inputIncapable, .inputAnswered,
        .inputRepeated, .inputExtra, .inputValidated, .inputSeveral, .inputRounds, .inputNotInLists, .inputState,
        .inputTampered, .inputPrompt, .listenAcknowledged, .listenChanges,
    ]

    private static let stop: [Check] = [
        .stopsOnClose, .stopsOnTerminate, .stopStatus, .leftovers, .quietAfterClose,
    ]

    /// The check of an id; nil when there is none.
    package static func check(_ id: CheckID) -> Check? {
        explained.first { $0.id == id }
    }

    /// The checks whose id matches a pattern with `*` and `?`; small letters match capitals.
    package static func checks(matching pattern: String) -> [Check] {
        let pattern = Glob(pattern.uppercased())
        return explained.filter { pattern.matches($0.id.rawValue) }
    }

    /// The id that somebody probably meant; nil when none is near.
    package static func nearest(to text: String) -> CheckID? {
        NearestName.of(text.uppercased(), among: explained.map(\.id.rawValue)).map(CheckID.init(rawValue:))
    }
}
