package org.passerelle.workspace.bureau;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.platform.web.FindingCard;

/// A page of the desk: what is so, what the rules say of it, what can be done.
///
/// @param eyebrow small words above the title, or empty
/// @param state of a badge beside the title, or empty
/// @param notice a word that stays, or empty
/// @param links buttons that only lead somewhere
/// @param verdicts the five frames side by side, or none
public record Sheet(
        String title,
        String eyebrow,
        String state,
        String tone,
        String notice,
        List<FindingCard> findings,
        List<Block> facts,
        List<Verdict> verdicts,
        List<Act> acts,
        List<Listing> listings,
        List<Fact> links) {

    /// Facts under a title of their own.
    public record Block(String title, List<Fact> facts) {}

    /// What one frame says.
    public record Verdict(String frame, String verdict, String why) {}

    static Builder titled(String title) {
        return new Builder(title);
    }

    static final class Builder {

        private final String title;
        private String eyebrow = "";
        private String state = "";
        private String tone = "";
        private String notice = "";
        private List<FindingCard> findings = List.of();
        private final List<Block> facts = new ArrayList<>();
        private List<Verdict> verdicts = List.of();
        private final List<Act> acts = new ArrayList<>();
        private final List<Listing> listings = new ArrayList<>();
        private final List<Fact> links = new ArrayList<>();

        private Builder(String title) {
            this.title = title;
        }

        Builder above(String text) {
            eyebrow = text;
            return this;
        }

        Builder in(String state, String tone) {
            this.state = state;
            this.tone = tone;
            return this;
        }

        Builder saying(String notice) {
            this.notice = notice;
            return this;
        }

        Builder found(List<FindingCard> findings) {
            this.findings = findings;
            return this;
        }

        Builder facts(String title, Fact... facts) {
            this.facts.add(new Block(title, List.of(facts)));
            return this;
        }

        Builder facts(String title, List<Fact> facts) {
            this.facts.add(new Block(title, List.copyOf(facts)));
            return this;
        }

        Builder verdicts(List<Verdict> verdicts) {
            this.verdicts = verdicts;
            return this;
        }

        Builder act(Act act) {
            acts.add(act);
            return this;
        }

        Builder list(Listing listing) {
            listings.add(listing);
            return this;
        }

        Builder link(String label, String href) {
            links.add(Fact.link(label, label, href));
            return this;
        }

        Sheet done() {
            return new Sheet(
                    title,
                    eyebrow,
                    state,
                    tone,
                    notice,
                    findings,
                    List.copyOf(facts),
                    verdicts,
                    List.copyOf(acts),
                    List.copyOf(listings),
                    List.copyOf(links));
        }
    }
}
