/// What the daemon does for its callers, apart from HTTP: each method is one request, and throws a `Problem`.
package protocol DaemonService: Sendable {}
