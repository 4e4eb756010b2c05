/// Something that is tried on a server; each check names those that it looks at, and only those are done.
package enum Step: String, CaseIterable, Sendable {
    /// `ping`.
    case ping
    /// A request whose id is a string.
    case stringID
    /// `tools/list` to its end.
    case firstListing
    /// The same again.
    case secondListing
    /// `tools/list` with a cursor that was never given out.
    case badCursor
    /// A request for a method that nobody has.
    case unknownMethod
    /// A call of a tool that is not in the list.
    case unknownTool
    /// A call of a read-only tool with valid arguments.
    case call
    /// A call of the same tool with arguments that its schema forbids.
    case wrongArguments
    /// Modern: a request in a revision that does not exist. Legacy: the same in `initialize`, in a process of its own.
    case unknownRevision
    /// Modern: a request whose `_meta` leaves out the capabilities of the client.
    case missingMeta
    /// Modern: `initialize`, as an old client would begin.
    case legacyInitialize
    /// Legacy: `ping` between the answer to `initialize` and `notifications/initialized`, in a process of its own.
    case earlyPing
    /// `resources/list`.
    case listResources
    /// `resources/templates/list`.
    case listTemplates
    /// A read of the first resource that is listed.
    case readResource
    /// A read of the fixture that holds bytes.
    case readBinary
    /// A read of the fixture that a template stands for.
    case readTemplate
    /// A read of a resource that nobody has.
    case unknownResource
    /// Legacy: a subscription to the first resource.
    case subscribe
    /// Legacy: the end of that subscription.
    case unsubscribe
    /// `prompts/list`.
    case listPrompts
    /// The first prompt that needs no arguments.
    case getPrompt
    /// The fixture that takes arguments, with values of our invention.
    case fillPrompt
    /// The fixture whose messages hold a resource.
    case promptEmbedded
    /// The fixture whose messages hold a picture.
    case promptImage
    /// A prompt that nobody has.
    case unknownPrompt
    /// A prompt without the arguments that it needs.
    case barePrompt
    /// The completion of an argument of a prompt.
    case complete
    /// Legacy: `logging/setLevel`.
    case setLevel
    /// A log level that does not exist.
    case badLevel
    /// A call of the fixture that answers with a picture.
    case callImage
    /// A call of the fixture that answers with a sound.
    case callAudio
    /// A call of the fixture that answers with a resource.
    case callEmbedded
    /// A call of the fixture that answers with three kinds of content.
    case callMixed
    /// A call of the fixture that always fails.
    case callFailing
    /// A call of the fixture that reports progress, which is asked for.
    case callProgress
    /// A call of the fixture that logs, to a client that wants to know.
    case callLogging
    /// Modern: the same call of a client that does not want to know.
    case callSilently
    /// Legacy: a change of a resource that is watched, by a fixture.
    case update
    /// Modern: `subscriptions/listen`, and a change of the tool list by a fixture.
    case listen
    /// Modern: the fixture that changes the tool list, while that is listened to.
    case listenChange
    /// The fixture that asks the client's model.
    case askSampling
    /// The fixture that asks the user.
    case askElicitation
    /// The fixture that asks the user with defaults.
    case askDefaults
    /// The fixture that asks the user to choose.
    case askEnums
    /// The fixture that asks for directories.
    case askRoots
    /// Modern: a call that needs what the client did not declare.
    case askIncapable
    /// Modern: the call again with the answers that it asked for.
    case answerInput
    /// Modern: the call again without the answers.
    case answerNothing
    /// Modern: the call again with its answers, and one that nobody asked for.
    case answerExtra
    /// Modern: the call again with an answer that is none.
    case answerWrong
    /// Modern: the fixture that asks for several things at once.
    case askSeveral
    /// Modern: the fixture that asks twice, one after the other.
    case askRounds
    /// Modern: the call again with the answer to its first question.
    case answerRounds
    /// Modern: the fixture that gives a state to bring back.
    case askState
    /// Modern: the call again with the state.
    case answerState
    /// Modern: the call again with a state that was changed.
    case tamperState
    /// Modern: a prompt that asks the user.
    case askPrompt
    /// Legacy HTTP: a session for single requests.
    case httpOpen
    /// HTTP: a notification.
    case httpNotify
    /// HTTP: one of three requests that are under way at once.
    case httpParallel1
    /// HTTP: another one.
    case httpParallel2
    /// HTTP: the last one.
    case httpParallel3
    /// Legacy HTTP: a call of the fixture that breaks its stream off.
    case httpPoll
    /// Legacy HTTP: that stream, taken up again.
    case httpResume
    /// HTTP: a request without the token that we were given.
    case httpNoToken
    /// HTTP: a request with a token of our invention.
    case httpBadToken
    /// HTTP: the document in which a protected server says who issues its tokens.
    case httpResourceMetadata
    /// HTTP: a GET of the endpoint.
    case httpGet
    /// HTTP: a request of a web page from elsewhere.
    case httpOrigin
    /// HTTP: a request for another host.
    case httpHost
    /// Legacy HTTP: a request without its session.
    case httpNoSession
    /// Legacy HTTP: a request in a session that never was.
    case httpUnknownSession
    /// HTTP: a request whose header names a revision that does not exist.
    case httpBadVersion
    /// HTTP: a request without the header that names the revision.
    case httpNoVersion
    /// HTTP: half a message.
    case httpMalformed
    /// 2025-03-26 over HTTP: two requests in one array.
    case httpBatch
    /// Modern HTTP: a request whose headers name another revision than its body.
    case httpWrongVersion
    /// Modern HTTP: a request without the header that names its method.
    case httpNoMethod
    /// Modern HTTP: a request whose header names another method.
    case httpWrongMethod
    /// Modern HTTP: a call whose header names another tool.
    case httpWrongName
    /// Modern HTTP: a call whose header repeats another argument than its body has.
    case httpWrongParameter
    /// HTTP: a DELETE of the endpoint.
    case httpDelete
    /// Legacy HTTP: a request in the session that was deleted.
    case httpAfterDelete
    /// The end: standard input is closed.
    case close
}
