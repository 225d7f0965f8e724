package org.passerelle.contracts;

import java.time.Instant;

/// A company's seal, without its key.
///
/// @param subject who it names, RFC 2253
/// @param serial of the certificate, hexadecimal
/// @param until when the certificate ends
public record Seal(int number, String subject, String serial, Instant madeAt, Instant until) {}
