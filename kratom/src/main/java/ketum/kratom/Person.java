package ketum.kratom;

/** Who takes it. Age in years, body weight in kg. */
public record Person(double ageYears, Sex sex, double weightKg, Pregnancy pregnancy) {

    public enum Sex { FEMALE, MALE, UNSTATED }

    public enum Pregnancy { NO, PREGNANT, BREAST_FEEDING, UNSTATED }
}
