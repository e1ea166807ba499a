package org.ocsf4j.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long indices are kept, and who may write, read and install. Immutable. */
public final class AccessOptions {

    /** Days until an index is read-only: 7. */
    public static final int DEFAULT_HOT_DAYS = 7;

    private static final int MAX_DAYS = 36_500;
    private static final Pattern ROLE_ARN = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]{1,512}");

    private final int hotDays;
    private final @Nullable Integer deleteAfterDays;
    private final boolean roles;
    private final @Nullable String writerArn;

    private AccessOptions(Builder builder) {
        hotDays = builder.hotDays;
        deleteAfterDays = builder.deleteAfterDays;
        roles = builder.roles;
        writerArn = builder.writerArn;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The policies, roles and mapping that the options ask for. */
    public List<Template> generate() {
        List<Template> all = new ArrayList<>();
        if (deleteAfterDays != null) {
            all.addAll(RetentionPolicies.all(hotDays, deleteAfterDays));
        }
        if (roles) {
            all.addAll(Roles.all());
        }
        if (writerArn != null) {
            all.add(Roles.writerMapping(writerArn));
        }
        return List.copyOf(all);
    }

    /** Builds options. Not thread-safe. */
    public static final class Builder {

        private int hotDays = DEFAULT_HOT_DAYS;
        private @Nullable Integer deleteAfterDays;
        private boolean roles;
        private @Nullable String writerArn;

        private Builder() {}

        /** Days until an index takes no more documents. The default is {@link #DEFAULT_HOT_DAYS}. */
        public Builder hotDays(int hotDays) {
            this.hotDays = checked("hotDays", hotDays);
            return this;
        }

        /** Days until an index is deleted. The default is no policy. */
        public Builder deleteAfterDays(int deleteAfterDays) {
            this.deleteAfterDays = checked("deleteAfterDays", deleteAfterDays);
            return this;
        }

        /** Whether there are roles. The default is false. */
        public Builder roles(boolean roles) {
            this.roles = roles;
            return this;
        }

        /** The IAM role that writes, {@code arn:aws:iam::<account>:role/<name>}. The default is none. */
        public Builder writerArn(String writerArn) {
            if (!ROLE_ARN.matcher(writerArn).matches()) {
                throw new IllegalArgumentException("not the ARN of an IAM role; \"" + writerArn
                        + "\"; such as arn:aws:iam::123456789012:role/name");
            }
            this.writerArn = writerArn;
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalStateException where indices would be deleted before they are read-only
         */
        public AccessOptions build() {
            if (deleteAfterDays != null && deleteAfterDays <= hotDays) {
                throw new IllegalStateException("indices would be deleted before they are read-only; " + deleteAfterDays
                        + " days; keep them longer than the " + hotDays + " hot days");
            }
            return new AccessOptions(this);
        }

        private static int checked(String option, int days) {
            if (days < 1 || days > MAX_DAYS) {
                throw new IllegalArgumentException(option + " is outside 1 to " + MAX_DAYS + "; " + days);
            }
            return days;
        }
    }
}
