package org.ocsf4j.testkit.lake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a call failed: the error code and the message that goes with it. */
record ApiError(String code, String message) {

    private static final List<ApiError> COMMON = List.of(
            new ApiError("AccessDenied", "User is not authorized to perform this action with an explicit deny"),
            new ApiError("Client.UnauthorizedOperation", "You are not authorized to perform this operation."),
            new ApiError("ThrottlingException", "Rate exceeded"),
            new ApiError("ResourceNotFoundException", "The resource that you requested was not found."),
            new ApiError("Client.DryRunOperation", "Request would have succeeded, but DryRun flag is set."),
            new ApiError("ValidationException", "1 validation error detected: value failed to satisfy constraint"));

    /** An error for about one call in twenty, null for the rest. */
    static @Nullable ApiError sometimes(Dice dice) {
        return dice.chance(0.05) ? dice.pickSkewed(COMMON) : null;
    }
}
