/// All checks about entries, in the order in which reports list them.
package enum EntryCheckRegistry {
    /// Every check; the ids are forever.
    package static let checks: [EntryCheck] = [
        .entrySound, .entryRoundTrip, .entryReactions, .entrySuite, .entryInstalled, .entryTools, .entryArguments,
        .entryReadOnly,
        .entryProbe,
        .authSound, .authMissing, .authMalformed, .authInvalid, .authExpired, .authScope, .authThrottled,
        .authVendorError, .authUnreachable, .authText, .healthConnected, .healthNeverGreen, .healthRefused,
        .healthTroubled, .healthLost, .healthRecovers, .healthStale, .secretsKept, .environmentKept,
        .secretsNotListed, .secretsNotAnswered, .secretsNotInErrors, .secretsNotInArguments, .noHiddenText,
        .noInstructions, .noPlantedCommands, .noLookAlikes,
    ]
}
