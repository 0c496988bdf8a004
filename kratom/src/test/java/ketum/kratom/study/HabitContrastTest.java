package ketum.kratom.study;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HabitContrastTest {

    @Test
    void longerUseIsNotBetterAndTheSentenceSaysWhyFrequencyMayMislead() {
        HabitContrast contrast = new HabitContrast(StudyRunner.SEED, 2);
        double short0 = contrast.peak(4, 60);
        double long0 = contrast.peak(4, 180);
        assertTrue(long0 >= short0 - 0.05, short0 + " after 60 days, " + long0 + " after 180");
        assertTrue(contrast.remark().endsWith("may be reverse causation."));
    }
}
