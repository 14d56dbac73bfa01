/// The compiled schemas of a document.
///
/// Schemas are handed out while the document is still being read, so the nodes come last: `seal` is called once, by
/// the initialiser that made the table, before anybody else can see it. After that nothing changes, which is what
/// makes the sharing safe.
final class SchemaTable: @unchecked Sendable {
    private(set) var nodes: [SchemaNode] = []

    func seal(_ nodes: [SchemaNode]) { self.nodes = nodes }
}
