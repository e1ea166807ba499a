package org.ocsf4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ShellCommandTest {

    @Test
    void splitsWordsAsAShellDoes() {
        assertThat(command("A=b ./ocsf x '!a b=c*' \"d e\"  f\\ g | head -1 # h")
                        .words())
                .containsExactly("A=b", "./ocsf", "x", "!a b=c*", "d e", "f g");
        assertThat(command("a \"b \\\"c\\\" d\" e").words()).containsExactly("a", "b \"c\" d", "e");
        assertThat(command("A=b ./ocsf x y").arguments()).containsExactly("x", "y");
    }

    @Test
    void keepsTogetherWhatGoesOn() {
        assertThat(ShellCommands.inBlock("d", "a \\\n   b\n\n# c\nd '{\n e}' f\ng\n"))
                .extracting(ShellCommand::words)
                .containsExactly(List.of("a", "b"), List.of("d", "{\n e}", "f"), List.of("g"));
    }

    @Test
    void tellsCommandsFromSynopses() {
        assertThat(command("./ocsf list [--json]").isSynopsis()).isTrue();
        assertThat(command("./ocsf list --json").isSynopsis()).isFalse();
        assertThat(command("mvn verify").isOcsf()).isFalse();
        assertThat(command("A=b ./ocsf list").isOcsf()).isTrue();
    }

    private static ShellCommand command(String text) {
        return new ShellCommand("d", text);
    }
}
