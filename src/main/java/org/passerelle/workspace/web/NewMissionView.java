package org.passerelle.workspace.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.web.Field;

/// A mission being entered, and the answer once it was asked for.
///
/// @param client choice among the person's clients
/// @param activities names for the suggestions of the activity field
/// @param wrong whether the form came back with errors
/// @param verdict null until asked
public record NewMissionView(
        Field client,
        boolean hasClients,
        Field activity,
        List<String> activities,
        List<Field> main,
        List<Field> deciding,
        boolean wrong,
        boolean asksMore,
        @Nullable VerdictView verdict,
        UUID intent) {}
