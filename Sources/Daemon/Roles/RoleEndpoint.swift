package import MCPHTTP

/// What answers the agents of a role, under a name of our own.
///
/// `DaemonService` is the first file of this module that the compiler reads: if it imported what brings NIO along, the
/// structures of the C library would be taken for NIO's from then on, and the other files could not use them.
package typealias RoleEndpoint = MCPEndpoint
