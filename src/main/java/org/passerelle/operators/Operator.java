package org.passerelle.operators;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siret;
import org.passerelle.kernel.VatNumber;

/// A legal entity of a group: the seller on its invoices (IN-04) and the employer on its payslips, in one frame
/// and one only (PS-20, C. trav. L1254-24).
///
/// @param legalForm « SAS », « SCOP SARL à capital variable »
/// @param capital share capital
/// @param rcsCity the commercial court's town: « Lyon »
/// @param ape activity code, four digits and a letter: `7830Z`
/// @param bic the bank's code, 8 or 11 characters
/// @param guarantee the financial guarantee, which portage needs (PS-22)
/// @param mediator the consumer mediator; without one no consumer is served (CO-08)
/// @param sap the declaration for services à la personne, if the entity holds one (SP-10: an entity of their own)
/// @param establishments at least one version, oldest first
/// @param fees at least one version, oldest first
/// @param policies those in force on the day, or in the month, for which the entity was read
/// @param series prefix of the invoice numbers: `FA` gives FA-2026-00001
public record Operator(
        OperatorId id,
        GroupId group,
        Frame frame,
        String name,
        String legalForm,
        Money capital,
        String rcsCity,
        Siret siret,
        VatNumber vat,
        String ape,
        PostalAddress address,
        String email,
        Iban iban,
        String bic,
        CollectiveAgreement agreement,
        @Nullable Guarantee guarantee,
        Insurer insurer,
        @Nullable Mediator mediator,
        @Nullable SapDeclaration sap,
        List<Establishment> establishments,
        List<FeeTerms> fees,
        String series,
        Policies policies) {

    public Operator {
        Checked.text("name", name);
        if (frame == Frame.MICRO_ENTREPRISE) throw new InvalidValue("frame.operated", frame.name());
        if (!ape.matches("[0-9]{4}[A-Z]")) throw new InvalidValue("ape.format", ape);
        if (!bic.matches("[A-Z]{6}[0-9A-Z]{2}([0-9A-Z]{3})?")) throw new InvalidValue("bic.format", bic);
        if (!email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) throw new InvalidValue("email.format", email);
        if (!series.matches("[A-Z0-9]{1,6}")) throw new InvalidValue("series.format", series);
        if (!vat.value().endsWith(siret.siren().value())) throw new InvalidValue("vat.siren", vat.value());
        establishments = establishments.stream()
                .sorted(Comparator.comparing(Establishment::from))
                .toList();
        fees = fees.stream().sorted(Comparator.comparing(FeeTerms::from)).toList();
        if (establishments.isEmpty()) throw new InvalidValue("establishment.missing", "");
        if (fees.isEmpty()) throw new InvalidValue("fee.missing", "");
    }

    /// The rates of the establishment on a day.
    ///
    /// @throws IllegalStateException when no version covers it (P-00)
    public Establishment establishment(LocalDate on) {
        return establishments.stream()
                .filter(version -> !version.from().isAfter(on))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no establishment rates on " + on + " for " + id));
    }

    /// The fee model on a day.
    ///
    /// @throws IllegalStateException when no version covers it (P-00)
    public FeeTerms fee(LocalDate on) {
        return fees.stream()
                .filter(version -> !version.from().isAfter(on))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no fee model on " + on + " for " + id));
    }

    /// The same entity with these dated versions and policies.
    public Operator with(List<Establishment> establishments, List<FeeTerms> fees, Policies policies) {
        return new Operator(
                id,
                group,
                frame,
                name,
                legalForm,
                capital,
                rcsCity,
                siret,
                vat,
                ape,
                address,
                email,
                iban,
                bic,
                agreement,
                guarantee,
                insurer,
                mediator,
                sap,
                establishments,
                fees,
                series,
                policies);
    }

    /// The same entity as others reach it and as it is covered from now on.
    public Operator with(
            PostalAddress address,
            String email,
            @Nullable Guarantee guarantee,
            Insurer insurer,
            @Nullable Mediator mediator) {
        return new Operator(
                id,
                group,
                frame,
                name,
                legalForm,
                capital,
                rcsCity,
                siret,
                vat,
                ape,
                address,
                email,
                iban,
                bic,
                agreement,
                guarantee,
                insurer,
                mediator,
                sap,
                establishments,
                fees,
                series,
                policies);
    }

    public boolean isCooperative() {
        return frame == Frame.CAE || frame == Frame.CAE_SAP;
    }
}
