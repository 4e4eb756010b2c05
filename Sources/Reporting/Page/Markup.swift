import Conformance

/// HTML under construction: names are written in the source, and every text and attribute is escaped.
///
/// It escapes scalar by scalar: a quotation mark that carries a combining accent still ends an attribute in a browser.
struct Markup {
    private(set) var text = ""

    /// Attributes by name; one of nil is left out.
    typealias Attributes = KeyValuePairs<StaticString, String?>

    /// Text, whatever it is; what steers or turns is made visible.
    mutating func add(_ text: String) { self.text += XMLText.content(Excerpt.visible(text)) }

    /// An element with more inside.
    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void) {
        open(name, attributes)
        content(&self)
        text += "</\(name)>"
    }

    /// An element with a text inside.
    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text content: String) {
        element(name, attributes) { $0.add(content) }
    }

    /// An element that has no inside, such as `meta`.
    mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) { open(name, attributes) }

    /// A line break in the source, where a reader of it wants one.
    mutating func newline() { text += "\n" }

    /// An element whose content is ours and no markup: a style or a script.
    mutating func verbatim(_ name: StaticString, _ attributes: Attributes = [:], _ content: String) {
        open(name, attributes)
        text += content
        text += "</\(name)>"
    }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        text += "<\(name)"
        for (key, value) in attributes {
            guard let value else { continue }
            text += value.isEmpty ? " \(key)" : " \(key)=\"\(XMLText.attribute(Excerpt.visible(value)))\""
        }
        text += ">"
    }
}
