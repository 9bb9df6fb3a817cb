import Domain

extension WritableDatabase {
    /// Records a programme of several years, which plans carry out.
    public func addProgramme(_ programme: Programme, by user: User.ID) throws {
        try require(.managePlans, of: user)
        try run(
            """
            INSERT INTO programmes (id, symbol, title, first_year, last_year)
            VALUES (\(programme.id), \(programme.symbol), \(programme.title), \(programme.firstYear),
              \(programme.lastYear))
            """
        )
        try journal(
            "programme.added", by: user, [Change("programme", programme.id.text, after: programme)])
    }
}
