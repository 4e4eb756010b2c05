extension RequirementText {
    /// Lines and processes.
    static let stdio = """
        STDIO-SUPPORT should client 2024-11-05..2025-11-25
        at basic/transports
        Clients speak stdio.
        test MCPConnectionTests/Client/WithStdioClientTests#legacy

        STDIO-UTF8 must both 2025-03-26..2026-07-28
        at basic/transports
        at 2026-07-28 basic/transports/index#messages
        Messages are UTF-8.
        check WIRE-UTF8

        STDIO-LINES must both 2024-11-05..2026-07-28
        at basic/transports#stdio
        at 2026-07-28 basic/transports/stdio
        A message is one line, without a line break inside.
        check WIRE-ONE-LINE WIRE-NO-BLANK-LINES
        test MCPConnectionTests/Transport/LineFramerTests#cuts

        STDIO-CLEAN must server 2024-11-05..2026-07-28
        at basic/transports#stdio
        at 2026-07-28 basic/transports/stdio
        Standard output carries messages only.
        check WIRE-CLEAN-OUTPUT STOP-QUIET

        STDIO-CLEAN-INPUT must client 2024-11-05..2026-07-28
        at basic/transports#stdio
        at 2026-07-28 basic/transports/stdio
        Standard input carries messages only.
        test MCPTests/WireConformanceTests#conversation

        STDIO-STDERR should client 2025-11-25..2026-07-28
        at basic/transports#stdio
        at 2026-07-28 basic/transports/stdio
        What is on standard error is no sign of a fault.
        test MCPConnectionTests/Client/WithStdioClientTests#standardError

        STDIO-DIRECTION must both 2026-07-28
        at basic/transports/stdio#receiving-messages
        Servers write no requests and clients no answers.
        check WIRE-NO-SERVER-REQUESTS
        test MCPTests/Client/ClientSessionServerMessagesTests#modern

        STDIO-CANCEL must client 2026-07-28
        at basic/transports/stdio#cancellation
        A request is cancelled by a notification with its id.
        test MCPTests/Client/ClientSessionRequestsTests#cancelled

        STDIO-CANCELLED must server 2026-07-28
        at basic/transports/stdio#cancellation
        Nothing more is sent for what was cancelled.
        test MCPTests/Server/ServerSessionReceivingTests#cancelled
        why a stranger's tool that runs long enough is not known

        STDIO-SHUTDOWN should client 2026-07-28
        at basic/transports/stdio#shutdown
        The client closes the input, waits, and then ends the process.
        test MCPConnectionTests/Process/WithServerProcessTests#echo
        test MCPConnectionTests/Process/WithServerProcessTests#killed

        STDIO-EXIT should server 2026-07-28
        at basic/transports/stdio#shutdown
        A server ends when its input does.
        check STOP-ON-CLOSE STOP-STATUS

        STDIO-RESTART should client 2026-07-28
        at basic/transports/stdio#unexpected-termination
        A process that ended unexpectedly is started again.
        why left to whoever supervises the process

        STDIO-PROBE should client 2026-07-28
        at basic/transports/stdio#backward-compatibility
        A client of both eras probes with server/discover first, and a modern one better does, too.
        test MCPTests/Client/ClientSessionOpeningTests#probes

        STDIO-FALLBACK must client 2026-07-28
        at basic/transports/stdio#backward-compatibility
        It falls back on any error that no modern server sends, and on silence.
        test MCPTests/Client/ClientSessionOpeningTests#silence
        test MCPTests/Client/ClientSessionHandshakeTests#legacy

        TRANSPORT-CUSTOM must both 2024-11-05..2026-07-28
        at basic/transports#custom-transports
        at 2026-07-28 basic/transports/index#custom-transports
        Other transports keep messages, patterns and metadata, say how they work, and reuse lines on byte streams.
        why only the transports of the specification are spoken here

        TRANSPORT-BINDING must both 2026-07-28
        at basic/transports/index#messages
        A transport carries requests and notifications one way, answers and notifications the other.
        check WIRE-ANSWERED WIRE-NO-SERVER-REQUESTS
        """
}
