package org.ocsf4j.documents;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads builders from Java sources: their methods, the types that these take, and what the Javadoc says of each. */
final class BuilderReader {

    private static final String DEFAULT_IS = "The default is ";
    private static final String DEFAULT = "The default ";
    private static final String NO_DEFAULT = "There is no default.";

    private final List<String> sourcePath;
    private final List<String> problems = new ArrayList<>();

    /** Over the folders that hold the sources of all modules, packages below. */
    BuilderReader(List<Path> sourcePath) {
        this.sourcePath = sourcePath.stream().map(Path::toString).toList();
    }

    /** The builder in each of these files, in their order. */
    List<PublicBuilder> read(List<Path> files) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, Locale.ROOT, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-implicit:none",
                    "-Xprefer:source",
                    "-sourcepath",
                    String.join(File.pathSeparator, sourcePath),
                    "-classpath",
                    System.getProperty("java.class.path", ""));
            JavacTask task = (JavacTask)
                    javac.getTask(messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            DocTrees trees = DocTrees.instance(task);
            List<PublicBuilder> builders = new ArrayList<>();
            for (CompilationUnitTree unit : units) {
                builders.add(builder(trees, product(trees, unit)));
            }
            if (!problems.isEmpty()) {
                throw new IllegalStateException("[Javadoc of builders] it does not say both what the option is and its"
                        + " default; " + problems + "; say \"" + DEFAULT_IS + "…\" or \"" + NO_DEFAULT
                        + "\" in a sentence of its own");
            }
            return builders;
        }
    }

    private static TypeElement product(DocTrees trees, CompilationUnitTree unit) {
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree) {
                return (TypeElement) trees.getElement(TreePath.getPath(unit, type));
            }
        }
        throw new IllegalStateException("[" + unit.getSourceFile() + "] holds no type");
    }

    private PublicBuilder builder(DocTrees trees, TypeElement product) {
        JavadocText javadoc = new JavadocText(trees);
        TypeElement builder = ElementFilter.typesIn(product.getEnclosedElements()).stream()
                .filter(nested -> nested.getSimpleName().contentEquals("Builder"))
                .findFirst()
                .orElseThrow();
        List<BuilderOption> options = new ArrayList<>();
        for (TypeElement type = builder;
                !type.getQualifiedName().contentEquals("java.lang.Object");
                type = parent(type)) {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                if (method.getModifiers().contains(Modifier.PUBLIC) && returnsBuilder(method, type)) {
                    options.add(option(javadoc, product, method));
                }
            }
        }
        String start = ElementFilter.methodsIn(product.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals("builder"))
                .map(method -> product.getSimpleName() + "." + signature(method))
                .collect(Collectors.joining("`, `"));
        return new PublicBuilder(
                product.getSimpleName().toString(), javadoc.sentences(product).get(0), start, options);
    }

    private static TypeElement parent(TypeElement type) {
        return (TypeElement) ((DeclaredType) type.getSuperclass()).asElement();
    }

    private static boolean returnsBuilder(ExecutableElement method, Element type) {
        TypeMirror returned = method.getReturnType();
        return returned instanceof TypeVariable
                || (returned instanceof DeclaredType declared
                        && declared.asElement().equals(type));
    }

    private BuilderOption option(JavadocText javadoc, TypeElement product, ExecutableElement method) {
        List<String> description = new ArrayList<>();
        String defaultValue = "";
        for (String sentence : javadoc.sentences(method)) {
            if (sentence.startsWith(DEFAULT)) {
                defaultValue =
                        withoutStop(sentence.replaceFirst("^" + DEFAULT_IS, "").replaceFirst("^" + DEFAULT, ""));
            } else if (sentence.equals(NO_DEFAULT)) {
                defaultValue = "to be given";
            } else {
                description.add(sentence);
            }
        }
        if (description.isEmpty() || defaultValue.isEmpty()) {
            problems.add(product.getSimpleName() + ".Builder." + signature(method));
        }
        return new BuilderOption(signature(method), defaultValue, String.join(" ", description));
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String signature(ExecutableElement method) {
        String types = method.getParameters().stream()
                .map(parameter -> simple(parameter.asType()))
                .collect(Collectors.joining(", "));
        if (method.isVarArgs()) {
            types = types.replaceFirst("\\[\\]$", "...");
        }
        return method.getSimpleName() + "(" + types + ")";
    }

    private static String simple(TypeMirror type) {
        return type.toString().replaceAll("@[\\w.]+\\s", "").replaceAll("\\b(?:[a-z][a-z0-9]*\\.)+", "");
    }
}
