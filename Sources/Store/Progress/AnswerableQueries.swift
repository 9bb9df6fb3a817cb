import Domain

extension ReadableDatabase {
    /// Returns who answers for the task on the day, as "name, post".
    ///
    /// Heads and deputies are named to everybody, others only to whoever may know of people.
    public func answering(_ task: Plan.Task.ID, on day: Day, to mayKnow: Bool) throws -> Bilingual?
    {
        try answering(.task, task.text, on: day, to: mayKnow)
    }

    /// Returns the same for a record of any kind that somebody answers for.
    public func answering(
        _ kind: Duty.Kind, _ record: String, on day: Day, to mayKnow: Bool
    ) throws -> Bilingual? {
        guard let duty = try duty(kind, record, on: day) else { return nil }
        let held = try posts(
            where: """
                p.person = \(duty.person) AND p.from_on <= \(day)
                  AND (p.until_on IS NULL OR p.until_on > \(day))
                """)
        let post = held.first { $0.agency == duty.agency } ?? held.first
        guard mayKnow || post?.role.isPublic ?? false else { return nil }
        let name = Bilingual(try users([duty.person])[duty.person]?.name ?? "")
        return post.map { name + Bilingual(", ") + $0.named } ?? name
    }

    /// Returns the post in words, with its holder and its days, also when it has ended.
    public func heldPost(_ id: Post.ID, named mayKnow: Bool) throws -> Bilingual? {
        guard let post = try posts(where: "p.id = \(id)").first else { return nil }
        let name =
            mayKnow || post.role.isPublic
            ? Bilingual((try users([post.person])[post.person]?.name ?? "") + ", ") : Bilingual("")
        let from = post.tenure.from
        return name + post.named
            + Bilingual(vi: " (từ \(from.vi)", en: " (from \(from.en)")
            + (post.tenure.until.map {
                Bilingual(vi: " đến trước \($0.vi))", en: " until \($0.en))")
            } ?? Bilingual(")"))
    }

    /// Returns the holder of a post with the post: "Trần Văn A, Giám đốc Sở Nội vụ".
    public func leaderName(_ post: Post) throws -> Bilingual {
        Bilingual((try users([post.person])[post.person]?.name ?? "") + ", ") + post.named
    }

    /// Returns what people cite the task by, and its year.
    public func codeAndYear(of task: Plan.Task.ID) throws -> (code: String, year: Int)? {
        try rows("SELECT code, year FROM tasks WHERE id = \(task)").first.map {
            ($0.optionalText(0) ?? "", $0.int(1))
        }
    }
}
