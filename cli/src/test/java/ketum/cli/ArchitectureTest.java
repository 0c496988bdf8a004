package ketum.cli;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ketum.report.Report;
import org.junit.jupiter.api.Test;

/** The house's arrows and the rules that keep its numbers reproducible; docs/architecture says where a change belongs. */
@AnalyzeClasses(packages = "ketum", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** From the top down. */
    private static final List<String> MODULES = List.of("cli", "report", "care", "kratom", "engine");

    private static final Set<String> INEXACT = Set.of("exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot",
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh");

    @ArchTest
    static void everyModuleIsSeen(JavaClasses classes) {
        for (String module : MODULES) {
            assertTrue(classes.stream().anyMatch(type -> type.getPackageName().startsWith("ketum." + module)), module + " was not imported");
        }
    }

    @ArchTest
    static void noModuleKnowsOneAboveIt(JavaClasses classes) {
        for (int below = 1; below < MODULES.size(); below++) {
            String[] above = MODULES.subList(0, below).stream().map(module -> "ketum." + module + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage("ketum." + MODULES.get(below) + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(above)
                    .because("a lower module must be usable, testable and readable without the doors above it")
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    /** They have programs and libraries of their own, so they are not among the classes seen here; what could lead to them is a POM. */
    @Test
    void nothingDependsOnTheBenchmarksOrOnFuzzing() throws IOException {
        for (String beside : List.of("bench", "fuzz")) {
            Pattern dependency = Pattern.compile("<artifactId>\\s*" + beside + "\\s*</artifactId>");
            try (Stream<Path> folders = Files.list(Path.of(".."))) {
                List<Path> poms = folders.filter(folder -> !folder.endsWith(beside)).map(folder -> folder.resolve("pom.xml")).filter(Files::exists).toList();
                assertTrue(poms.size() >= MODULES.size(), poms.toString());
                List<Path> found = Stream.concat(Stream.of(Path.of("..", "pom.xml")), poms.stream()).filter(pom -> dependency.matcher(text(pom)).find()).toList();
                assertEquals(List.of(), found, "programs that time or test Ketum, and what they run, must never be needed to use it");
            }
        }
    }

    /** {@code Report} is the face of its module: it hands each form to the package that writes it, and is not looked at here. */
    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("ketum.(**)").should().beFreeOfCycles()
            .ignoreDependency(equivalentTo(Report.class), alwaysTrue())
            .because("two packages that need each other are one package with two names");

    @ArchTest
    static final ArchRule onlyTheDoorsTalkToTheTerminal = noClasses().that().resideOutsideOfPackage("ketum.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("stdout belongs to the result, and a line printed below would mix with it");

    @ArchTest
    static final ArchRule nothingIsLogged = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
            .orShould().dependOnClassesThat().areAssignableTo(System.Logger.class)
            .because("a log would outlive the run and hold things about a person");

    @ArchTest
    static final ArchRule elementaryFunctionsAreTheSameEverywhere = noClasses()
            .that(describe("are not engine kernels", type -> !resideInAPackage("ketum.engine.kernel..").test(type)))
            .should().accessTargetWhere(describe("Math's exp, log, pow and the like", (JavaAccess<?> access) ->
                    access.getTargetOwner().isEquivalentTo(Math.class) && INEXACT.contains(access.getName())))
            .because("their last bits differ between platforms and between cold and compiled code; StrictMath's do not");

    /** Calibration is left out: it plays through one fixed sequence on one thread, and no twin comes of it. */
    @ArchTest
    static final ArchRule randomNumbersAreCounterBased = noClasses().that().resideOutsideOfPackage("ketum.kratom.calibration..").should().dependOnClassesThat()
            .areAssignableTo(java.util.Random.class)
            .orShould().dependOnClassesThat().areAssignableTo(java.util.random.RandomGenerator.class)
            .orShould().callMethod(Math.class, "random")
            .because("a draw must depend on seed, subject and quantity only, not on what was drawn before it");

    /** Sources, resources and tests: even a comment that explains the engine by kratom would tie the two together. */
    @Test
    void theEngineKnowsNoKratom() throws IOException {
        Pattern word = Pattern.compile("kratom|mitragyn|speciogyn|speciocilia|paynanthe|\\b7-?oh\\b|hydroxymitra");
        try (Stream<Path> files = Files.walk(Path.of("..", "engine", "src"))) {
            List<String> found = files.filter(Files::isRegularFile).filter(file -> word.matcher(text(file)).find()).map(Path::toString).toList();
            assertEquals(List.of(), found, "engine is a general simulation library, useful without the rest");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(file.toString(), e);
        }
    }
}
