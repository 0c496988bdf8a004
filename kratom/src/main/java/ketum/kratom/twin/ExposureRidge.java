package ketum.kratom.twin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Table;

/** The calibrated exposure parameters: per alkaloid a ridge of points that fit the published medians equally well. */
final class ExposureRidge {

    /** One point of an alkaloid's ridge, all apparent: L/h, L, 1/h. */
    record Point(String id, double clearance, double centralVolume, double absorption, double intercompartmental, double peripheralVolume) {}

    /** 7-OH at one mitragynine point and presystemic share: elimination in 1/h, volume per fraction converted in L. */
    record Metabolite(double presystemicShare, double elimination, double volume) {}

    private final Map<Alkaloid, List<Point>> points = new EnumMap<>(Alkaloid.class);
    private final Map<String, List<Metabolite>> metabolites = new TreeMap<>();

    ExposureRidge(Table calibrated) {
        for (Alkaloid alkaloid : Alkaloid.values()) {
            List<Point> ridge = new ArrayList<>();
            String prefix = alkaloid.symbol() + ".ridge.";
            for (String id : calibrated.ids()) {
                if (!id.startsWith(prefix)) {
                    continue;
                }
                if (alkaloid == Alkaloid.SEVEN_HYDROXYMITRAGYNINE) {
                    int split = id.indexOf(".phi.");
                    String point = "MG" + id.substring(2, split);
                    metabolites.computeIfAbsent(point, key -> new ArrayList<>()).add(new Metabolite(
                            Double.parseDouble(id.substring(split + 5)), calibrated.value(id, "km"), calibrated.value(id, "V")));
                } else {
                    ridge.add(new Point(id, calibrated.value(id, "CL"), calibrated.value(id, "Vc"), calibrated.value(id, "ka"),
                            calibrated.value(id, "Q"), calibrated.value(id, "Vp")));
                }
            }
            points.put(alkaloid, List.copyOf(ridge));
        }
    }

    List<Point> of(Alkaloid alkaloid) {
        return points.get(alkaloid);
    }

    /** 7-OH choices at a mitragynine point, by presystemic share. */
    List<Metabolite> metabolitesAt(Point mitragynine) {
        return metabolites.get(mitragynine.id());
    }
}
