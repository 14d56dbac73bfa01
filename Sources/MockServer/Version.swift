/// The version of this server, as `--version` and `GET /__admin/health` tell it.
public let mockServerVersion = "0.1.0"
