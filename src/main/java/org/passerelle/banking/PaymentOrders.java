package org.passerelle.banking;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.passerelle.kernel.OperatorId;
import org.springframework.stereotype.Service;

/// Transfers out: prepared by payroll, exported by somebody else, confirmed by the bank's statement (R-13, S-16).
@Service
public class PaymentOrders {

    /// Notes a transfer to be made. The same subject again is the same order.
    ///
    /// @throws IllegalStateException when the subject was ordered before with another amount or payee
    public PaymentOrder prepare(PaymentRequest request) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// Puts every prepared order due on that day into one file, for good.
    ///
    /// @param executionDate a day on which banks settle (TARGET)
    /// @param intent made by the caller; the same again returns the first file
    public Export export(OperatorId operator, LocalDate executionDate, UUID intent) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// By reference.
    public List<PaymentOrder> all(OperatorId operator) {
        throw new UnsupportedOperationException("not written yet");
    }

    public List<PaymentOrder> prepared(OperatorId operator) {
        return all(operator).stream()
                .filter(order -> order.state() == PaymentOrderState.PREPARED)
                .toList();
    }

    /// Newest first.
    public List<PaymentFile> files(OperatorId operator) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// The very bytes that were exported.
    public byte[] content(PaymentFile file) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// Whether the one who prepared an order may not export it; on until the entity says otherwise (S-16).
    public boolean fourEyes(OperatorId operator) {
        throw new UnsupportedOperationException("not written yet");
    }

    public void fourEyes(OperatorId operator, boolean required) {
        throw new UnsupportedOperationException("not written yet");
    }
}
