import OpenAPIContract
import Scheduler0API
import Scheduler0Client

/// Nodes and leadership. Observed: server-behaviour 11.2.
enum ClusterStory {
    static let story = Story("cluster", "nodes, leadership, dumps") { stage async throws(Stop) in
        guard let admin = stage.cast.admin else { return stage.skip("nodes are listed", because: Cast.noAdmin) }
        guard
            let nodes = try await stage.check(
                "the nodes are listed", "listNodes",
                {
                    let nodes = try await admin.listNodes()
                    try stage.expect(!nodes.isEmpty, "a node")
                    try stage.expectEqual(Set(nodes.map(\.nodeID)).count, nodes.count, "different ids:")
                    return nodes
                })
        else { return }
        for operation in stage.document.operations where operation.pathTemplate.hasPrefix("/cluster/dump/") {
            try await stage.check("\(operation.id) answers", operation.id) {
                try stage.expect(
                    try await stage.raw("GET", operation.pathTemplate, as: .client(admin)), status: 200)
            }
        }
        guard stage.cast.mayHarm, let first = nodes.first?.nodeID else {
            return stage.skip("nodes come and go", because: Cast.harmful)
        }
        try await nodesComeAndGo(first, admin, stage)
        try await leadership(first, admin, stage)
        try await refusals(admin, stage)
    }

    private static func nodesComeAndGo(_ first: Int64, _ admin: Scheduler0, _ stage: Stage) async throws(Stop) {
        try await stage.check("a node joins", "addNode") {
            let status = try await admin.addNode(77, nodeAddress: "127.0.0.1:9", clientAddress: "http://127.0.0.1:9")
                .status
            try stage.expectEqual(status, "node added", "status")
        }
        try await stage.check("a node is promoted", "promoteNode") {
            try stage.expectEqual(try await admin.promoteNode(first).status, "node promoted to voter", "status")
        }
        try await stage.check("a node is demoted", "demoteNode") {
            try stage.expectEqual(try await admin.demoteNode(first).status, "node demoted to non-voter", "status")
        }
        try await stage.check("a node leaves", "removeNode") {
            try stage.expectEqual(try await admin.removeNode(first).status, "node removed", "status")
        }
    }

    private static func leadership(_ first: Int64, _ admin: Scheduler0, _ stage: Stage) async throws(Stop) {
        try await stage.check("leadership is transferred", "transferLeadership") {
            try stage.expectEqual(try await admin.transferLeadership().status, "leadership transferred", "status")
        }
        try await stage.check("a rebuild is forced from the seed node", "forceRebuild") {
            try stage.expectEqual(try await admin.forceRebuild(seedNodeID: first).status, "rebuild initiated", "status")
        }
        try await stage.check("a node removes itself", "removeSelf") {
            try stage.expectEqual(try await admin.removeSelf().status, "removed", "status")
        }
        try await stage.check("a node adds itself", "addSelf") {
            try stage.expectEqual(try await admin.addSelf().status, "added", "status")
        }
        try await stage.check("raft is reset", "resetRaft") {
            try stage.expectEqual(try await admin.resetRaft().status, "raft reset", "status")
        }
    }

    private static func refusals(_ admin: Scheduler0, _ stage: Stage) async throws(Stop) {
        for (operation, path) in [
            ("addNode", "/cluster/add-node"), ("removeNode", "/cluster/remove-node"),
            ("promoteNode", "/cluster/promote-node"), ("demoteNode", "/cluster/demote-node"),
        ] {
            for query in ["", "?nodeId=abc", "?nodeId="] {
                try await stage.check("\(path)\(query) is refused", operation) {
                    try stage.expect(
                        try await stage.raw("POST", path + query, as: .client(admin)), status: 400, "nodeId")
                }
            }
            guard operation != "addNode" else { continue }
            try await stage.check("\(operation) knows no node 999999", operation) {
                try stage.expect(
                    try await stage.raw("POST", "\(path)?nodeId=999999", as: .client(admin)), status: 404, "999999")
            }
        }
        for query in ["?nodeId=78", "?nodeId=78&nodeAddress=a"] {
            try await stage.check("/cluster/add-node\(query) lacks an address", "addNode") {
                try stage.expect(
                    try await stage.raw("POST", "/cluster/add-node\(query)", as: .client(admin)), status: 400, "Address"
                )
            }
        }
        for query in ["", "?seedNodeId=abc", "?seedNodeId=999999"] {
            try await stage.check("/cluster/force-rebuild\(query) is refused", "forceRebuild") {
                try stage.expect(
                    try await stage.raw("POST", "/cluster/force-rebuild\(query)", as: .client(admin)), status: 400)
            }
        }
    }
}
