package ketum.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wanted units and factors are worked out by hand. */
class UnitCheckTest {

    private static final String FRAME = """
            model units
              unit time_unit = 3600 second; unit h = 3600 second; unit nmol = 1e-9 mole; unit ug = 1e-6 gram
              unit per_h = 1/h; unit per_s = 1/second; unit nM = nmol/litre; unit L_per_h = litre/h; unit s_per_h = second/h
              k = 0.1 per_h; kps = 1 per_s; V = 30 litre; CL = 3 L_per_h; half = 5 nM; n = 2 dimensionless
              mass = 4 ug; s_in_h = 3600 s_per_h; t0 = 1 h
              A = 1 nmol
            %s
            end
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A' = -k*A
            A' = -CL*A/V
            A' = -kps*s_in_h*A
            A' = 0
            A' = max(0, k*A - CL*half)
            A' = -k*A*(time/t0)
            A' = -k*A*exp(-A/V/half)
            A' = -k*A*(A/V/half)^n
            A' = -sqrt(A^2)*k
            A' = -CL*half*(A/V)^2/((A/V)^2 + half^2)
            A' = piecewise(0, A > 0, -k*A, time < t0, 0)
            A' = -k^2*A/kps/s_in_h
            A' = -0*n + k*A
            A' = -(A^2)^(1/2)*k
            A' = -(1/A)^-1*k
            """)
    void equationThatBalancesIsAccepted(String rule) {
        assertEquals("A", Model.parse("m", FRAME.formatted(rule)).states().getFirst().id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A' = -k                | the rate of `A` must be in nmol/h, but `-k` is in 1/h
            A' = -kps*A            | must be in nmol/h, but `-kps*A` is in nmol/s (the same kind of quantity on another scale: 1 nmol/s is 3600.0 nmol/h
            A' = A                 | must be in nmol/h, but `A` is in nmol
            A' = k*A + CL          | the two sides of + differ: `k*A` is in nmol/h, `CL` is in L/h
            A' = k*A - kps*A       | the two sides of - differ: `k*A` is in nmol/h, `kps*A` is in nmol/s (the same kind of quantity on another scale: 1 nmol/h is 2.777
            A' = k*A + 1           | `k*A` is in nmol/h, `1` is in 1
            A' = max(1, k*A)       | the two sides of max differ: `1` is in 1, `k*A` is in nmol/h
            A' = k*mass            | must be in nmol/h, but `k*mass` is in ug/h
            A' = k*A*exp(A)        | the argument of exp must be in 1, but `A` is in nmol
            A' = k*A*ln(kps/k)     | the argument of ln must be in 1, but `kps/k` is in h/s (the same kind of quantity on another scale: 1 h/s is 3600.0 1
            A' = k*A*n^A           | an exponent must be in 1, but `A` is in nmol
            A' = k*A^n             | only a dimensionless value can be raised to a power that is not a number
            A' = k*A^0.5           | has no whole power of 0.5
            A' = k*sqrt(A)         | has no whole power of 0.5
            A' = piecewise(k*A, A > V, 0) | the two sides of > differ: `A` is in nmol, `V` is in L
            A' = piecewise(k*A, A > 0, A) | the values of piecewise differ: `k*A` is in nmol/h, `A` is in nmol
            A' = k*A*time          | must be in nmol/h, but `k*A*time` is in nmol
            """)
    void equationThatDoesNotBalanceIsTurnedDownWithBothUnits(String rule, String message) {
        var problem = assertThrows(ModelException.class, () -> Model.parse("m", FRAME.formatted("\n\n" + rule)));
        assertEquals("m:9:1", problem.source() + ":" + problem.line() + ":" + problem.column());
        assertContains(message, problem.getMessage());
    }

    @Test
    void unitsAreCheckedAfterAFunctionIsPutInPlace() {
        String text = "function f(x, y)\n x + y\nend\n" + FRAME.formatted("A' = 0; y := f(A, V); y has nmol");
        var problem = assertThrows(ModelException.class, () -> Model.parse("m", text));
        assertContains("`A` is in nmol, `V` is in L", problem.getMessage());
    }

    @Test
    void startValueMustHaveTheUnitOfItsState() {
        var problem = assertThrows(ModelException.class, () -> Model.parse("m", FRAME.formatted("A' = 0; B = V; B has nmol; B' = 0")));
        assertContains("the start value of `B` must be in nmol, but `V` is in L", problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1e-9 mole              | nmol
            1e3 gram               | kg
            kilogram               | kg
            1e-3 litre             | mL
            60 second              | min
            86400 seconds          | d
            1/(3600 second)        | 1/h
            1/3600 second          | 1/h
            1e-9 mole / litre      | nmol/L
            1e-9 gram/(1e-3 litre) | ng/mL
            litre/(3600 second)    | L/h
            5 second               | 5.s
            1e-7 mole              | 10*-7.mol
            2.5 metre              | 25.10*-1.m
            dimensionless          | 1
            2 dimensionless        | 2
            mole/mole              | 1
            metre^2*gram/second^2  | g.m2/s2
            item                   | {item}
            (1e-9 mole)^2          | nmol2
            joule/kelvin           | J/K
            """)
    void unitsAreSpeltInUcum(String definition, String ucum) {
        Model model = Model.parse("m", "model m; unit time_unit = second; unit u = " + definition + "; a = 1 u; end");
        assertEquals(ucum, model.parameters().getFirst().unit());
    }

    @ParameterizedTest
    @CsvSource({"joule, N, m", "watt, J, 1/s", "pascal, N, 1/m2", "volt, W, 1/A", "coulomb, A, s", "ohm, V, 1/A", "siemens, A, 1/V",
        "farad, C, 1/V", "weber, V, s", "tesla, Wb, 1/m2", "henry, Wb, 1/A", "gray, J, 1/kg", "katal, mol, 1/s", "litre, dm2, dm"})
    void derivedUnitsAgreeWithTheirDefinition(String name, String first, String second) {
        assertEquals(1.0, Atoms.base(name).factorTo(parse(first).times(parse(second))), 1e-15);
        assertEquals(true, Atoms.base(name).matches(parse(first).times(parse(second))));
    }

    private static Unit parse(String code) {
        if (code.startsWith("1/")) {
            return Unit.DIMENSIONLESS.per(parse(code.substring(2)));
        }
        return code.endsWith("2") ? Unit.of(code.substring(0, code.length() - 1)).power(2) : Unit.of(code);
    }

    private static void assertContains(String part, String message) {
        org.junit.jupiter.api.Assertions.assertTrue(message.contains(part), () -> message + "\n does not contain\n" + part);
    }
}
