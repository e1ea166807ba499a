package org.ocsf4j.events;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/** One component of a record: the attribute's name and what its values are. Thread-safe: a race resolves the same twice. */
final class Member {

    final int index;
    final String name;
    final SerializableString serializedName;
    final MemberKind kind;
    final boolean array;

    /** Of an enum of ids, the attribute of its captions. */
    final @Nullable String sibling;

    private final String reference;
    private @Nullable Object resolved;

    /** Parses a line of the generated table: {@code name kind [reference [sibling]]}, the kind behind {@code [} for an array. */
    Member(int index, String line) {
        String[] words = line.split(" ", -1);
        boolean list = words[1].charAt(0) == '[';
        this.index = index;
        this.name = words[0];
        this.serializedName = new SerializedString(name);
        this.array = list;
        this.kind = MemberKind.ofLetter(words[1].charAt(list ? 1 : 0));
        this.reference = words.length > 2 ? words[2] : "";
        this.sibling = words.length > 3 ? words[3] : null;
    }

    Shape<?> shape() {
        return (Shape<?>) resolve();
    }

    IdValues<?> ids() {
        return (IdValues<?>) resolve();
    }

    TextValues<?> texts() {
        return (TextValues<?>) resolve();
    }

    private Object resolve() {
        Object known = resolved;
        if (known == null) {
            known = Catalog.resolve(reference);
            resolved = known;
        }
        return known;
    }
}
