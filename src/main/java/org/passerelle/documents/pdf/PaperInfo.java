package org.passerelle.documents.pdf;

import java.time.Instant;

/// What the file says about itself.
///
/// @param createdAt given by the caller, never the clock: the same paper gives the same bytes
public record PaperInfo(String title, String author, Instant createdAt) {}
