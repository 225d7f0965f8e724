package org.passerelle.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.mail.Mail.Attachment;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("S-36: no address, subject or file name adds a line to a mail; what a mail server receives")
class S36_MailInjectionTest {

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @BeforeEach
    void a_mail_server() {
        server.start();
    }

    @AfterEach
    void it_goes() {
        server.stop();
    }

    private Post post() {
        var settings = new MockEnvironment()
                .withProperty("passerelle.mail.host", "127.0.0.1")
                .withProperty(
                        "passerelle.mail.port",
                        Integer.toString(server.getSmtp().getPort()))
                .withProperty("passerelle.mail.from", "Passerelle <bonjour@example.org>");
        return new MailConfiguration().post(settings, Clock.systemUTC());
    }

    @Test
    void a_mail_server_receives_what_was_written() throws Exception {
        var id = UUID.randomUUID();
        var invitation = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        post().carry(
                        id,
                        new Mail(
                                "camille@example.com",
                                "Réunion d’accueil",
                                "Bonjour Camille,\n.\nÀ demain\n",
                                List.of(new Attachment(
                                        "rendez-vous.ics", "text/calendar; charset=utf-8", invitation))));
        var received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("Réunion d’accueil");
        assertThat(received[0].getMessageID()).isEqualTo("<" + id + "@example.org>");
        assertThat(received[0].getAllRecipients()).hasSize(1);
        var parts = (MimeMultipart) received[0].getContent();
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r", ""))
                .isEqualTo("Bonjour Camille,\n.\nÀ demain\n");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("rendez-vous.ics");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(invitation);
    }

    @Test
    void a_server_that_is_away_is_no_loss() {
        var post = post();
        server.stop();
        assertThatThrownBy(() -> post.carry(UUID.randomUUID(), new Mail("camille@example.com", "a", "b")))
                .isInstanceOfSatisfying(
                        Post.Undelivered.class, e -> assertThat(e.forGood()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camille@example.org\r\nBcc: all@example.org",
                "camille@example.org\nX: y",
                "camille@example.org, all@example.org",
                "Camille <camille@example.org>",
                "camille@example",
                "camille example.org",
                "cam\0ille@example.org",
                "\"a b\"@example.org",
                "camille@exa\u2028mple.org",
                "",
            })
    void an_address_is_one_address(String address) {
        assertThatThrownBy(() -> new Mail(address, "Sujet", "Texte"))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.code()).isEqualTo("mail.address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sujet\r\nBcc: all@example.org",
                "Sujet\nX: y",
                "Sujet\r",
                "a\u0000b",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                " "
            })
    void a_subject_is_one_line(String subject) {
        assertThatThrownBy(() -> new Mail("camille@example.org", subject, "Texte"))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.code()).isEqualTo("mail.line"));
        assertThatThrownBy(() -> new Attachment(subject, "text/plain", new byte[0]))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void what_is_typed_into_the_text_stays_text() throws Exception {
        post().carry(UUID.randomUUID(), new Mail("camille@example.com", "Sujet", "a\r\n.\r\nMAIL FROM:<x@y.z>\r\nb"));
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getContent().toString()).contains("MAIL FROM:<x@y.z>");
    }
}
