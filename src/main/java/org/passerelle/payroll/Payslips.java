package org.passerelle.payroll;

import java.util.List;
import java.util.Optional;
import org.passerelle.documents.Documents;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PayslipId;
import org.passerelle.kernel.PersonId;
import org.passerelle.payroll.store.PayslipStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The payslips that were given.
@Service
public class Payslips {

    private final PayslipStore store;
    private final Documents documents;

    Payslips(PayslipStore store, Documents documents) {
        this.store = store;
        this.documents = documents;
    }

    @Transactional(readOnly = true)
    public Optional<IssuedPayslip> find(PayslipId id) {
        return store.find(id);
    }

    /// @throws java.util.NoSuchElementException when the scope has no such payslip
    @Transactional(readOnly = true)
    public IssuedPayslip get(PayslipId id) {
        return store.find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<IssuedPayslip> of(OperatorId operator, PersonId person, Month month) {
        return store.find(operator, person, month);
    }

    /// Those that stand, newest month first.
    @Transactional(readOnly = true)
    public List<IssuedPayslip> of(OperatorId operator, PersonId person) {
        return store.of(operator, person);
    }

    /// Every one that was given, those cancelled and replaced too; newest first.
    @Transactional(readOnly = true)
    public List<IssuedPayslip> history(OperatorId operator, PersonId person) {
        return store.history(operator, person);
    }

    /// The same of a month, by number.
    @Transactional(readOnly = true)
    public List<IssuedPayslip> history(OperatorId operator, Month month) {
        return store.history(operator, month);
    }

    /// Those that stand, by number.
    @Transactional(readOnly = true)
    public List<IssuedPayslip> all(OperatorId operator, Month month) {
        return store.all(operator, month);
    }

    /// The PDF as it was given.
    @Transactional(readOnly = true)
    public byte[] pdf(IssuedPayslip payslip) {
        return documents.content(payslip.document());
    }
}
