extension RequirementText {
    /// Ping, cancellation, progress, rounds and subscriptions.
    static let patterns = """
        PING-ANSWER must both 2024-11-05..2025-11-25
        at basic/utilities/ping#behavior-requirements
        A ping is answered at once with an empty result.
        check INIT-PING
        scenario ping

        PING-HEALTH should both 2024-11-05..2025-11-25
        at basic/utilities/ping#implementation-considerations
        Pings are sent now and then, not too often, as can be configured.
        why how often a peer asks is its choice; nothing is wrong without

        PING-FAILURE should both 2024-11-05..2025-11-25
        at basic/utilities/ping#error-handling
        A ping without an answer counts as a broken connection, and is logged.
        why a matter of the inside; no message shows it

        CANCEL-REFERENCE must both 2024-11-05..2026-07-28
        at basic/utilities/cancellation#behavior-requirements
        at 2026-07-28 basic/patterns/cancellation#behavior-requirements
        Only requests of one's own that are under way are cancelled.
        check WIRE-NOTIFICATION-SHAPE
        test MCPTests/Client/ClientSessionRequestsTests#cancelled

        CANCEL-INITIALIZE must client 2024-11-05..2025-11-25
        at basic/utilities/cancellation#behavior-requirements
        initialize is never cancelled.
        test MCPTests/Client/ClientSessionOpeningTests#startBound

        CANCEL-RECEIVED should both 2024-11-05..2026-07-28
        at basic/utilities/cancellation#behavior-requirements
        at 2026-07-28 basic/patterns/cancellation#behavior-requirements
        What was cancelled is stopped, freed and not answered.
        test MCPTests/Server/ServerSessionReceivingTests#cancelled
        why a stranger's tool that runs long enough is not known

        CANCEL-LATE should both 2024-11-05..2026-07-28
        at basic/utilities/cancellation#behavior-requirements
        at 2026-07-28 basic/patterns/cancellation#behavior-requirements
        An answer that comes after all is ignored.
        test MCPTests/Client/ClientSessionReceivingTests#forgotten

        CANCEL-RACE must both 2024-11-05..2026-07-28
        at basic/utilities/cancellation#timing-considerations
        at 2026-07-28 basic/patterns/cancellation#timing-considerations
        A cancellation that comes too late does no harm.
        test MCPTests/Client/ClientSessionPropertyTests#story

        CANCEL-LOGGED should both 2024-11-05..2026-07-28
        at basic/utilities/cancellation#implementation-notes
        at 2026-07-28 basic/patterns/cancellation#implementation-notes
        Reasons are logged, and users see what is being cancelled.
        why a matter of the user interface; no message shows it

        CANCEL-INVALID should both 2024-11-05..2026-07-28
        at basic/utilities/cancellation#error-handling
        at 2026-07-28 basic/patterns/cancellation#error-handling
        A cancellation of something unknown is ignored.
        check HTTP-ACCEPTED
        test MCPTests/Server/ServerSessionReceivingTests#brokenCancellation

        CANCEL-TASK must both 2025-11-25
        at basic/utilities/cancellation#behavior-requirements
        Tasks are cancelled by their own method.
        test MCPConnectionTests/Client/ClientLegacyTasksTests#cancelled

        CANCEL-SENT should client 2026-07-28
        at basic/patterns/cancellation
        A client cancels what it no longer wants, over stdio by message and over HTTP by closing the stream.
        test MCPHTTPTests/Client/EndToEndTests#modernCancellation
        test MCPTests/Client/ClientSessionRequestsTests#cancelled

        CANCEL-SERVER must server 2026-07-28
        at basic/patterns/cancellation
        A server cancels nothing but subscriptions that it ends.
        check WIRE-NOTIFICATION-SHAPE
        test MockEverythingTests/EverythingServerTests#gracefulEnd

        CANCEL-DISCONNECT must server 2026-07-28
        at basic/patterns/cancellation#transport-specific-cancellation
        A client that goes away has cancelled its request.
        test MCPHTTPTests/Client/EndToEndTests#modernCancellation
        why what a stranger's server stops is not seen

        CANCEL-TIMEOUT should both 2026-07-28
        at basic/patterns/cancellation#timeouts
        Every request has a time limit, after which it is cancelled.
        test MCPTests/Client/ClientSessionRequestsTests#timeout

        PROGRESS-TOKEN must both 2024-11-05..2026-07-28
        at basic/utilities/progress#progress-flow
        at 2026-07-28 basic/patterns/progress#progress-flow
        A token is a string or an integer, and no two requests under way have the same.
        check UTIL-PROGRESS
        test MCPTests/Client/ClientSessionRequestsTests#progress
        scenario tools-call-with-progress

        PROGRESS-RISES must both 2024-11-05..2026-07-28
        at basic/utilities/progress#progress-flow
        at 2026-07-28 basic/patterns/progress#progress-flow
        Progress rises with every notification.
        check UTIL-PROGRESS
        scenario tools-call-with-progress

        PROGRESS-REFERENCE must both 2024-11-05..2026-07-28
        at basic/utilities/progress#behavior-requirements
        at 2026-07-28 basic/patterns/progress#behavior-requirements
        Progress is about a token that was given, of a request under way.
        check UTIL-PROGRESS
        scenario tools-call-with-progress

        PROGRESS-ENDS must both 2024-11-05..2026-07-28
        at basic/utilities/progress#implementation-notes
        at 2026-07-28 basic/patterns/progress#implementation-notes
        No progress comes after the answer.
        check UTIL-PROGRESS
        scenario tools-call-with-progress

        PROGRESS-MESSAGE should both 2025-03-26..2026-07-28
        at basic/utilities/progress#progress-flow
        at 2026-07-28 basic/patterns/progress#progress-flow
        A message with the progress says something to people.
        why whether words say something needs people

        PROGRESS-FLOOD should both 2024-11-05..2026-07-28
        at basic/utilities/progress#implementation-notes
        at 2026-07-28 basic/patterns/progress#implementation-notes
        Tokens are kept track of, and notifications are not too many.
        why how many are too many is nowhere written

        PROGRESS-TASK must both 2025-11-25
        at basic/utilities/progress#behavior-requirements
        The token of a task stays that of its request.
        why our server tells no progress of tasks

        PATTERN-DIRECTION must both 2026-07-28
        at basic/patterns/index
        Servers send no requests, and clients no answers.
        check WIRE-NO-SERVER-REQUESTS CLIENT-HTTP-NO-ANSWERS
        test MCPTests/Client/ClientSessionServerMessagesTests#modern
        scenario server-stateless

        MRTR-PATTERN must server 2026-07-28
        at basic/patterns/mrtr
        What a server asks stands in a result that asks for input, not in a request.
        check ASK-ELICITATION ASK-SAMPLING ASK-ROOTS WIRE-NO-SERVER-REQUESTS
        scenario input-required-result-basic-elicitation input-required-result-basic-sampling
        scenario input-required-result-basic-list-roots

        MRTR-META must client 2026-07-28
        at basic/patterns/mrtr
        The request that is sent again carries its _meta like the first.
        check CLIENT-META-SENT
        test MCPTests/Client/ClientSessionRequestsTests#metadata
        scenario request-metadata

        MRTR-SUPPORTED must server 2026-07-28
        at basic/patterns/mrtr#supported-requests
        Only tools/call, prompts/get and resources/read are answered with questions.
        check ASK-IN-PROMPT ASK-NOT-IN-LISTS WIRE-RESULT-SHAPE
        scenario input-required-result-non-tool-request input-required-result-unsupported-methods

        MRTR-KEYS must server 2026-07-28
        at basic/patterns/mrtr#server-requirements-basic-workflow
        Each question has a key of its own, and is one of the three that there are.
        check WIRE-RESULT-SHAPE ASK-SEVERAL
        scenario input-required-result-multiple-input-requests

        MRTR-SOMETHING must server 2026-07-28
        at basic/patterns/mrtr#server-requirements-basic-workflow
        A result that asks for input holds questions or a state.
        check WIRE-RESULT-SHAPE
        scenario input-required-result-result-type

        MRTR-CAPABLE must server 2026-07-28
        at basic/patterns/mrtr#server-requirements-basic-workflow
        Nobody is asked for what they did not declare.
        check ASK-CAPABILITY
        scenario input-required-result-capability-check

        MRTR-STATE must server 2026-07-28
        at basic/patterns/mrtr#server-requirements-basic-workflow
        A state that comes back is treated as an attacker's; its integrity is protected where it matters.
        check ASK-TAMPERED ASK-STATE
        scenario input-required-result-request-state input-required-result-tampered-state

        MRTR-STATE-REPLAY should server 2026-07-28
        at basic/patterns/mrtr#server-requirements-basic-workflow
        A state is bound to who, what and when, so that it cannot be used again elsewhere.
        test MockEverythingTests/Asking/RequestStateSealTests#binding
        why a stranger's state means nothing to us

        MRTR-NO-RETRY must server 2026-07-28
        at basic/patterns/mrtr#server-requirements-basic-workflow
        A server does not count on the client coming back.
        why what a server keeps for itself shows in no message

        MRTR-ANSWER must client 2026-07-28
        at basic/patterns/mrtr#client-requirements-basic-workflow
        A client answers everything that was asked in the same request, sent again.
        check CLIENT-INPUT-ANSWERED
        test ConformanceTests/Clients/ClientRunnerTests#sound
        scenario sep-2322-client-request-state

        MRTR-NEW-ID must client 2026-07-28
        at basic/patterns/mrtr#client-requirements-basic-workflow
        The request that is sent again has another id.
        check CLIENT-INPUT-NEW-ID
        scenario sep-2322-client-request-state

        MRTR-ECHO must client 2026-07-28
        at basic/patterns/mrtr#client-requirements-basic-workflow
        A client brings a state back exactly as it came, without looking into it.
        check CLIENT-INPUT-STATE
        test ConformanceTests/Clients/ClientRunnerTests#sound
        scenario sep-2322-client-request-state

        MRTR-NO-STATE must client 2026-07-28
        at basic/patterns/mrtr#client-requirements-basic-workflow
        Where no state was given, none comes back.
        check CLIENT-INPUT-NO-STATE
        scenario sep-2322-client-request-state

        MRTR-APART must client 2026-07-28
        at basic/patterns/mrtr#client-requirements-basic-workflow
        Answers and states go with the request that they belong to, and with no other.
        check CLIENT-INPUT-APART
        scenario sep-2322-client-request-state

        MRTR-COMPLETES must server 2026-07-28
        at basic/patterns/mrtr#client-requirements-basic-workflow
        A request with its answers is completed, or asks for the next.
        check ASK-ANSWERED ASK-ROUNDS
        scenario input-required-result-multi-round

        MRTR-VALIDATES should server 2026-07-28
        at basic/patterns/mrtr#error-handling
        Answers of a wrong shape are refused with a JSON-RPC error.
        check ASK-VALIDATED
        test MockEverythingTests/Scenarios/ServerScenarioTests#passes
        scenario input-required-result-validate-input

        MRTR-EXTRA should server 2026-07-28
        at basic/patterns/mrtr#error-handling
        Answers that nobody asked for are ignored.
        check ASK-EXTRA
        test MockEverythingTests/Scenarios/ServerScenarioTests#passes
        scenario input-required-result-ignore-extra-params

        MRTR-MISSING should server 2026-07-28
        at basic/patterns/mrtr#error-handling
        What is still missing is asked for again.
        check ASK-REPEATED
        scenario input-required-result-missing-input-response

        LISTEN-FILTER must server 2026-07-28
        at basic/patterns/subscriptions#opening-a-stream
        Nobody is told what they did not ask for.
        check LISTEN-CHANGES

        LISTEN-ACK must server 2026-07-28
        at basic/patterns/subscriptions#acknowledgment
        The acknowledgement comes first, and names the subscription.
        check LISTEN-ACKNOWLEDGED

        LISTEN-ACK-READ should client 2026-07-28
        at basic/patterns/subscriptions#acknowledgment
        The client compares what was agreed to with what it wanted.
        why a matter of the inside; no message shows it

        LISTEN-CORRELATE must client 2026-07-28
        at basic/patterns/subscriptions#receiving-notifications
        Over stdio the client tells subscriptions apart by their id.
        test MCPTests/Client/ClientSessionServerMessagesTests#cancelledSubscription

        LISTEN-GRACE should server 2026-07-28
        at basic/patterns/subscriptions#graceful-closure
        A server that ends a subscription answers it first.
        test MockEverythingTests/EverythingServerTests#gracefulEnd
        why a stranger's server cannot be made to end one

        LISTEN-AGAIN must client 2026-07-28
        at basic/patterns/subscriptions#graceful-closure
        After a new connection the client subscribes again.
        why our client leaves that to whoever uses it
        """
}
