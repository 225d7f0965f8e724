package org.passerelle.operators;

/// Which code's articles the invoices cite since VAT moved on 1 September 2026 (IN-30).
public enum LegalReferences {
    CGI,
    CIBS
}
