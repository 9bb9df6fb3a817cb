import Domain

/// What a person typed about one proposed target.
struct TargetForm {
    let form: Form
    let tree: AgencyTree

    init(_ form: Form, _ tree: AgencyTree) {
        self.form = form
        self.tree = tree
    }

    /// The terms as typed.
    ///
    /// - Throws: ``InvalidInput`` with every field that cannot be read.
    func terms() throws -> Plan.Target.Terms {
        var problems: [Problem] = []
        let title = form.required("title", &problems)
        let deadline = form.day("deadline", &problems)
        let lead = agency("lead", &problems)
        let unit = form.text("unit")
        let terms = Plan.Target.Terms(
            title: title, comparator: Comparator(rawValue: form.text("comparator")) ?? .equal,
            value: value(&problems), unit: unit, measure: Measure(rawValue: form.text("measure")),
            scope: form.optional("scope").map { Scope.ID($0) }, deadline: deadline,
            deadlineSource: form.text("deadline_source"), lead: lead,
            answerable: form.text("answerable"),
            reading: Plan.Target.Reading(rawValue: form.text("reading")),
            readingBasis: form.text("reading_basis"))
        if !problems.isEmpty { throw InvalidInput(problems) }
        return terms
    }

    /// The body whose code was typed; `nil` when the field is empty.
    func agency(_ name: String, _ problems: inout [Problem]) -> Agency.ID? {
        guard let code = form.optional(name) else { return nil }
        if let body = tree.bodies(coded: code).first { return body.id }
        problems.append(
            Problem(
                name,
                vi:
                    "Không có cơ quan nào mang mã “\(code)” vào ngày \(tree.day.vi); hãy chọn trong danh sách.",
                en: "No body has the code “\(code)” on \(tree.day.en); choose one from the list."))
        return nil
    }

    /// "30", "31,25", "45-50", or a word for a class.
    private func value(_ problems: inout [Problem]) -> TargetValue? {
        guard let typed = form.optional("value") else { return nil }
        let ends = typed.split(separator: "-").map { TargetForm.hundredths(String($0).trimmed) }
        if ends.count == 1, let only = ends[0] { return .number(hundredths: only) }
        if ends.count == 2, let low = ends[0], let high = ends[1] {
            if low <= high { return .range(lowHundredths: low, highHundredths: high) }
            problems.append(
                Problem(
                    "value", vi: "Khoảng “\(typed)” phải ghi số nhỏ trước, ví dụ 45 - 50.",
                    en: "The range “\(typed)” must begin with the smaller number, as 45 - 50."))
            return nil
        }
        if typed.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) {
            problems.append(
                Problem(
                    "value", vi: "“\(typed)” không phải là số; hãy ghi như 30, 31,25 hoặc 45 - 50.",
                    en: "“\(typed)” is not a number; write it as 30, 31,25 or 45 - 50."))
            return nil
        }
        return .word(typed)
    }

    /// "31,25" or "31.25" as 3,125; `nil` for anything else or more than two decimals.
    static func hundredths(_ typed: String) -> Int? {
        let parts = typed.replacing("%", with: "").trimmed.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "." })
        guard let first = parts.first, let whole = Int(first), whole >= 0, whole < 1_000_000_000,
            parts.count <= 2
        else {
            return nil
        }
        guard parts.count == 2 else { return whole * 100 }
        guard parts[1].count <= 2, !parts[1].isEmpty, let rest = Int(parts[1]), rest >= 0 else {
            return nil
        }
        return whole * 100 + (parts[1].count == 1 ? rest * 10 : rest)
    }
}

/// What a person typed about the plan itself before confirming it.
struct PlanHeadForm {
    let form: Form

    init(_ form: Form) {
        self.form = form
    }

    func plan(_ plan: Plan) throws -> Plan {
        var problems: [Problem] = []
        let issuedOn = form.day("issued_on", &problems)
        let effectiveOn = form.day("effective_on", &problems)
        let year = form.count("year", &problems)
        if !problems.isEmpty { throw InvalidInput(problems) }
        let isAgencys = plan.parent != nil
        return Plan(
            id: plan.id, agency: plan.agency, year: isAgencys ? plan.year : year ?? plan.year,
            type: plan.type,
            symbol: form.text("symbol"), title: form.text("title"), place: plan.place,
            signer: form.text("signer"), issuedOn: issuedOn, effectiveOn: effectiveOn,
            parent: plan.parent,
            amends: isAgencys ? plan.amends : form.optional("amends").map { Plan.ID($0) },
            programme: form.optional("programme").map { Programme.ID($0) },
            confirmation: plan.confirmation, declaredOn: plan.declaredOn,
            replacedBy: plan.replacedBy,
            version: form.version)
    }
}
