package ketum.kratom.data;

import java.util.OptionalDouble;

/**
 * One number with its provenance.
 *
 * @param id       what the number is about; each table's schema says how ids are built
 * @param quantity what is measured; one of the schema's quantities
 * @param value    the number, in {@code unit}
 * @param low      lower bound where the source gives one; the schema or note says which kind of bound
 * @param high     upper bound where the source gives one
 * @param unit     UCUM, or one of the aliases of {@link Units}
 * @param source   key in {@link Sources}
 * @param locator  where in the source: table, section, page
 * @param status   how the number came here
 * @param grade    A measured in people taking kratom; B in people with another opioid, or kratom self-report; C animal or in vitro; D assumption
 * @param note     arithmetic of a derived number, reason of an assumed one, conflicts; may be empty
 * @param line     line in its file
 */
public record Row(String id, String quantity, double value, OptionalDouble low, OptionalDouble high, String unit,
                  String source, String locator, Status status, char grade, String note, long line) {

    /**
     * The value in another unit.
     *
     * @throws IllegalArgumentException where {@code target} does not parse or measures something else
     */
    public double in(String target) {
        return Units.convert(value, unit, target);
    }
}
