/// The listings a server announces changes of.
package enum ChangedList: String, Sendable, Hashable, CaseIterable {
    case tools
    case prompts
    case resources

    /// The notification that announces it.
    package var notificationMethod: String { "notifications/\(rawValue)/list_changed" }
}
