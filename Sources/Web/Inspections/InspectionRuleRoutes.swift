import Domain
import Hummingbird
import Markup
import Store

/// How inspections and findings are handled in the year: the standing office's settings.
enum InspectionRuleRoutes {
    static func add(to router: Routes) {
        router.get("/:year/inspection-rules", .may(.manageInspectionRules)) { _, context in
            try await page(context)
        }
        router.write("/:year/inspection-rules", .may(.manageInspectionRules), use: change)
    }

    private static func page(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let language = context.language
        let rules = try await context.site.store.read { try $0.inspectionRules(of: year) }
        let edited = EditedForm(
            InspectionRuleFields(rules, language).all, version: rules.version, typed: typed,
            refusal: refusal, language)
        let words = Words("Inspections", language)
        let part = TaskFormPart(
            id: "rules", heading: words["rules"], path: Paths.inspectionRules(year),
            token: context.formToken, hidden: edited.hidden, fields: edited.fields,
            problems: edited.problems,
            problemsHeading: language == .vi ? "Chưa ghi được" : "It was not recorded",
            conflict: edited.conflict, save: language == .vi ? "Ghi quy định" : "Record")
        let title = words("rules-title", ["year": String(year)])
        let main: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="lede">\(words["rules-lede"])</p></div></div>
            \(formPart(part, language))
            """
        return context.page(title, in: .inspections, refusal: refusal, main: main)
    }

    @Sendable private static func change(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let user = try context.signedIn().user.id
        do {
            let rules = try InspectionRuleFields.rules(form)
            try await context.site.store.write {
                try $0.setInspectionRules(rules, of: year, by: user)
            }
            return context.redirect(
                to: Paths.inspectionRules(year),
                saying: Bilingual(vi: "Đã ghi quy định.", en: "The rules are recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: form, refusal: refusal)
        }
    }
}

/// The fields of the rules, and the rules that were typed into them.
struct InspectionRuleFields {
    private let rules: InspectionRules
    private let language: Language

    init(_ rules: InspectionRules, _ language: Language) {
        self.rules = rules
        self.language = language
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    var all: [Field] {
        func number(_ name: String, _ vi: String, _ en: String, _ value: Int) -> Field {
            Field(
                name: name, label: text(vi, en), kind: .number, value: String(value),
                isRequired: true)
        }
        func choice<Rule: CaseIterable & RawRepresentable & Equatable>(
            _ name: String, _ vi: String, _ en: String, _ value: Rule, _ title: (Rule) -> Bilingual
        ) -> Field where Rule.RawValue == String {
            Field(
                name: name, label: text(vi, en),
                kind: .choice(
                    Rule.allCases.map {
                        Field.Choice(
                            value: $0.rawValue, text: title($0)[language], isChosen: $0 == value)
                    }), value: value.rawValue)
        }
        func tick(_ name: String, _ label: Bilingual, _ isChosen: Bool) -> Field {
            Field(
                name: name, label: label[language].capitalisedFirst,
                kind: .tick(isChosen: isChosen),
                value: isChosen ? "yes" : "")
        }
        let weights = rules.weights
        return [
            number(
                "remedy_days", "Thời hạn khắc phục sau thông báo", "Term of a remedy",
                rules.remedyDays),
            choice("counting", "Tính theo", "Counted in", rules.remedyCounting) { $0.title },
            Field(
                name: "own_sample",
                label: text(
                    "Tỷ lệ tự khắc phục được kiểm tra lại (%)",
                    "Own remedies checked from above (%)"),
                kind: .number, value: Written.share(rules.ownSample, language), isRequired: true),
            number(
                "head_after", "Quá hạn bao nhiêu ngày thì chuyển người đứng đầu",
                "Days overdue until the head is told", rules.headAfter),
            number(
                "office_after", "Quá hạn bao nhiêu ngày thì chuyển cơ quan thường trực",
                "Days overdue until the office is told", rules.officeAfter),
        ]
            + Inspection.Kind.allCases.map {
                tick(
                    "kind_\($0.rawValue)",
                    Bilingual(vi: "Tính vào tỷ lệ: ", en: "Counts to the quota: ") + $0.title,
                    rules.countedKinds.contains($0))
            }
            + Inspection.Mode.allCases.map {
                tick(
                    "mode_\($0.rawValue)",
                    Bilingual(vi: "Tính vào tỷ lệ: ", en: "Counts to the quota: ") + $0.title,
                    rules.countedModes.contains($0))
            }
            + [
                Field(
                    name: "quota_on",
                    label: text("Ngày lấy số đơn vị để tính tỷ lệ", "The day whose bodies count"),
                    kind: .day, value: rules.quotaOn?.vi ?? "",
                    hint: text("Để trống: theo ngày xem.", "Left empty: the day asked.")),
                choice(
                    "merged", "Đơn vị sáp nhập trong năm", "Bodies merged in the year", rules.merged
                ) { $0.title },
                number(
                    "weight_years", "Điểm cho mỗi năm chưa được kiểm tra",
                    "Weight of each year since", weights.years),
                number(
                    "weight_reports", "Điểm cho mỗi báo cáo chậm, bị trả lại",
                    "Weight of each late or returned report", weights.reports),
                number(
                    "weight_findings", "Điểm cho mỗi vấn đề còn mở", "Weight of each open finding",
                    weights.findings),
                number(
                    "weight_repeats", "Điểm cho mỗi vấn đề lặp lại", "Weight of each repeat",
                    weights.repeats),
                number(
                    "weight_dossiers", "Điểm cho mỗi 1% hồ sơ trễ hạn",
                    "Weight of each 1% of late dossiers", weights.dossiers),
                number(
                    "weight_scores", "Điểm cho mỗi điểm chỉ số dưới mức thấp hoặc bị giảm",
                    "Weight of each point of the index under the low mark or lost",
                    weights.scores),
                Field(
                    name: "low_score",
                    label: text(
                        "Chỉ số dưới mức này là thấp (%)", "An index under this is low (%)"),
                    kind: .number, value: Written.share(weights.lowScore, language),
                    isRequired: true),
                Field(
                    name: "source", label: text("Căn cứ", "Source"), value: rules.source,
                    isWide: true),
            ]
    }

    /// - Throws: ``InvalidInput`` naming each field that cannot be read.
    static func rules(_ form: Form) throws -> InspectionRules {
        var problems: [Problem] = []
        func number(_ name: String) -> Int {
            if let value = Int(form.text(name)), (0...1_000).contains(value) { return value }
            problems.append(
                Problem(
                    name, vi: "Hãy ghi số nguyên từ 0 đến 1.000.",
                    en: "Give a whole number from 0 to 1,000."))
            return 0
        }
        let sample = form.share("own_sample", &problems)
        let lowScore = form.share("low_score", &problems)
        let quotaOn = form.day("quota_on", &problems)
        let rules = InspectionRules(
            remedyDays: number("remedy_days"),
            remedyCounting: InspectionRules.Counting(rawValue: form.text("counting")) ?? .calendar,
            ownSample: sample ?? Percentage(basisPoints: 0), headAfter: number("head_after"),
            officeAfter: number("office_after"),
            countedKinds: Set(Inspection.Kind.allCases.filter { form.has("kind_\($0.rawValue)") }),
            countedModes: Set(Inspection.Mode.allCases.filter { form.has("mode_\($0.rawValue)") }),
            quotaOn: quotaOn,
            merged: InspectionRules.Merged(rawValue: form.text("merged")) ?? .heirCounts,
            weights: PickWeights(
                years: number("weight_years"), reports: number("weight_reports"),
                findings: number("weight_findings"), repeats: number("weight_repeats"),
                dossiers: number("weight_dossiers"), scores: number("weight_scores"),
                lowScore: lowScore ?? PickWeights.usual.lowScore),
            source: form.text("source"), version: form.version)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return rules
    }
}
