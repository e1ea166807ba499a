package org.ocsf4j.documents;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.DocTreePath;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** A Javadoc comment as sentences of Markdown. Links to constants are their values, other links the names behind them. What follows an example is left out. */
final class JavadocText {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.)\\s+(?=[\\p{Lu}`@])");

    private final DocTrees trees;

    JavadocText(DocTrees trees) {
        this.trees = trees;
    }

    /** The sentences about an element; empty where there are none. */
    List<String> sentences(Element element) {
        DocCommentTree comment = trees.getDocCommentTree(element);
        if (comment == null) {
            return List.of();
        }
        StringBuilder markdown = new StringBuilder();
        for (DocTree part : comment.getFullBody()) {
            if (part instanceof StartElementTree tag && tag.getName().contentEquals("pre")) {
                break;
            }
            markdown.append(text(element, comment, part));
        }
        String text = markdown.toString()
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip()
                .replaceFirst(":$", ".");
        return text.isEmpty() ? List.of() : List.of(SENTENCE_END.split(text));
    }

    private String text(Element element, DocCommentTree comment, DocTree part) {
        if (part instanceof TextTree text) {
            return text.getBody();
        }
        if (part instanceof LiteralTree literal) {
            String body = literal.getBody().getBody();
            return literal.getKind() == DocTree.Kind.CODE ? "`" + body.strip() + "`" : body;
        }
        if (part instanceof LinkTree link) {
            return reference(element, comment, link.getReference());
        }
        if (part instanceof ValueTree value) {
            return reference(element, comment, value.getReference());
        }
        if (part instanceof StartElementTree) {
            return " ";
        }
        return part instanceof EntityTree ? part.toString() : "";
    }

    private String reference(Element element, DocCommentTree comment, @Nullable ReferenceTree reference) {
        Element target = reference == null ? element : target(element, comment, reference);
        if (target == null) {
            throw new IllegalStateException("[" + element.getEnclosingElement() + "." + element
                    + "] its Javadoc has a link that leads nowhere; " + reference);
        }
        if (target.getKind() == ElementKind.FIELD
                && target.getModifiers().contains(Modifier.STATIC)
                && target.getSimpleName().toString().matches("DEFAULT_.*|MAX_.*|MINIMUM_.*|.*_BUCKETS")) {
            return ConstantText.of(target.getSimpleName().toString(), value(target));
        }
        Element owner = target instanceof TypeElement ? null : target.getEnclosingElement();
        String name = target.getSimpleName().toString();
        if (owner == null || owner.getSimpleName().toString().endsWith("Builder")) {
            return "`" + name + "`";
        }
        return "`" + owner.getSimpleName() + "." + name + (target.getKind() == ElementKind.METHOD ? "()`" : "`");
    }

    private @Nullable Element target(Element element, DocCommentTree comment, ReferenceTree reference) {
        TreePath path = trees.getPath(element);
        return trees.getElement(new DocTreePath(DocTreePath.getPath(path, comment, comment), reference));
    }

    private static Object value(Element constant) {
        String owner = String.valueOf(constant.getEnclosingElement());
        try {
            return Class.forName(owner)
                    .getField(constant.getSimpleName().toString())
                    .get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("[" + owner + "] the constant " + constant + " is not to be read; " + e, e);
        }
    }
}
