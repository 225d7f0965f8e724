package org.passerelle.payroll;

import java.util.Optional;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.operators.PaidMonths;
import org.passerelle.payroll.store.PayslipStore;
import org.springframework.stereotype.Component;

/// A month is paid when its payslip was given (BP-01).
@Component
class PaidByPayslip implements PaidMonths {

    private final PayslipStore store;

    PaidByPayslip(PayslipStore store) {
        this.store = store;
    }

    @Override
    public Optional<Month> last(OperatorId operator) {
        return store.lastMonth(operator, null);
    }

    @Override
    public Optional<Month> last(OperatorId operator, PersonId person) {
        return store.lastMonth(operator, person);
    }
}
