package org.passerelle.platform.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;

/// From a mail to the message that travels (RFC 5322, MIME).
final class Letters {

    private final Session session;
    private final InternetAddress from;
    private final Clock clock;

    Letters(Session session, InternetAddress from, Clock clock) {
        this.session = session;
        this.from = from;
        this.clock = clock;
    }

    MimeMessage write(UUID id, Mail mail) throws MessagingException {
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@" + domain() + ">");
            }
        };
        message.setFrom(from);
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        // No answer from a robot on holiday to a robot.
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.files().isEmpty()) {
            message.setText(mail.text(), "UTF-8");
        } else {
            message.setContent(parts(mail));
        }
        message.saveChanges();
        return message;
    }

    private static MimeMultipart parts(Mail mail) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(mail.text(), "UTF-8");
        var parts = new MimeMultipart(text);
        for (var file : mail.files()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.type())));
            part.setFileName(file.name());
            parts.addBodyPart(part);
        }
        return parts;
    }

    private String domain() {
        return from.getAddress().replaceAll(".*@", "");
    }
}
