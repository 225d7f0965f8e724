package org.passerelle.operators;

import java.util.Optional;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// Told by those downstream who pay: what was paid does not change afterwards, so that what decides pay holds from a
/// later month on.
public interface PaidMonths {

    /// The last month for which the entity gave a payslip to anybody.
    Optional<Month> last(OperatorId operator);

    /// The last month for which this person received a payslip.
    Optional<Month> last(OperatorId operator, PersonId person);
}
