import Domain

extension DraftPlan {
    /// The draft as an outline that a person reads in the terminal.
    public func outline(_ language: Language) -> String {
        let outline = PlanOutline(plan: self, language: language)
        return
            (outline.head() + outline.clauses() + outline.targets() + outline.tasks()
            + outline.queries())
            .joined(separator: "\n") + "\n"
    }
}

/// Writes the parts of the outline, line by line.
private struct PlanOutline {
    let plan: DraftPlan
    let language: Language

    func head() -> [String] {
        let header = plan.document
        let fields: [(String, String, String?)] = [
            ("Số, ký hiệu", "Symbol", header.symbol),
            ("Loại văn bản", "Type", header.type),
            ("Trích yếu", "Title", header.title),
            ("Cơ quan ban hành", "Issuer", header.issuer),
            ("Nơi ban hành", "Place", header.place),
            ("Ngày ban hành", "Issued on", header.issuedOn?[language]),
            ("Ngày có hiệu lực", "In force from", header.effectiveOn?[language]),
            ("Năm kế hoạch", "Plan year", header.year.map(String.init)),
            ("Người ký", "Signer", header.signer),
        ]
        let unknown = say("chưa rõ", "unknown")
        return heading("VĂN BẢN", "DOCUMENT")
            + fields.map { "  \(say($0, $1)): \($2.map(short) ?? unknown)" }
    }

    func clauses() -> [String] {
        var counts: [DraftClause.Kind: Int] = [:]
        for clause in plan.clauses { counts[clause.kind, default: 0] += 1 }
        let summary = DraftClause.Kind.allCases.compactMap { kind in
            counts[kind].map { "\(kind.title[language]): \(Written.number($0, language))" }
        }
        return heading("BỐ CỤC", "STRUCTURE") + ["  " + summary.joined(separator: "; ")]
            + plan.clauses.filter { $0.kind == .heading }.map { clause in
                let depth = clause.path.unicodeScalars.count { $0 == "." }
                return String(repeating: "  ", count: depth + 1) + short(clause.text)
            }
    }

    func targets() -> [String] {
        heading("CHỈ TIÊU (\(plan.targets.count))", "TARGETS (\(plan.targets.count))")
            + plan.targets.flatMap { target in
                ["  \(target.clause)  \(promise(target))", "      “\(short(target.text))”"]
                    + details(target)
            }
    }

    private func promise(_ target: DraftTarget) -> String {
        var words = target.comparator.title[language]
        if let value = target.value { words += " " + value.text(language) }
        if let unit = target.unit, unit != "rank" { words += unit == "%" ? "%" : " " + unit }
        return words
    }

    private func details(_ target: DraftTarget) -> [String] {
        let fields: [(String, String, String?)] = [
            ("phạm vi", "scope", target.scope), ("tính riêng từng", "one by one over", target.each),
            ("thời hạn", "deadline", deadline(target.deadline)),
            ("phương pháp tính gợi ý", "suggested measure", target.measure),
        ]
        return fields.compactMap { vi, en, value in
            value.map { "      \(say(vi, en)): \(short($0))" }
        }
    }

    func tasks() -> [String] {
        let means = plan.tasks.count { $0.isMeans }
        return heading(
            "NHIỆM VỤ, GIẢI PHÁP (\(plan.tasks.count), trong đó giải pháp: \(means))",
            "TASKS (\(plan.tasks.count), of which means: \(means))")
            + plan.tasks.flatMap { task in
                let fields: [(String, String, String?)] = [
                    ("chủ trì", "lead", task.lead), ("phối hợp", "cooperating", task.cooperating),
                    ("sản phẩm", "product", task.product),
                    ("thời hạn", "deadline", deadline(task.deadline)),
                    ("kinh phí", "budget", task.budget),
                ]
                return ["  \(task.clause)  \(short(task.text))"]
                    + fields.compactMap { vi, en, value in
                        value.map { "      \(say(vi, en)): \(short($0))" }
                    }
            }
    }

    func queries() -> [String] {
        heading("CHỖ CẦN HỎI LẠI (\(plan.queries.count))", "QUERIES (\(plan.queries.count))")
            + plan.queries.map { query in
                "  \(say("ký tự", "characters")) \(query.start)-\(query.end): \(query.message[language])"
            }
    }

    private func deadline(_ deadline: DraftDeadline?) -> String? {
        switch deadline {
        case .day(let day)?: day[language]
        case .words(let words)?: words
        case nil: nil
        }
    }

    private func heading(_ vi: String, _ en: String) -> [String] { ["", say(vi, en)] }

    private func say(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    /// On one line, at most 160 characters.
    private func short(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count <= 160 ? words : words.prefix(159) + "…"
    }
}
