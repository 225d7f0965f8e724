package org.passerelle.missions;

import org.passerelle.frames.FrameAdvice;

/// What came of a mission proposed: it is kept whatever the verdict.
///
/// @param advice what each of the five frames says of the same work; the way out of a refusal
public record Proposal(Mission mission, FrameAdvice advice) {}
