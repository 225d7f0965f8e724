package org.passerelle.platform.crypto;

import java.util.UUID;
import org.passerelle.kernel.OperatorId;

/// Whom sealed data is about, and why it is kept: one key, to be destroyed when that reason ends (S-43, RG-02).
///
/// @param id of the person, or of the application of somebody who is not one yet
/// @param keeping the reason, in capitals: `PAYSLIP`
public record Subject(OperatorId operator, UUID id, String keeping) {}
