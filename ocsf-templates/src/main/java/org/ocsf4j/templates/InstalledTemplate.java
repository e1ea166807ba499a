package org.ocsf4j.templates;

import java.util.Objects;

/**
 * What became of one template.
 *
 * @param kind what it is
 * @param name its name
 * @param state what was done
 */
public record InstalledTemplate(Template.Kind kind, String name, State state) {

    /** What the installer did. */
    public enum State {
        /** It was not there; the cluster acknowledged it. */
        CREATED("acknowledged, created"),
        /** It was there and was another; the cluster acknowledged it. */
        UPDATED("acknowledged, updated"),
        /** It was there as it should be; nothing was written. */
        UNCHANGED("unchanged"),
        /** The cluster did not acknowledge it in time. */
        NOT_ACKNOWLEDGED("NOT acknowledged"),
        /** What it needs is not installed in the cluster; nothing was written. */
        ABSENT("not installed: the plugin is absent"),
        /** Nothing was written, because nothing was to be; it is not there. */
        WOULD_CREATE("would be created"),
        /** Nothing was written, because nothing was to be; it is another. */
        WOULD_UPDATE("would be updated");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    public InstalledTemplate {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
    }

    /** Whether the cluster has it as it should be. */
    public boolean acknowledged() {
        return state == State.CREATED || state == State.UPDATED || state == State.UNCHANGED;
    }

    /** One line for a terminal, such as {@code index template ocsf-any: acknowledged, created}. */
    @Override
    public String toString() {
        return kind.caption() + ' ' + name + ": " + state.words;
    }
}
