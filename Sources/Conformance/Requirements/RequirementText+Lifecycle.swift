extension RequirementText {
    /// Opening, versions and the end.
    static let lifecycle = """
        LIFE-FIRST must both 2024-11-05..2025-11-25
        at basic/lifecycle#initialization
        The handshake comes before everything else, and the client begins it.
        check CLIENT-INIT-FIRST
        test MCPTests/Client/ClientSessionOpeningTests#pinnedLegacy
        scenario initialize

        LIFE-ANSWER must server 2024-11-05..2025-11-25
        at basic/lifecycle#initialization
        The server answers initialize with its revision, its capabilities and its identity.
        check INIT-HANDSHAKE INIT-CAPABILITIES INIT-SERVER-INFO INIT-SERVER-NAME
        scenario server-initialize

        LIFE-INITIALIZED must client 2024-11-05..2025-11-25
        at basic/lifecycle#initialization
        The client says notifications/initialized once it is ready.
        check CLIENT-INIT-READY
        test MCPTests/Client/ClientSessionHandshakeTests#negotiated
        scenario initialize

        LIFE-CLIENT-WAITS should client 2024-11-05..2025-11-25
        at basic/lifecycle#initialization
        Before the answer the client sends nothing but pings.
        check CLIENT-INIT-READY
        test MCPTests/Client/ClientSessionRequestsTests#queue

        LIFE-SERVER-WAITS should server 2024-11-05..2025-11-25
        at basic/lifecycle#initialization
        Before the client is ready the server sends nothing but pings and logs.
        check INIT-QUIET-START

        LIFE-NO-BATCH must client 2025-03-26
        at basic/lifecycle#initialization
        initialize is never part of a batch.
        check WIRE-NO-BATCH
        test MCPTests/Server/ServerSessionBatchTests#beforeHandshake

        LIFE-VERSION-ASKED must client 2024-11-05..2025-11-25
        at basic/lifecycle#version-negotiation
        The client asks for a revision that it speaks, its newest.
        check CLIENT-INIT-VERSION
        test MCPTests/Client/ClientSessionOpeningTests#pinnedLegacy
        scenario initialize

        LIFE-VERSION-SAME must server 2024-11-05..2025-11-25
        at basic/lifecycle#version-negotiation
        A revision that the server speaks is agreed to as it was asked for.
        check INIT-KNOWN-REVISION INIT-REVISION-KEPT
        scenario server-initialize

        LIFE-VERSION-OTHER must server 2024-11-05..2025-11-25
        at basic/lifecycle#version-negotiation
        Otherwise the server names another that it speaks, its newest.
        check INIT-UNKNOWN-REVISION

        LIFE-VERSION-PART should client 2024-11-05..2025-11-25
        at basic/lifecycle#version-negotiation
        A client that does not speak it hangs up.
        check CLIENT-INIT-PART
        test MCPTests/Client/ClientSessionHandshakeTests#unacceptable

        LIFE-VERSION-HEADER must client 2025-06-18..2025-11-25
        at basic/lifecycle#version-negotiation
        Over HTTP the client repeats the agreed revision in a header.
        check CLIENT-HTTP-VERSION
        test MCPHTTPTests/Session/LegacyHTTPSessionTests#fields
        scenario initialize

        LIFE-KEEP must both 2024-11-05..2025-11-25
        at basic/lifecycle#operation
        Both sides keep to the agreed revision and to what was declared.
        check INIT-REVISION-KEPT WIRE-CLIENT-CAPABILITIES TOOLS-DECLARED

        LIFE-END-STDIO should client 2024-11-05..2025-11-25
        at basic/lifecycle#stdio
        To end a process the client closes its input, waits, then sends SIGTERM and at last SIGKILL.
        test MCPConnectionTests/Process/WithServerProcessTests#terminate
        test MCPConnectionTests/Process/WithServerProcessTests#killed

        LIFE-ERRORS should both 2024-11-05..2025-11-25
        at basic/lifecycle#error-handling
        Version mismatch, missing capabilities and time-outs are dealt with.
        check INIT-UNKNOWN-REVISION
        test MCPTests/Client/ClientSessionHandshakeTests#unacceptable
        test MCPTests/Client/ClientSessionRequestsTests#timeout

        LIFE-TIMEOUT should both 2024-11-05..2025-11-25
        at basic/lifecycle#timeouts
        at 2024-11-05 basic/lifecycle#error-handling
        Every request has a time limit, also while it reports progress.
        test MCPTests/Client/ClientSessionRequestsTests#timeout
        test MCPTests/Client/ClientSessionRequestsTests#progress

        LIFE-TIMEOUT-CANCEL should client 2025-03-26..2025-11-25
        at basic/lifecycle#timeouts
        A request that took too long is cancelled and no longer waited for.
        test MCPTests/Client/ClientSessionRequestsTests#timeout

        VERSION-DISCOVER must server 2026-07-28
        at server/discover
        Every server of the stateless era answers server/discover.
        check INIT-HANDSHAKE INIT-KNOWN-REVISION
        scenario server-stateless

        VERSION-DISCOVER-INFO should server 2026-07-28
        at server/discover#discoverresult
        The answer names the server.
        check INIT-SERVER-INFO INIT-SERVER-NAME

        VERSION-DISCOVER-INFO-USE should client 2026-07-28
        at server/discover#discoverresult
        A client decides nothing by that name.
        why a matter of the inside; no message shows it

        VERSION-DISCOVER-FIRST should client 2026-07-28
        at server/discover#when-to-call
        A client of both eras asks server/discover first.
        test MCPTests/Client/ClientSessionOpeningTests#probes

        VERSION-UNSUPPORTED must server 2026-07-28
        at basic/versioning#protocol-version-negotiation
        A revision that the server does not speak is refused with -32022 and the list of those it does.
        check INIT-UNKNOWN-REVISION
        scenario server-stateless

        VERSION-RETRY should client 2026-07-28
        at basic/versioning#protocol-version-negotiation
        The client picks a revision from that list, and says so where there is none in common.
        check CLIENT-META-RETRY
        test MCPTests/Client/ClientSessionHandshakeTests#refusedVersion

        VERSION-EXTENSIONS must both 2026-07-28
        at basic/versioning#extension-negotiation
        Extensions are used only where both sides declared them; what is unknown is ignored or refused.
        check WIRE-RESULT-SHAPE
        test MCPTests/Value/CapabilitiesTests#extensions
        test MCPTests/Client/ClientSessionReceivingTests#extensionResultType

        VERSION-DUAL must both 2026-07-28
        at basic/versioning#backward-compatibility-with-initialization-based-versions
        The two eras are told apart by probing, and never mixed on one connection.
        test MCPTests/CompatibilityMatrixTests#row
        test MCPTests/Client/ClientSessionServerMessagesTests#modern

        VERSION-HINT should server 2026-07-28
        at basic/versioning#backward-compatibility-with-initialization-based-versions
        A server without legacy revisions names those it has when it refuses initialize.
        check INIT-LEGACY-HINT
        """
}
