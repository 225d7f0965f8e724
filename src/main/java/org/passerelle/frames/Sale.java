package org.passerelle.frames;

import org.jspecify.annotations.Nullable;

/// How the contract with a consumer is made (CO-03, CO-04). What is null is not known.
///
/// @param channel where it is made
/// @param startsAfterDays the service starts so many days after the contract, 0 or more
/// @param expressRequest the consumer asked expressly, on a durable medium, for a start before the withdrawal ends
public record Sale(
        @Nullable Channel channel,
        @Nullable Integer startsAfterDays,
        @Nullable Boolean expressRequest) {

    public static final Sale UNKNOWN = new Sale(null, null, null);

    public enum Channel {
        /// At the seller's place: no right of withdrawal.
        ON_PREMISES,
        /// « à distance »: online, by telephone, by mail.
        DISTANCE,
        /// « hors établissement »: at the consumer's home, in the street.
        OFF_PREMISES
    }

    boolean canBeWithdrawn() {
        return channel != Channel.ON_PREMISES;
    }
}
