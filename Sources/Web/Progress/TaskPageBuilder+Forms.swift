import Domain
import Store

/// What was typed into one of a task's forms, and why it was refused.
struct TaskTyped: Sendable {
    /// `report`, `cancel` or `roll`.
    let form: String
    let fields: Form
    let refusal: any UserFacingError
}

extension TaskPageBuilder {
    private var isOpen: Bool { task.closedOn == nil && task.state != .cancelled }

    private func part(
        _ id: String, _ heading: String, _ path: String, _ fields: [Field], save: String,
        isFolded: Bool = false, refuses: Bool = false
    ) -> TaskFormPart {
        let refused = typed?.form == id ? typed : nil
        let edited = EditedForm(
            fields, version: task.version, typed: refused?.fields, refusal: refused?.refusal,
            language)
        return TaskFormPart(
            id: "form-\(id)", heading: heading, path: path, token: token, hidden: edited.hidden,
            fields: edited.fields, problems: edited.problems,
            problemsHeading: text("Chưa ghi được", "It was not recorded"),
            conflict: edited.conflict, save: save, isFolded: isFolded, refuses: refuses)
    }

    var reportForm: TaskFormPart? {
        guard rights.report, isOpen, task.state != .approach else { return nil }
        let hasParts = parts.contains { $0.state != .cancelled && $0.state != .approach }
        let kinds: [TaskProgress.Kind] =
            task.state == .done
            ? [.reopened] : hasParts ? [.going, .nothing] : [.going, .done, .nothing]
        return part(
            "report", text("Báo cáo tiến độ", "Report"),
            Paths.taskProgress(year, task.code ?? ""),
            [
                Field(
                    name: "kind", label: text("Báo cáo", "Report"),
                    kind: .oneOf(
                        kinds.map { Field.Choice(value: $0.rawValue, text: $0.title[language]) }),
                    value: kinds.first?.rawValue ?? "", isRequired: true),
                Field(
                    name: "on", label: text("Tính đến ngày", "As of"), kind: .day,
                    value: asked.day.vi,
                    hint: text(
                        "Nếu đã hoàn thành: ngày hoàn thành.", "If done: the day it was done."),
                    isRequired: true),
                Field(
                    name: "share", label: text("Tiến độ (%)", "Progress (%)"), kind: .number,
                    value: task.share.map { Written.share($0, language) } ?? "",
                    hint: hasParts
                        ? text(
                            "Số tự báo cáo; số tính theo các phần để riêng.",
                            "As you report it; what the parts make of it stands apart.") : nil),
                Field(
                    name: "note", label: text("Kết quả thực hiện", "What was done"),
                    kind: .longText(rows: 3), isWide: true),
                Field(
                    name: "product",
                    label: text("Sản phẩm (số, ký hiệu, ngày)", "Product handed over"),
                    isWide: true),
                Field(
                    name: "difficulty", label: text("Khó khăn, vướng mắc", "Difficulties"),
                    isWide: true),
            ], save: text("Ghi báo cáo", "Record"), isFolded: task.state == .done)
    }

    /// Whom the task is given to: blocks to be ticked, bodies by code beside them.
    var spreadForm: TaskFormPart? {
        guard rights.manage, task.canBeSpread else { return nil }
        let refused = typed?.form == "spread" ? typed?.fields : nil
        let meant = CollectiveLead(words: task.leadText, finder: AgencyFinder(tree))
        let blocks: [Field] = Agency.Block.allCases.compactMap { block in
            let count = tree.bodies.count { $0.block == block && $0.id != plan.agency }
            guard count > 0, block != .units else { return nil }
            let isMeant = parts.isEmpty && meant.blocks.contains(block)
            return Field(
                name: "block-\(block.rawValue)",
                label: "\(block.title[language]) (\(Written.count(count, language)))",
                kind: .tick(
                    isChosen: refused.map { $0.has("block-\(block.rawValue)") } ?? isMeant))
        }
        func codes(_ agencies: [Agency.ID]) -> String {
            agencies.compactMap { tree.body($0)?.code }.joined(separator: ", ")
        }
        return part(
            "spread", text("Phân cho từng đơn vị thực hiện", "Give it to agencies, one by one"),
            Paths.taskParts(year, task.code ?? ""),
            blocks + [
                Field(
                    name: "including", label: text("Thêm cơ quan (mã)", "And these (codes)"),
                    value: parts.isEmpty && meant.bodies.count > 1 ? codes(meant.bodies) : "",
                    hint: text("Cách nhau bằng dấu phẩy.", "Separated by commas.")),
                Field(
                    name: "excluding", label: text("Trừ cơ quan (mã)", "But not these (codes)")),
                Field(
                    name: "part_rule",
                    label: text("Hoàn thành khi tính theo", "It completes by"),
                    kind: .choice(
                        Plan.Task.PartRule.allCases.map {
                            Field.Choice(
                                value: $0.rawValue, text: $0.title[language],
                                isChosen: $0 == task.partRule)
                        }), value: task.partRule.rawValue,
                    hint: task.leadText.isEmpty
                        ? nil
                        : text(
                            "Văn bản giao: “\(task.leadText)”. Mỗi đơn vị nhận một phần, cùng nội dung và thời hạn.",
                            "The plan says “\(task.leadText)”. Each gets a part with the same words and deadline."
                        )),
            ], save: text("Phân nhiệm vụ", "Spread it"),
            isFolded: !(task.lead == nil && meant.isMany && parts.isEmpty))
    }

    var cancelForm: TaskFormPart? {
        guard rights.manage, isOpen else { return nil }
        return part(
            "cancel", text("Đưa nhiệm vụ ra khỏi kế hoạch", "Take the task out of the plan"),
            Paths.taskCancellation(year, task.code ?? ""),
            [
                Field(
                    name: "on", label: text("Từ ngày", "From"), kind: .day, value: asked.day.vi,
                    isRequired: true),
                Field(
                    name: "basis", label: text("Văn bản hoặc lý do", "Document or reason"),
                    isRequired: true, isWide: true),
            ], save: text("Đưa ra khỏi kế hoạch", "Take out"), isFolded: true, refuses: true)
    }

    var rollForm: TaskFormPart? {
        guard rights.manage, rights.yearIsOver, rolledInto == nil,
            task.state == .open || task.state == .failed
        else { return nil }
        return part(
            "roll", text("Chuyển sang kế hoạch năm \(year + 1)", "Roll into \(year + 1)"),
            Paths.taskRollover(year, task.code ?? ""),
            [
                Field(
                    name: "due_on", label: text("Hạn mới", "New last day"), kind: .day,
                    hint: text(
                        "Để trống nếu chưa xác định.", "Leave empty while it is not settled."))
            ], save: text("Chuyển sang năm sau", "Roll over"), isFolded: true)
    }
}
