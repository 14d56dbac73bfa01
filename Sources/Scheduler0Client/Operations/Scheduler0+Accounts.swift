public import Scheduler0API

extension Scheduler0 {
    /// `POST /accounts`: Create an account.
    public func createAccount(name: String, account: Int64? = nil) async throws(Scheduler0Error) -> Account {
        try await receive(.post, "/accounts", body: AccountName(name: name), account: account)
    }

    /// `GET /accounts/{id}`: Read an account.
    public func getAccount(_ id: Int64, account: Int64? = nil) async throws(Scheduler0Error) -> Account {
        try await receive(.get, "/accounts/\(id)", account: account ?? id)
    }

    /// `PUT /accounts/{id}`: Rename an account.
    public func updateAccount(
        _ id: Int64, name: String, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Account {
        try await receive(.put, "/accounts/\(id)", body: AccountName(name: name), account: account ?? id)
    }

    /// `PUT /accounts/{id}/feature`: Give an account a feature.
    public func addFeatureToAccount(
        _ id: Int64, featureID: Int64, account: Int64? = nil
    ) async throws(Scheduler0Error) -> FeatureChoice {
        try await receive(
            .put, "/accounts/\(id)/feature", body: FeatureChoice(featureID: featureID), account: account ?? id)
    }

    /// `DELETE /accounts/{id}/feature`: Take a feature from an account.
    public func removeFeatureFromAccount(
        _ id: Int64, featureID: Int64, account: Int64? = nil
    ) async throws(Scheduler0Error) {
        try await send(
            .delete, "/accounts/\(id)/feature", body: FeatureChoice(featureID: featureID), account: account ?? id)
    }

    /// `PUT /accounts/{id}/features/all`: Give an account every feature.
    public func addAllFeaturesToAccount(
        _ id: Int64, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Acknowledgement {
        try await receive(.put, "/accounts/\(id)/features/all", account: account ?? id)
    }

    /// `DELETE /accounts/{id}/features/all`: Take every feature from an account.
    public func removeAllFeaturesFromAccount(
        _ id: Int64, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Acknowledgement {
        try await receive(.delete, "/accounts/\(id)/features/all", account: account ?? id)
    }

    /// `GET /accounts/{id}/execution-count`: Read how many executions are left.
    public func getExecutionCount(_ id: Int64, account: Int64? = nil) async throws(Scheduler0Error) -> ExecutionCount {
        try await receive(.get, "/accounts/\(id)/execution-count", account: account ?? id)
    }

    /// `PUT /accounts/{id}/execution-count`: Add executions.
    public func increaseExecutionCount(
        _ id: Int64, by count: Int64, account: Int64? = nil
    ) async throws(Scheduler0Error) -> NewExecutionCount {
        try await receive(
            .put, "/accounts/\(id)/execution-count", body: ExecutionCountIncrease(count: count), account: account ?? id)
    }

    /// `GET /accounts/{id}/tokens`: Read the token balance.
    public func getAccountTokens(_ id: Int64, account: Int64? = nil) async throws(Scheduler0Error) -> TokenBalance {
        try await receive(.get, "/accounts/\(id)/tokens", account: account ?? id)
    }

    /// `PUT /accounts/{id}/tokens/add`: Add tokens.
    public func addAccountTokens(
        _ id: Int64, amount: Int64, account: Int64? = nil
    ) async throws(Scheduler0Error) -> NewTokenBalance {
        try await receive(.put, "/accounts/\(id)/tokens/add", body: TokenTopUp(amount: amount), account: account ?? id)
    }

    /// `GET /accounts/{id}/ai/usage`: Read the use of the AI quotas.
    public func getAIUsage(_ id: Int64, account: Int64? = nil) async throws(Scheduler0Error) -> AIUsage {
        try await receive(.get, "/accounts/\(id)/ai/usage", account: account ?? id)
    }

    /// `GET /features`: List the features there are.
    public func listFeatures(account: Int64? = nil) async throws(Scheduler0Error) -> [FeatureDescription] {
        try await receive(.get, "/features", account: account)
    }
}
