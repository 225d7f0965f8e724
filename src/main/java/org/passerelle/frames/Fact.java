package org.passerelle.frames;

/// A fact that can be asked for. Its sentence is the message `question.<code>`.
public enum Fact {
    PURPOSE("client.purpose"),
    ACTIVITY("service.activity"),
    AT_HOME("service.atHome"),
    GOODS("service.goods"),
    REGULATED("service.regulatedProfession"),
    DANGEROUS("service.dangerousWork"),
    STRIKERS("service.replacesStrikers"),
    DIPLOMA("worker.diplomaLevel"),
    EXPERIENCE("worker.experienceMonths"),
    OWN_SIREN("worker.ownSiren"),
    SAP_DECLARED("worker.sapDeclared"),
    SAP_APPROVED("worker.sapApproved"),
    HOUSE_SAP_APPROVED("operator.sapStatus"),
    PRICE("terms.pricePerDay"),
    DAYS("terms.daysPerMonth"),
    MONTHS("terms.months"),
    RECOURSE("terms.recourseReason"),
    RENEWAL("relation.renewal"),
    CHANNEL("sale.channel"),
    EXPRESS_REQUEST("sale.expressRequest");

    private final String field;

    Fact(String field) {
        this.field = field;
    }

    /// Where the answer goes in a case of `./passerelle frames`: `terms.months`.
    public String field() {
        return field;
    }

    /// Short name: `months`.
    public String code() {
        return field.substring(field.indexOf('.') + 1);
    }
}
