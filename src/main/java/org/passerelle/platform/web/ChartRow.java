package org.passerelle.platform.web;

/// One bar and its row in the table behind it, for `ui/chart.jte`.
///
/// @param permille length of the bar, 0 to 1000
/// @param text the figure, formatted
public record ChartRow(String label, String text, int permille) {}
