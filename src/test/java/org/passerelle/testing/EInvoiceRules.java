package org.passerelle.testing;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.france.FranceCTCValidation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Asks the published rules: EN 16931, then the French BR-FR rules.
public final class EInvoiceRules {

    private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES =
            new ValidationExecutorSetRegistry<>();

    static {
        EN16931Validation.initEN16931(RULES);
        FranceCTCValidation.initFranceCTC(RULES);
    }

    private EInvoiceRules() {}

    /// Errors, and warnings that name a BR-FR rule: the published release marks those failures as warnings.
    public static List<String> complaints(byte[] cii) {
        var found = new ArrayList<String>();
        ask(EN16931Validation.VID_CII_1315, cii, found);
        ask(FranceCTCValidation.VID_FR_CTC_CII_1_3_0, cii, found);
        return found;
    }

    /// The same questions to an invoice or credit note in UBL.
    public static List<String> ubl(byte[] ubl, boolean creditNote) {
        var found = new ArrayList<String>();
        ask(
                creditNote ? EN16931Validation.VID_UBL_CREDIT_NOTE_1315 : EN16931Validation.VID_UBL_INVOICE_1315,
                ubl,
                found);
        ask(
                creditNote ? FranceCTCValidation.VID_FR_CTC_UBL_CN_1_3_0 : FranceCTCValidation.VID_FR_CTC_UBL_INV_1_3_0,
                ubl,
                found);
        return found;
    }

    private static void ask(DVRCoordinate rules, byte[] cii, List<String> found) {
        var source = ValidationSourceXML.create(new ReadableResourceByteArray("invoice", cii));
        var results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(), RULES.getOfID(rules), source, Locale.FRANCE);
        for (var result : results) {
            for (var error : result.getErrorList()) {
                var text = error.getAsString(Locale.FRANCE);
                if (error.isError() || text.contains("BR-FR")) found.add(text);
            }
        }
    }
}
