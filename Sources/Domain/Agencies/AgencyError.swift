/// What the list of agencies refuses.
public enum AgencyError: UserFacingError, Hashable {
    case succeedsItself

    public var code: String { "agency.succeeds-itself" }
    public var kind: ErrorKind { .invalid }
    public var message: Bilingual {
        Bilingual(
            vi: "Một cơ quan không thể kế thừa chính nó; hãy chọn cơ quan khác.",
            en: "A body cannot succeed itself; choose another one.")
    }
}
