package ketum.report.html;

/** The page's own style sheet: one column on a phone, small charts side by side on a desk, black on white on paper. */
final class PageStyle {
    private PageStyle() {}

    static String css() {
        return CSS;
    }

    private static final String CSS = """
            :root{color-scheme:light dark;--danger:#a3120a;--danger-paper:#fdecea;--box:#f4f4f1;--link:#0b4f8a}
            @media (prefers-color-scheme:dark){:root{--danger:#ff9a8f;--danger-paper:#3a1512;--box:#242422;--link:#8cc8ff}}
            *{box-sizing:border-box}
            html{scroll-padding-top:1rem}
            body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;overflow-wrap:break-word}
            header,main,footer{max-width:64rem;margin:0 auto;padding:0 1rem}
            main:focus{outline:none}
            h1{font-size:1.75rem;line-height:1.2;margin:1.25rem 0 .25rem}
            h2{font-size:1.375rem;line-height:1.25;margin:0 0 .5rem}
            h3{font-size:1.125rem;margin:1.75rem 0 .5rem}
            p,li,dd{max-width:44rem}
            p{margin:.5rem 0 .75rem}
            a{color:var(--link)}
            a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
            .skip{position:absolute;left:-999px}
            .skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
            .about,.summary,.grade,small,.versions{color:var(--faint)}
            .notices{border:2px solid var(--ink);padding:.25rem 1rem;margin:.75rem 0}
            section{margin:2.25rem 0;padding-top:1rem;border-top:1px solid var(--grid)}
            .urgent{border:3px solid var(--danger);background:var(--danger-paper);padding:1rem;margin-top:1rem}
            .urgent.calm{border:2px solid var(--grid);background:none}
            .urgent ul,.help ul{padding-left:1.1rem;margin:.5rem 0}
            .urgent li{margin:.5rem 0}
            .urgent .danger .level{color:var(--danger)}
            .help{border:2px solid var(--link);background:var(--box);padding:1rem;margin:1rem 0}
            .help li,.claims li{margin:.5rem 0}
            .claims{padding-left:1.1rem;margin:.5rem 0}
            .number{font-weight:700;white-space:nowrap;display:inline-block;padding:.2rem 0;min-height:24px}
            nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem}
            nav a{display:inline-block;padding:.25rem 0}
            .facts{display:grid;gap:.25rem 1.5rem;margin:0}
            .facts div{display:grid;grid-template-columns:9rem 1fr;gap:.75rem}
            .facts dt{color:var(--faint)}
            .facts dd{margin:0}
            .facts.counts div{grid-template-columns:minmax(0,24rem) 3rem}.facts.counts dd{text-align:right;font-variant-numeric:tabular-nums}
            figure{margin:1rem 0;min-width:0}
            figcaption{font-weight:600}
            .multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));gap:.5rem 2rem}
            .multiple{min-width:0}
            .summary{margin:.25rem 0 .5rem}
            .grade{font-size:.9375rem;margin:.25rem 0 .5rem}
            .badge{display:inline-block;border:1px solid var(--faint);border-radius:.25rem;padding:0 .35rem;font-size:.9375rem;color:var(--ink);white-space:nowrap}
            .together{display:inline-block}
            .grades{display:grid;gap:.25rem;margin:.5rem 0}.grades div{display:grid;grid-template-columns:2.5rem 1fr}.grades dd{margin:0}
            .keys{font-size:.875rem;color:var(--faint)}
            .scroll{overflow-x:auto;max-width:100%}
            table{border-collapse:collapse;margin:.75rem 0;font-size:.9375rem;font-variant-numeric:tabular-nums}
            caption{text-align:left;font-weight:600;padding:.25rem 0}
            th,td{text-align:left;vertical-align:top;padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--grid)}
            tbody th{font-weight:500}
            summary{cursor:pointer;padding:.3rem 0;min-height:24px;color:var(--link)}
            .absent,.safety{border-left:6px solid var(--ink);background:var(--box);padding:.5rem 1rem;max-width:46rem}
            .safety{border-color:var(--danger)}
            .strong{font-weight:600}
            .alarm{color:var(--danger)}
            .address{color:var(--faint);overflow-wrap:anywhere}
            @media (max-width:32rem){.badge{white-space:normal}table{font-size:.875rem}th,td{padding-right:.5rem}.facts div{grid-template-columns:7rem 1fr}.facts.counts div{grid-template-columns:minmax(0,1fr) 3rem}}
            @media (min-width:44rem){.chart text{font-size:14px}figure>svg.chart{max-width:34rem}}
            @media print{
            :root{color-scheme:light;--danger:#8a0000;--danger-paper:#fff;--box:#fff;--link:#000}
            body{font-size:10.5pt;background:#fff;color:#000}
            header,main,footer{max-width:none;padding:0}
            nav,.skip{display:none}
            svg.chart,tr,li,.urgent,.help,.safety,.absent{break-inside:avoid}
            section{margin:1rem 0;padding-top:.5rem}figure{margin:.5rem 0}
            .urgent li,.help li{margin:.15rem 0}
            table{font-size:8pt}th,td{padding:.5pt 6pt .5pt 0}.summary,.grade,p{margin:.2rem 0 .3rem}
            .chart text{font-size:15px}
            h2,h3,figcaption,caption,thead,summary{break-after:avoid}
            figure svg.chart{max-width:9cm}
            .multiples{grid-template-columns:1fr 1fr}
            .scroll{overflow:visible}
            details::details-content{content-visibility:visible;display:block;block-size:auto}
            details>summary{list-style:none}
            thead{display:table-header-group}
            }
            """;
}
