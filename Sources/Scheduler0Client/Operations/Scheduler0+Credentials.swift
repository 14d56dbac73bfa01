public import Scheduler0API

extension Scheduler0 {
    /// `GET /credentials`: List credentials.
    public func listCredentials(
        _ query: ListQuery<CredentialColumn> = .init(), account: Int64? = nil
    ) async throws(Scheduler0Error) -> Page<Credential> {
        try await receive(.get, "/credentials", query: query.items, account: account)
    }

    /// `POST /credentials`: Create a credential.
    public func createCredential(
        _ credential: CredentialCreate, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Credential {
        try await receive(.post, "/credentials", body: credential, account: account)
    }

    /// `GET /credentials/{id}`: Read a credential.
    public func getCredential(_ id: Int64, account: Int64? = nil) async throws(Scheduler0Error) -> Credential {
        try await receive(.get, "/credentials/\(id)", account: account)
    }

    /// `PUT /credentials/{id}`: Archive a credential or bring it back.
    public func updateCredential(
        _ id: Int64, _ change: CredentialUpdate, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Credential {
        try await receive(.put, "/credentials/\(id)", body: change, account: account)
    }

    /// `DELETE /credentials/{id}`: Delete a credential.
    public func deleteCredential(_ id: Int64, deletedBy: String, account: Int64? = nil) async throws(Scheduler0Error) {
        try await send(.delete, "/credentials/\(id)", body: Deletion(deletedBy: deletedBy), account: account)
    }

    /// `POST /credentials/{id}/archive`: Archive a credential.
    public func archiveCredential(
        _ id: Int64, archivedBy: String, account: Int64? = nil
    ) async throws(Scheduler0Error) {
        try await send(.post, "/credentials/\(id)/archive", body: Archiving(archivedBy: archivedBy), account: account)
    }

    /// `POST /credentials/rotate-secret`: Encrypt all credentials anew.
    public func rotateCredentialSecret(account: Int64? = nil) async throws(Scheduler0Error) -> RotatedCredentials {
        try await receive(.post, "/credentials/rotate-secret", account: account)
    }

    /// `POST /account/rotate-secret`: Encrypt all stored secrets anew.
    public func rotateSecret(
        oldSecretKey: String, account: Int64? = nil
    ) async throws(Scheduler0Error) -> RotationCounts {
        try await receive(
            .post, "/account/rotate-secret", body: SecretRotation(oldSecretKey: oldSecretKey), account: account)
    }
}
