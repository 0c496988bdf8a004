package ketum.care.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ketum.care.article.ClaimFinder.Match;
import ketum.care.article.ClaimFinder.Stance;
import ketum.kratom.data.Claim;
import ketum.kratom.data.ClaimWeights;
import ketum.kratom.data.Claims;
import ketum.kratom.data.LabelledSentences;
import ketum.kratom.data.LabelledSentences.LabelledSentence;

/**
 * Fits the weights by which claims are heard, on the labelled sentences of docs/validation/claims. The same files give the same weights to
 * the last byte.
 */
public final class ClaimCalibration {

    static final String CLAIMS = "learned-claims.csv";
    static final String STANCES = "learned-stances.csv";
    static final String FROM = "learned-from.csv";
    /**
     * What is fitted on, and whether the patterns were written with it in view: there they find more than elsewhere, so that what they say is left
     * out. A set that was put aside is not among them until it has been scored.
     */
    static final Map<String, Boolean> FILES = seenByPatterns();
    /** Cost of a row on the wrong side; both chosen on folds. */
    private static final double CLAIM_COST = 30;
    private static final double STANCE_COST = 3;
    /** Weights below do not change what is found. */
    private static final double LEAST_CLAIM_WEIGHT = 0.3;
    private static final double LEAST_STANCE_WEIGHT = 0.07;
    /** A sign of one sentence alone tells nothing about others. */
    private static final int LEAST_SENTENCES = 2;
    /** A rare sign tells more: it is worth the logarithm of its rarity, in this unit. */
    private static final double RARITY = 5;
    private static final double PATTERN_WORTH = 0.5;

    /**
     * A labelled sentence as it was read.
     *
     * @param heard what the patterns say; nothing where they were written with it in view
     */
    record Example(LabelledSentence sentence, Words words, Map<String, Stance> heard) {}

    private ClaimCalibration() {
    }

    private static Map<String, Boolean> seenByPatterns() {
        Map<String, Boolean> files = new LinkedHashMap<>();
        files.put("sentences-development.csv", true);
        files.put("sentences-development-2.csv", true);
        files.put("sentences-development-3.csv", true);
        files.put("wordings.csv", true);
        files.put("sentences-development-4.csv", false);
        files.put("sentences-development-5.csv", false);
        files.put("sentences-untouched-2.csv", false);
        files.put("sentences-untouched-3.csv", false);
        files.put("examples.csv", false);
        return files;
    }

    /**
     * Fits, and replaces the weights and the list of what they were fitted on, each in one step.
     *
     * @param folder   where the three tables go
     * @param labelled folder of the labelled sentences
     * @throws IOException where a file of sentences cannot be read or a table cannot be written
     * @throws ketum.kratom.data.DataException where a label is none
     */
    public static void write(Path folder, Path labelled) throws IOException {
        StringBuilder from = new StringBuilder("file,sha256,sentences\n");
        List<Example> examples = new ArrayList<>();
        for (String file : FILES.keySet()) {
            List<Example> read = read(labelled, file);
            examples.addAll(read);
            from.append(file).append(',').append(sha256(labelled.resolve(file))).append(',').append(read.size()).append('\n');
        }
        replace(folder.resolve(CLAIMS), claims(examples, ids()));
        replace(folder.resolve(STANCES), stances(examples));
        replace(folder.resolve(FROM), from.toString());
    }

    /** The files that are fitted on. */
    public static List<Path> files(Path labelled) {
        return FILES.keySet().stream().map(labelled::resolve).toList();
    }

    private static void replace(Path file, String text) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(temporary, text, StandardCharsets.UTF_8);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static List<String> ids() {
        return Claims.standard().all().stream().map(Claim::id).toList();
    }

    /** The sentences of a file, article by article in their order. */
    static List<Example> read(Path labelled, String file) throws IOException {
        List<Example> examples = new ArrayList<>();
        Map<String, List<LabelledSentence>> texts = LabelledSentences.read(labelled.resolve(file), ids()).stream().collect(Collectors.groupingBy(LabelledSentence::article, LinkedHashMap::new, Collectors.toList()));
        texts.forEach((article, text) -> {
            Topics topics = article.isEmpty() ? Topics.NONE : Topics.ofText();
            for (LabelledSentence sentence : text) {
                Map<String, Stance> heard = FILES.get(file) ? Map.of() : ClaimFinder.patternsAlone().find(sentence.text(), topics).stream().collect(Collectors.toMap(match -> match.claim().id(), Match::stance));
                examples.add(new Example(sentence, Words.of(sentence.text()), heard));
            }
        });
        return examples;
    }

    /** The weights of some claims, as text. */
    static String claims(List<Example> examples, Collection<String> claims) {
        List<Set<String>> all = examples.stream().map(example -> LearnedVoice.signs(example.words())).toList();
        Map<String, Integer> sentences = new HashMap<>();
        all.forEach(each -> each.forEach(sign -> sentences.merge(sign, 1, Integer::sum)));
        SignTable table = new SignTable();
        for (int i = 0; i < all.size(); i++) {
            Map<String, Double> row = new LinkedHashMap<>();
            double factor = LearnedVoice.wordFactor(all.get(i).size());
            all.get(i).stream().filter(sign -> sentences.get(sign) >= LEAST_SENTENCES).forEach(sign -> row.put(sign, factor));
            examples.get(i).heard().keySet().stream().sorted().forEach(claim -> row.put(LearnedVoice.patternSign(claim), 1.0));
            table.add(row);
        }
        double rows = examples.size();
        return table.fit(claims, claim -> members(examples.stream().map(example -> example.sentence().claims().containsKey(claim)).toList()),
                sign -> sentences.containsKey(sign) ? StrictMath.log(rows / sentences.get(sign)) / RARITY : PATTERN_WORTH, CLAIM_COST, LEAST_CLAIM_WEIGHT);
    }

    /** The weights of the stances, as text. */
    static String stances(List<Example> examples) {
        SignTable table = new SignTable();
        List<String> labels = new ArrayList<>();
        for (Example example : examples) {
            Set<Cues.Cue> cues = example.sentence().claims().isEmpty() ? Set.of() : Cues.in(example.sentence().text());
            example.sentence().claims().forEach((claim, stance) -> {
                Map<String, Double> row = new LinkedHashMap<>();
                new StanceSigns(example.words(), LearnedVoice.signs(example.words()), cues, Cues.question(example.sentence().text()), claim, Optional.ofNullable(example.heard().get(claim))).each(sign -> row.put(sign, 1.0));
                table.add(row);
                labels.add(stance);
            });
        }
        return table.fit(EnumSet.allOf(Stance.class).stream().map(Stance::label).toList(), stance -> members(labels.stream().map(stance::equals).toList()), StanceSigns::value, STANCE_COST,
                LEAST_STANCE_WEIGHT);
    }

    /** A voice fitted on some sentences. */
    static LearnedVoice voice(List<Example> examples) {
        return new LearnedVoice(ClaimWeights.parse(CLAIMS, claims(examples, ids()), ids()),
                ClaimWeights.parse(STANCES, stances(examples), EnumSet.allOf(Stance.class).stream().map(Stance::label).toList()));
    }

    private static boolean[] members(List<Boolean> of) {
        boolean[] members = new boolean[of.size()];
        for (int i = 0; i < members.length; i++) {
            members[i] = of.get(i);
        }
        return members;
    }
}
