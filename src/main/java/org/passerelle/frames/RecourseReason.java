package org.passerelle.frames;

/// Why the client turns to a salarié porté (PS-07, C. trav. L1254-3).
public enum RecourseReason {
    /// « une tâche occasionnelle ne relevant pas de son activité normale et permanente »
    OCCASIONAL_TASK,
    /// « une prestation ponctuelle nécessitant une expertise dont elle ne dispose pas »
    MISSING_EXPERTISE,
    /// Neither: work of the client's normal and permanent activity, in which it has the expertise. Not lawful.
    PERMANENT_ACTIVITY
}
