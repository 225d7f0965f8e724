package org.passerelle.platform.mail;

import java.util.List;
import java.util.regex.Pattern;
import org.passerelle.kernel.InvalidValue;

/// One mail to one person, in plain text.
///
/// @param to address, `camille@example.org`
/// @param subject one line, at most 200 characters
/// @param text what it says, lines ended by `\n`
/// @param files attached, such as a calendar entry; together at most 5 MB
public record Mail(String to, String subject, String text, List<Attachment> files) {

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_BYTES = 5 * 1024 * 1024;

    /// @param name file name without a path
    /// @param type media type, `text/calendar; charset=utf-8; method=REQUEST`
    public record Attachment(String name, String type, byte[] content) {

        /// @throws InvalidValue `mail.line` when name or type would break a header
        public Attachment {
            if (breaksLine(name) || breaksLine(type) || name.isBlank() || name.contains("/")) {
                throw new InvalidValue("mail.line", name);
            }
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }
    }

    /// @throws InvalidValue `mail.address`, `mail.line` when the subject would break a header (S-36), `mail.size`
    public Mail {
        if (to.length() > LONGEST_ADDRESS || !ADDRESS.matcher(to).matches()) throw new InvalidValue("mail.address", to);
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || breaksLine(subject)) {
            throw new InvalidValue("mail.line", subject);
        }
        files = List.copyOf(files);
        if (text.length() > LONGEST_TEXT
                || files.stream().mapToLong(f -> f.content.length).sum() > MOST_BYTES) {
            throw new InvalidValue("mail.size", "");
        }
    }

    public Mail(String to, String subject, String text) {
        this(to, subject, text, List.of());
    }

    private static boolean breaksLine(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
    }
}
