/// The freelancers as one legal entity knows them: civil status, NIR, qualification, bank account, contract,
/// withholding-tax rate, entry and exit.
@NullMarked
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"kernel", "platform :: *", "identity", "law", "operators"})
package org.passerelle.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
