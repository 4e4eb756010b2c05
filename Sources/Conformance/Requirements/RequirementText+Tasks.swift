extension RequirementText {
    /// Tasks of 2025-11-25.
    static let tasks = """
        TASK-DECLARED must both 2025-11-25
        at basic/utilities/tasks#capabilities
        Who supports tasks declares them, and nobody else is asked for one.
        test MCPTests/Tasks/TaskHandleLegacyTests#capabilities MCPConnectionTests/Client/ClientLegacyTasksTests#ordinary

        TASK-TOOLS must both 2025-11-25
        at basic/utilities/tasks#tool-level-negotiation
        A tool says whether it runs as a task, must or must not; otherwise the error is -32601.
        test MockEverythingTests/TaskFollowingTests#legacy

        TASK-GET should both 2025-11-25
        at basic/utilities/tasks#getting-tasks
        Tasks are asked after at the interval that they name, until they are over.
        test MCPConnectionTests/Client/ClientLegacyTasksTests#result

        TASK-STATUS must both 2025-11-25
        at basic/utilities/tasks#task-status-notification
        Nobody relies on being told of the status.
        test MCPConnectionTests/Client/ClientLegacyTasksTests#result

        TASK-IGNORED must both 2025-11-25
        at basic/utilities/tasks#task-support-and-handling
        Who does not support tasks does what was asked as ever.
        test MCPConnectionTests/Client/ClientLegacyTasksTests#ordinary MockEverythingTests/TaskFollowingTests#unseen

        TASK-IDS must both 2025-11-25
        at basic/utilities/tasks#task-id-requirements
        Ids of tasks are texts, made by who runs them, and unique.
        test MCPTests/Tasks/TaskTableTests#begins

        TASK-LIFE must both 2025-11-25
        at basic/utilities/tasks#task-status-lifecycle
        Tasks begin working, change only as allowed, and stay what they ended as.
        test MCPTests/Tasks/TaskTableTests#ends MCPTests/Tasks/TaskTableTests#cancelled

        TASK-INPUT must both 2025-11-25
        at basic/utilities/tasks#input-required-status
        A task that needs input says so, and its questions name it.
        test MCPConnectionTests/Client/ClientLegacyTasksTests#result

        TASK-TIMES must both 2025-11-25
        at basic/utilities/tasks#ttl-and-resource-management
        Tasks say when they were made and changed, and how long they are kept.
        test MCPConnectionTests/Client/ClientLegacyTasksTests#timeToLive

        TASK-RESULT must both 2025-11-25
        at basic/utilities/tasks#result-retrieval
        The result of a task is exactly that of its request, and is waited for.
        test MCPConnectionTests/Client/ClientLegacyTasksTests#result MCPConnectionTests/Client/ClientLegacyTasksTests#error

        TASK-RELATED must both 2025-11-25
        at basic/utilities/tasks#associating-task-related-messages
        What belongs to a task names it in _meta, except where a parameter does.
        test MCPConnectionTests/Client/ClientLegacyTasksTests#result MockEverythingTests/TaskFollowingTests#legacy

        TASK-LIST must both 2025-11-25
        at basic/utilities/tasks#task-listing
        Tasks are listed in pages, and what can be got is listed.
        test MockEverythingTests/TaskFollowingTests#legacy

        TASK-CANCEL must both 2025-11-25
        at basic/utilities/tasks#task-cancellation
        A cancelled task stays cancelled; what is over cannot be.
        test MCPConnectionTests/Client/ClientLegacyTasksTests#cancelled MCPTests/Tasks/TaskTableTests#cancelled

        TASK-ERRORS must both 2025-11-25
        at basic/utilities/tasks#protocol-errors
        Errors have the codes of JSON-RPC, and tell what went wrong.
        test MockEverythingTests/TaskFollowingTests#legacy

        TASK-ACCESS must both 2025-11-25
        at basic/utilities/tasks#task-isolation-and-access-control
        Tasks are their owner's alone, or have ids that nobody guesses.
        test MCPTests/Tasks/TaskTableTests#callers

        TASK-CARE should both 2025-11-25
        at basic/utilities/tasks#resource-management
        Tasks are limited, cleaned up, watched and logged.
        test MCPTests/Tasks/TaskTableTests#bounded MCPTests/Tasks/TaskTableTests#expiry
        """
}
