package org.passerelle.missions;

/// Why a client may turn to portage (PS-07, C. trav. L1254-3).
public enum RecourseReason {
    /// « tâche occasionnelle ne relevant pas de son activité normale et permanente »
    OCCASIONAL_TASK,
    /// « prestation ponctuelle nécessitant une expertise dont elle ne dispose pas »
    MISSING_EXPERTISE
}
