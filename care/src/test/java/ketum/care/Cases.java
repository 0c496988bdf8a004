package ketum.care;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import ketum.care.Case.Condition;
import ketum.care.Case.EarlierStop;
import ketum.care.Case.Medicine;
import ketum.care.Case.OtherUse;
import ketum.care.Case.ProductUse;
import ketum.care.Case.ScoreNow;
import ketum.kratom.Person;
import ketum.kratom.Product;
import ketum.kratom.Use;

/** Cases for tests: a plain one and what can differ from it. */
record Cases(Person person, Case.History history, List<Medicine> medicines, List<ProductUse> products, Optional<LocalDateTime> lastDose,
             Optional<ScoreNow> score, List<EarlierStop> stops) {

    static final LocalDate DATE = LocalDate.of(2026, 11, 22);
    static final List<LocalTime> FOUR_TIMES = List.of(LocalTime.of(7, 0), LocalTime.of(12, 0), LocalTime.of(17, 0), LocalTime.of(22, 0));

    /** A man of 35 who takes 4 g of leaf four times a day, for so many days. */
    static Cases daily(int days) {
        return new Cases(new Person(35, Person.Sex.MALE, 80, Person.Pregnancy.NO), new Case.History(Set.of(), List.of()), List.of(),
                List.of(use(Product.Type.LEAF_POWDER, 4, Use.AmountUnit.GRAM, FOUR_TIMES, DATE.minusDays(days - 1L))), Optional.empty(), Optional.empty(), List.of());
    }

    static Product product(Product.Type type) {
        return new Product(type, "", new Product.Content.ByType(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    static ProductUse use(Product.Type type, double amount, Use.AmountUnit unit, List<LocalTime> times, LocalDate since, Use.Change... changes) {
        return new ProductUse(product(type), new Use(amount, unit, times, true, since, List.of(changes)));
    }

    Cases person(double age, Person.Pregnancy pregnancy) {
        return new Cases(new Person(age, person.sex(), person.weightKg(), pregnancy), history, medicines, products, lastDose, score, stops);
    }

    Cases conditions(Condition... conditions) {
        return new Cases(person, new Case.History(Set.of(conditions), history.otherUse()), medicines, products, lastDose, score, stops);
    }

    Cases other(OtherUse... other) {
        return new Cases(person, new Case.History(history.conditions(), List.of(other)), medicines, products, lastDose, score, stops);
    }

    /** Medicines by id; an id with a leading ? is not checked. */
    Cases medicines(String... ids) {
        List<Medicine> taken = List.of(ids).stream().map(id -> id.startsWith("?") ? new Medicine(id.substring(1), id.substring(1), false) : new Medicine(id, id, true)).toList();
        return new Cases(person, history, taken, products, lastDose, score, stops);
    }

    Cases products(ProductUse... products) {
        return new Cases(person, history, medicines, List.of(products), lastDose, score, stops);
    }

    Cases lastDose(LocalDateTime last) {
        return new Cases(person, history, medicines, products, Optional.of(last), score, stops);
    }

    Cases score(Case.Scale scale, double value, LocalDateTime at) {
        return new Cases(person, history, medicines, products, lastDose, Optional.of(new ScoreNow(scale, value, Optional.ofNullable(at))), stops);
    }

    Cases stops(EarlierStop... stops) {
        return new Cases(person, history, medicines, products, lastDose, score, List.of(stops));
    }

    Case get() {
        return new Case(person, history, medicines, products, lastDose, score, stops, "US-OR", DATE, Optional.empty());
    }
}
