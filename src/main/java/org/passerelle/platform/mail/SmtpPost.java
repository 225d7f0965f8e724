package org.passerelle.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/// A mail server, over SMTP. Encryption is asked for unless the server stands on this machine.
final class SmtpPost implements Post {

    private static final int REFUSED_FOR_GOOD = 500;

    private final Session session;
    private final Letters letters;
    private final String user;
    private final String password;

    SmtpPost(Session session, Letters letters, String user, String password) {
        this.session = session;
        this.letters = letters;
        this.user = user;
        this.password = password;
    }

    @Override
    public void carry(UUID id, Mail mail) throws Undelivered {
        try (var transport = session.getTransport()) {
            if (user.isEmpty()) transport.connect();
            else transport.connect(user, password);
            var message = letters.write(id, mail);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (SendFailedException e) {
            throw new Undelivered(reason(e), isForGood(e), e);
        } catch (MessagingException e) {
            throw new Undelivered(reason(e), false, e);
        }
    }

    private static boolean isForGood(MessagingException failure) {
        for (Exception cause = failure;
                cause instanceof MessagingException messaging;
                cause = messaging.getNextException()) {
            if (cause instanceof SMTPAddressFailedException refused) return refused.getReturnCode() >= REFUSED_FOR_GOOD;
        }
        return false;
    }

    /// What kind of trouble; never the server's words, which may repeat the address.
    private static String reason(MessagingException failure) {
        var next = failure.getNextException();
        return failure.getClass().getSimpleName()
                + (next == null ? "" : " " + next.getClass().getSimpleName());
    }
}
