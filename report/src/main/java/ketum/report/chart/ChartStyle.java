package ketum.report.chart;

/**
 * The style sheet of the charts. Hues are those of Okabe and Ito (distinct under the common colour-vision deficiencies); the light
 * ones are darkened on white, and the dark ones lightened on black, so that every line has at least 3:1 contrast. Text is at least
 * 12 CSS pixels when the 440-unit drawing is 320 pixels wide. Print is dark on white.
 */
public final class ChartStyle {
    private ChartStyle() {}

    public static String css() {
        return CSS;
    }

    private static final String CSS = """
            :root{--ink:#1b1b1b;--faint:#595959;--grid:#d9d9d9;--paper:#fff;--c0:#0072b2;--c1:#c04f00;--c2:#007a5a;--c3:#9c4f7c;--c4:#8a6100;--c5:#2477a8;--c6:#1b1b1b}
            @media (prefers-color-scheme:dark){:root{--ink:#ececec;--faint:#b4b4b4;--grid:#444;--paper:#161616;--c0:#56b4e9;--c1:#ff8f4a;--c2:#2fc99b;--c3:#e3a1c6;--c4:#e69f00;--c5:#9fd3f2;--c6:#ececec}}
            @media print{:root{--ink:#000;--faint:#333;--grid:#bbb;--paper:#fff;--c0:#0072b2;--c1:#c04f00;--c2:#007a5a;--c3:#9c4f7c;--c4:#8a6100;--c5:#2477a8;--c6:#000}}
            svg.chart{display:block;width:100%;height:auto;max-width:40rem;print-color-adjust:exact;-webkit-print-color-adjust:exact}
            .chart text{font-family:system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;font-size:17px;fill:var(--ink)}
            .chart .soft{fill:var(--faint)}
            .chart .halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
            .chart .grid{stroke:var(--grid);stroke-width:1;fill:none}
            .chart .axis{stroke:var(--ink);stroke-width:1.5;fill:none}
            .chart .threshold{stroke:var(--faint);stroke-width:1.2;stroke-dasharray:2 4;fill:none}
            .chart .line{fill:none;stroke-width:2.6;stroke-linejoin:round}
            .chart .path{fill:none;stroke:var(--c0);stroke-width:1;stroke-opacity:.55}
            .chart .outer{fill:var(--c0);fill-opacity:.16;stroke:var(--c0);stroke-opacity:.6;stroke-width:1}
            .chart .inner{fill:var(--c0);fill-opacity:.26;stroke:none}
            .chart .people{fill:var(--c0);fill-opacity:.28;stroke:var(--c0);stroke-width:2}
            .chart .science{stroke:var(--c1);stroke-width:2;stroke-dasharray:7 4}
            .chart .hatch{stroke:var(--c1);stroke-width:1.4}
            .chart .dose{fill:var(--ink)}
            .chart .bar-both{stroke:var(--ink);stroke-width:3;fill:none}
            .chart .bar-people{stroke:var(--c0);stroke-width:9;fill:none}
            .chart .bar-science{stroke:var(--c1);stroke-width:9;stroke-dasharray:5 3;fill:none}
            .chart .dot{fill:var(--paper);stroke:var(--ink);stroke-width:2.4}
            .chart .none{fill:none;stroke:var(--faint);stroke-width:1.8}
            .chart .mild{fill:var(--c5);fill-opacity:.35;stroke:var(--c5);stroke-width:1.8}
            .chart .moderate{fill:var(--c0);stroke:var(--c0);stroke-width:1.8}
            .chart .moderately_severe{fill:var(--c4);stroke:var(--c4);stroke-width:1.8}
            .chart .severe{fill:var(--c1);stroke:var(--c1);stroke-width:1.8}
            .chart .s0{stroke:var(--c0)}.chart .s1{stroke:var(--c1);stroke-dasharray:9 4}.chart .s2{stroke:var(--c2);stroke-dasharray:3 3}
            .chart .s3{stroke:var(--c3);stroke-dasharray:12 4 3 4}.chart .s4{stroke:var(--c4);stroke-dasharray:6 2}
            .chart .s5{stroke:var(--c5);stroke-dasharray:14 6}.chart .s6{stroke:var(--c6);stroke-dasharray:2 6}
            .chart .s7{stroke:var(--faint);stroke-dasharray:10 3 2 3 2 3}
            """;
}
