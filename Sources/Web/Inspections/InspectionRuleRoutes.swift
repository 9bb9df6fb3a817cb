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
        func group(_ key: String, _ names: String...) -> RecordFormPage.Group {
            RecordFormPage.Group(
                heading: words["rules-\(key)"],
                fields: edited.fields.filter { field in names.contains { field.name.hasPrefix($0) }
                })
        }
        let title = words("rules-title", ["year": String(year)])
        let page = RecordFormPage(
            language: language,
            crumbs: [
                Link(InspectionView.quotas.title[language], Paths.quotas(year)),
                Link(words["rules"]),
            ], title: title, lede: words["rules-lede"], path: Paths.inspectionRules(year),
            token: context.formToken, hidden: edited.hidden,
            groups: [
                group(
                    "remedies", "remedy_days", "counting", "own_sample", "head_after",
                    "office_after"),
                group("quota", "kind_", "mode_", "quota_on", "merged"),
                group("weights", "weight_", "low_score"), group("source", "source"),
            ], problems: edited.problems, conflict: edited.conflict, saveLabel: words["save"],
            cancelPath: Paths.quotas(year), withdraw: nil, history: [])
        return context.page(
            title, in: .inspections, refusal: refusal, main: recordFormView(page))
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
                "remedy_days", "Hạn khắc phục sau thông báo (ngày)", "Term of a remedy (days)",
                rules.remedyDays),
            choice("counting", "Tính theo", "Counted in", rules.remedyCounting) { $0.title },
            Field(
                name: "own_sample",
                label: text(
                    "Tự khắc phục được kiểm tra lại (%)",
                    "Own remedies checked from above (%)"),
                kind: .number, value: Written.share(rules.ownSample, language), isRequired: true),
            number(
                "head_after", "Quá hạn (ngày) thì báo người đứng đầu",
                "Days overdue until the head is told", rules.headAfter),
            number(
                "office_after", "Quá hạn (ngày) thì báo cơ quan thường trực",
                "Days overdue until the office is told", rules.officeAfter),
        ]
            + Inspection.Kind.allCases.map {
                tick(
                    "kind_\($0.rawValue)",
                    $0.title, rules.countedKinds.contains($0))
            }
            + Inspection.Mode.allCases.map {
                tick(
                    "mode_\($0.rawValue)",
                    $0.title, rules.countedModes.contains($0))
            }
            + [
                Field(
                    name: "quota_on",
                    label: text("Ngày lấy số đơn vị", "The day whose bodies count"),
                    kind: .day, value: rules.quotaOn?.vi ?? "",
                    hint: text("Để trống: theo ngày xem.", "Left empty: the day asked.")),
                choice(
                    "merged", "Đơn vị sáp nhập trong năm", "Bodies merged in the year", rules.merged
                ) { $0.title },
                number(
                    "weight_years", "Mỗi năm chưa được kiểm tra",
                    "Each year since", weights.years),
                number(
                    "weight_reports", "Mỗi báo cáo chậm, bị trả lại",
                    "Each late or returned report", weights.reports),
                number(
                    "weight_findings", "Mỗi vấn đề còn mở", "Each open finding",
                    weights.findings),
                number(
                    "weight_repeats", "Mỗi vấn đề lặp lại", "Each repeat",
                    weights.repeats),
                number(
                    "weight_dossiers", "Mỗi 1% hồ sơ trễ hạn",
                    "Each 1% of late dossiers", weights.dossiers),
                number(
                    "weight_scores", "Mỗi điểm chỉ số thấp hoặc bị giảm",
                    "Each point of a low or falling index",
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
