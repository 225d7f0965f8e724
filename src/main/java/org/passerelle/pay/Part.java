package org.passerelle.pay;

import java.time.LocalDate;
import org.passerelle.law.Status;

/// One parameter at work in a line: what it is called, where it is written and which version stands.
///
/// @param parameter code of the parameter of the law
/// @param since first day of the version used
public record Part(String parameter, Base base, LocalDate since, String article, String source, Status status) {}
