/// All checks of clients, in the order in which reports list them.
package enum ClientCheckRegistry {
    /// Every check; the ids are forever.
    package static let checks: [ClientCheck] =
        opening + posting + streams + headers + rounds + discovery + login + scopes + identity + issuers + grants

    private static let opening: [ClientCheck] = [
        .clientFirst, .clientVersion, .clientReady, .clientPart, .clientToolCalled, .clientMeta, .clientName,
        .clientRetry, .clientDefaults, .clientEnds,
    ]

    private static let posting: [ClientCheck] = [
        .clientAccept, .clientOneMessage, .clientNoAnswers, .clientShape, .clientIDs, .clientVersionHeader,
        .clientSession, .clientSessionLost, .clientSessionEnd,
    ]

    private static let streams: [ClientCheck] = [
        .clientStreamRead, .clientResume, .clientWaits, .clientGetAccept, .clientCallOnce, .clientOldStream,
    ]

    private static let headers: [ClientCheck] = [
        .clientMethodHeader, .clientNameHeader, .clientParameters, .clientEncoding, .clientNullParameter,
        .clientOnlyParameters, .clientInvalidTools, .clientNoFetch, .clientSchemaKept,
    ]

    private static let rounds: [ClientCheck] = [
        .clientAnswers, .clientState, .clientNoState, .clientNewID, .clientApart, .clientComplete,
    ]

    private static let discovery: [ClientCheck] = [
        .clientResourceFound, .clientIssuerFound, .clientResourceOther, .clientIssuerOther, .clientMigrates,
    ]

    private static let login: [ClientCheck] = [
        .clientPKCE, .clientPKCEOffered, .clientLoginState, .clientStateChecked, .clientResource, .clientBearer,
        .clientTokenOwn,
    ]

    private static let scopes: [ClientCheck] = [
        .clientScopeChallenged, .clientScopeSupported, .clientScopeNone, .clientStepUp, .clientRetryLimit,
        .clientOffline, .clientNoOffline,
    ]

    private static let identity: [ClientCheck] = [
        .clientDocument, .clientMethodBasic, .clientMethodPost, .clientMethodNone, .clientKnown, .clientNative,
    ]

    private static let issuers: [ClientCheck] = [
        .clientIssTaken, .clientIssMissing, .clientIssWrong, .clientIssUnexpected, .clientIssExact,
    ]

    private static let grants: [ClientCheck] = [
        .clientCredentials, .clientSigned, .clientWorkload, .clientEnterprise, .clientProof, .clientProofFresh,
        .clientProofScheme, .clientNonce,
    ]
}
