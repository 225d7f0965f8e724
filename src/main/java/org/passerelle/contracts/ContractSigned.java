package org.passerelle.contracts;

import org.passerelle.kernel.ContractId;
import org.passerelle.kernel.OperatorId;

/// All parties have signed and the file is sealed.
public record ContractSigned(OperatorId operator, ContractId contract) {}
