package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({"1,nM,nmol/L,1", "1,uM,nM,1000", "1,pM,nM,0.001", "1,L/h,mL/min,16.666666666666668", "2,d,h,48", "5,ppm,1,5e-6", "50,%,1,0.5",
            "1,percent,%,1", "3,CFU/g,{CFU}/kg,3000", "1,mmHg,Pa,133.322"})
    void aliasesAndUcumConvert(double value, String from, String to, double expected) {
        assertEquals(expected, Units.convert(value, from, to), StrictMath.abs(expected) * 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nN/zz", "mg per g", "[CFU]/g", "10%%"})
    void whatIsNeitherUcumNorAliasIsRejected(String unit) {
        assertThrows(IllegalArgumentException.class, () -> Units.parse(unit));
    }

    @Test
    void everyUnitThatIsAcceptedWithoutParsingWouldParse() {
        Units.USED.forEach(Units::parse);
    }

    @Test
    void everyTableUnitIsAcceptedWithoutParsingSoThatAStartIsFast() {
        for (Table table : Tables.standard().all().values()) {
            table.schema().quantities().values().forEach(quantity -> assertTrue(Units.USED.contains(quantity.unit()), table.name() + " " + quantity.unit()));
        }
    }

    @Test
    void aVolumeIsNotAMass() {
        assertThrows(IllegalArgumentException.class, () -> Units.convert(4, "mL", "g"));
    }
}
