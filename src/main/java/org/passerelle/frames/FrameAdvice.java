package org.passerelle.frames;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.kernel.Frame;

/// All five frames side by side.
///
/// @param on the day for which the law was asked
/// @param frames one for each [Frame], in its order
public record FrameAdvice(LocalDate on, List<FrameVerdict> frames) {

    public FrameAdvice {
        frames = List.copyOf(frames);
    }

    public FrameVerdict of(Frame frame) {
        return frames.get(frame.ordinal());
    }

    /// The other frames in which the same work may be done: the way out of a refusal.
    public List<Frame> alternativesTo(Frame refused) {
        return frames.stream()
                .filter(v -> v.frame() != refused && v.verdict().isLawful())
                .map(FrameVerdict::frame)
                .toList();
    }
}
