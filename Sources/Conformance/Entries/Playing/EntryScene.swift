/// What is played of a server: a whole conversation, or one contact.
package enum EntryScene: Sendable, Hashable {
    /// Everything that protocol checks try.
    case conversation
    /// One contact, with something wrong or nothing.
    case contact(EntryPlay.Condition)

    /// What is wrong; nothing in a conversation.
    package var condition: EntryPlay.Condition {
        if case .contact(let condition) = self { condition } else { .sound }
    }
}
