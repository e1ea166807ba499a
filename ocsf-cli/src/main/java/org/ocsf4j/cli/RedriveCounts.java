package org.ocsf4j.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What became of dead letters. Not thread-safe. */
final class RedriveCounts {

    long files;
    long filesInUse;
    long letters;
    long matching;
    long indexed;
    long alreadyPresent;
    long rejectedAgain;
    long objects;
    long torn;

    /** Whether every letter that was to be sent has found its place. */
    boolean isGood() {
        return rejectedAgain == 0 && filesInUse == 0;
    }

    void write(JsonGenerator out) throws IOException {
        out.writeNumberField("files", files);
        out.writeNumberField("filesInUse", filesInUse);
        out.writeNumberField("letters", letters);
        out.writeNumberField("matching", matching);
        out.writeNumberField("indexed", indexed);
        out.writeNumberField("alreadyPresent", alreadyPresent);
        out.writeNumberField("rejectedAgain", rejectedAgain);
        out.writeNumberField("objectLetters", objects);
        out.writeNumberField("tornFiles", torn);
        out.writeBooleanField("good", isGood());
    }

    @Override
    public String toString() {
        return files + " files, " + letters + " letters, " + matching + " to send: " + indexed + " indexed, "
                + alreadyPresent + " already present, " + rejectedAgain + " rejected again"
                + (objects == 0 ? "" : "; " + objects + " about whole objects: announce those again")
                + (filesInUse == 0 ? "" : "; " + filesInUse + " files are being written and were passed over")
                + (torn == 0 ? "" : "; " + torn + " files end in a letter that was never confirmed");
    }
}
