package org.passerelle.platform.db;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says at the terminal what is unsafe and what to do, instead of a stack trace.
final class UnsafeStartAnalyzer extends AbstractFailureAnalyzer<UnsafeStart> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeStart cause) {
        var found = new StringBuilder("Passerelle does not start on unsafe settings (docs/settings.md):\n");
        var remedies = new StringBuilder();
        for (var unsafe : cause.all()) {
            found.append("  ")
                    .append(unsafe.setting())
                    .append(" is ")
                    .append(unsafe.found())
                    .append('\n');
            remedies.append("  ").append(unsafe.remedy()).append('\n');
        }
        return new FailureAnalysis(found.toString(), remedies.toString(), cause);
    }
}
