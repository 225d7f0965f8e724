package org.passerelle.deadlines;

/// Dates that start or settle a clock and that no other module knows yet. Each is about one kind of [Subject].
public enum FactKind {
    /// The declaration of activity reached the labour inspectorate (PS-21).
    ACTIVITY_DECLARED(Subject.Kind.OPERATOR),
    /// The inspectorate gave the endorsed copy back (PS-21).
    DECLARATION_ENDORSED(Subject.Kind.OPERATOR),
    /// Day on which a change that must be declared again takes effect (PS-21).
    ENTITY_CHANGES(Subject.Kind.OPERATOR),
    /// The certificate of guarantee was obtained or renewed (PS-25).
    GUARANTEE_OBTAINED(Subject.Kind.OPERATOR),
    /// The general meeting approved the accounts (CA-11).
    ACCOUNTS_APPROVED(Subject.Kind.OPERATOR),
    /// The meeting deliberated on support (CA-15).
    SUPPORT_DELIBERATED(Subject.Kind.OPERATOR),
    /// The employment contract was concluded (PS-45); without it, the day of entry counts.
    CONTRACT_CONCLUDED(Subject.Kind.PERSON),
    /// The employment contract was handed over (PS-45).
    CONTRACT_DELIVERED(Subject.Kind.PERSON),
    /// The trial period was renewed by express agreement (PS-49).
    TRIAL_RENEWED(Subject.Kind.PERSON),
    /// The first visit of information and prevention took place (PS-27).
    VISIT_HELD(Subject.Kind.PERSON),
    /// The prefecture was asked to authenticate the title (KY-05).
    TITLE_CHECK_ASKED(Subject.Kind.PERSON),
    /// Last day of the title that authorises work (KY-05).
    TITLE_EXPIRES(Subject.Kind.PERSON),
    /// A support interview with its signed document (CA-02).
    INTERVIEW_HELD(Subject.Kind.PERSON),
    /// First day of an earlier contract with the same cooperative (CA-03, CA-35).
    EARLIER_CONTRACT_BEGAN(Subject.Kind.PERSON),
    /// The person became an associate (CA-03).
    ASSOCIATED(Subject.Kind.PERSON),
    /// The agreed termination was signed by both (UN-04).
    TERMINATION_SIGNED(Subject.Kind.PERSON),
    /// The administration received the request for approval (UN-04).
    APPROVAL_ASKED(Subject.Kind.PERSON),
    /// The commercial contract was signed (PS-55).
    COMMERCIAL_CONTRACT_SIGNED(Subject.Kind.MISSION),
    /// Concluded with a consumer at a distance (CO-03).
    SOLD_AT_A_DISTANCE(Subject.Kind.MISSION),
    /// Concluded with a consumer off premises (CO-03, CO-05).
    SOLD_OFF_PREMISES(Subject.Kind.MISSION),
    /// The consumer asked expressly, on a durable medium, to start at once (CO-04).
    EARLY_START_ASKED(Subject.Kind.MISSION);

    private final Subject.Kind about;

    FactKind(Subject.Kind about) {
        this.about = about;
    }

    public Subject.Kind about() {
        return about;
    }
}
