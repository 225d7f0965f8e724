package org.passerelle.platform.mail;

import java.util.UUID;

/// Whoever carries mails: a mail server, or a folder on this machine.
interface Post {

    /// @param id of the mail, from which its Message-ID is made: what is sent twice can be known as one
    /// @throws Undelivered when it did not leave
    void carry(UUID id, Mail mail) throws Undelivered;

    final class Undelivered extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean forGood;

        /// @param forGood the address is refused: another try changes nothing
        Undelivered(String why, boolean forGood, Throwable cause) {
            super(why, cause);
            this.forGood = forGood;
        }

        boolean forGood() {
            return forGood;
        }
    }
}
