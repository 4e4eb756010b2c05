/// The smallest sound files of their kinds, in Base64.
enum Sample {
    /// A red PNG of two by two dots.
    static let picture = """
        iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR42mM4YWMDRAwQCgAlPgUBnJg77wAAAABJRU5ErkJggg==
        """
    /// A millisecond of a tone, as WAV.
    static let sound = "UklGRiwAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQgAAACAlqqWgGpWag=="
}
