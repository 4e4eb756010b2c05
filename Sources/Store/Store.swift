/// Everything that the daemon remembers, behind one door whose methods are whole transactions.
///
/// Nothing in these signatures knows what keeps the data, and none of them holds a transaction open while its caller
/// does something else. A method that returned has been carried through: what it wrote outlives the process. Cancelling
/// the caller ends a read early and never a write that has begun. Every method throws `StoreError` and nothing else.
package protocol Store: ConfigurationStore, InstallStore, HealthStore, AuditStore, RoleStore, ApprovalStore, LeaseStore
{}
