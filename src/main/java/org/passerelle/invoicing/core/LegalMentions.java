package org.passerelle.invoicing.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.DateRange;

/// What the page says at its foot beyond the figures.
///
/// @param guarantor PS-24, required of a portage company
/// @param mediator CO-08, required when the buyer is a consumer
/// @param withdrawal CO-03, CO-04: how and until when the consumer may withdraw, or that the right is spent; one
/// sentence each
/// @param place CO-01: where the work was done; empty when the address of the buyer says it
/// @param homeService SP-11, for services à la personne
/// @param others any further sentences, in order
public record LegalMentions(
        @Nullable Guarantor guarantor,
        @Nullable Insurer insurer,
        @Nullable Mediator mediator,
        List<String> withdrawal,
        String place,
        @Nullable HomeService homeService,
        List<String> others) {

    public static final LegalMentions NONE = new LegalMentions(null, null, null, List.of(), "", null, List.of());

    public LegalMentions {
        withdrawal = List.copyOf(withdrawal);
        others = List.copyOf(others);
    }

    /// @param address on one line
    /// @param article the article that the mention refers to: `article L1254-26 I du code du travail`
    /// @param validity effect and expiry, when known
    public record Guarantor(
            String name,
            String address,
            String article,
            @Nullable DateRange validity) {}

    /// Professional liability.
    public record Insurer(String name, String policyNumber) {}

    public record Mediator(String name, String address, String site) {}

    /// @param declaration number and day of the declaration, empty when there is none
    /// @param approval number and day of the agrément, empty when not needed
    /// @param workers who worked, as the order of 3 October 1983 wants them named
    /// @param approvedButNotDeclared then no tax benefit arises, and the page says so
    public record HomeService(
            String declaration, String approval, List<String> workers, boolean approvedButNotDeclared) {

        public HomeService {
            workers = List.copyOf(workers);
        }
    }
}
