/// How the page looks: by day and by night, on a wide window, a phone and paper.
enum PageStyle {
  static let css = #"""
    :root{--paper:#fff;--ink:#1d2226;--quiet:#565f66;--rule:#ddd8cf;--wash:#f4f1ea;--link:#1c5580;--on:#fff;--focus:#1c5580;
    --serif:Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Liberation Serif",serif;
    --sans:Helvetica,Arial,"Liberation Sans","Noto Sans",sans-serif;color-scheme:light dark}
    @media screen and (prefers-color-scheme:dark){
    :root{--paper:#14181c;--ink:#e8ebed;--quiet:#a9b3ba;--rule:#363e45;--wash:#20262b;--link:#8fc1ec;--on:#14181c;--focus:#8fc1ec}
    }
    *{box-sizing:border-box}
    html{background:var(--paper);color:var(--ink);font:16px/1.45 var(--sans);-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0 auto;max-width:82rem;padding:0 1.5rem 3rem;overflow-wrap:break-word}
    a{color:var(--link)}
    h1,h2{line-height:1.2;text-wrap:balance}
    h2{font-size:1rem;margin:0 0 .6rem}
    small{font-size:.8125rem;color:var(--quiet)}
    button,input,select{font:inherit;color:inherit}
    button{background:none;border:1px solid var(--quiet);border-radius:3px;padding:.2rem .7rem;min-height:2rem;cursor:pointer}
    button:hover{background:var(--wash)}
    :focus-visible{outline:2px solid var(--focus);outline-offset:2px}
    [hidden]{display:none!important}
    .skip{position:absolute;left:-99rem;background:var(--paper);padding:.5rem 1rem;z-index:9}
    .skip:focus{left:1rem;top:.5rem}
    .symbol{width:1.5em;height:1.5em;vertical-align:-.42em;flex:none;overflow:visible}
    .symbol{fill:var(--f)}
    .shapes{position:absolute}
    .symbol text{fill:var(--on);font-weight:bold;text-anchor:middle;font-family:var(--sans)}
    .symbol.hollow use,.symbol.dashed use{fill:var(--paper);stroke:var(--f);stroke-width:2}
    .symbol.dashed use{stroke-dasharray:4 2.5}
    .symbol.hollow text,.symbol.dashed text{fill:var(--f)}

    .masthead{display:flex;flex-wrap:wrap;align-items:baseline;gap:.3rem 1.5rem;border-bottom:3px double var(--ink);padding:1rem 0 .6rem}
    .masthead p{margin:0}
    .kicker{font-weight:bold}
    .kicker span{font-weight:normal;color:var(--quiet)}
    .tally{color:var(--quiet);flex:1}
    .downloads,.filterbox{display:none}
    .js .downloads,.js .filterbox{display:block}
    .filterbox{border-bottom:1px solid var(--rule)}
    .filterbox summary{padding:.6rem 0}
    .title{font:bold 2rem/1.15 var(--serif);margin:1.2rem 0 0}

    .filters{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.1rem;padding:.7rem 0;font-size:.875rem}
    .filters fieldset{border:0;margin:0;padding:0;min-width:0;display:flex;flex-wrap:wrap;align-items:center;gap:.3rem .45rem}
    .filters legend{float:left;padding:0;margin-right:.25rem;color:var(--quiet)}
    .filters input[type=date]{background:var(--paper);border:1px solid var(--quiet);border-radius:3px;padding:.15rem .35rem;min-height:2rem}
    .filters input[type=range]{width:7rem;accent-color:var(--link)}
    .filters output{min-width:3.2em;font-variant-numeric:tabular-nums}
    .chip{display:inline-flex;align-items:center;gap:.3rem;border:1px solid var(--rule);border-radius:1rem;padding:.1rem .65rem .1rem .4rem;min-height:2rem;cursor:pointer;white-space:nowrap}
    .chip:hover{background:var(--wash)}
    .chip input{accent-color:var(--link);margin:0 .1rem}
    .chip:has(:focus-visible){outline:2px solid var(--focus);outline-offset:2px}
    .chip:not(:has(:checked)) span{text-decoration:line-through;color:var(--quiet)}

    .spread{display:grid;gap:1.5rem 3rem;margin-top:1.4rem}
    .beside{min-width:0}
    .stories{min-width:0}
    .stories:focus{outline:none}
    .map{margin:0;min-width:0}
    .sheet{position:relative;overflow:hidden;width:100%;background:var(--wash)}
    .sheet>svg{position:absolute;height:auto;max-width:none}
    .narrow{display:none}
    .map figcaption{font-size:.75rem;line-height:1.4;color:var(--quiet);margin-top:.4rem}
    .sheet g[tabindex]{cursor:pointer;outline:none}
    .sheet g[tabindex]>path{transform-box:fill-box;transform-origin:center;transition:transform .12s}
    .sheet g.lit>path,.sheet g[tabindex]:focus-visible>path{stroke:var(--ink);stroke-width:3;transform:scale(1.3)}
    .sheet path.lit{stroke:var(--ink);stroke-width:1.6}
    .dimming .sheet g[data-i]:not(.lit){opacity:.45}
    .gone{display:none}

    article{border-bottom:1px solid var(--rule)}
    article:last-child{border-bottom:0}
    .headline{font:bold 1.9rem/1.16 var(--serif);margin:0;max-width:34rem}
    h2.headline{font-size:1.25rem;display:inline}
    summary{cursor:pointer}
    article summary{padding:.7rem 0;max-width:38rem}
    article .count{white-space:nowrap;margin-left:.4rem}
    .meta,.note{font-size:.875rem;color:var(--quiet);margin:.5rem 0}
    .note{border-left:3px solid var(--quiet);padding-left:.7rem}
    .text{font:1.125rem/1.62 var(--serif);max-width:34rem;padding-bottom:1.2rem}
    .text p{margin:0 0 1em}
    .text .again{font-weight:bold}
    .told{background:var(--wash);background:color-mix(in srgb,var(--f) 9%,transparent);box-decoration-break:clone;-webkit-box-decoration-break:clone;border-radius:2px;padding:.08em 0;scroll-margin:30vh}
    .told.off,.told.off .event{background:none;text-decoration-color:var(--quiet)}
    .headline .told{background:none;box-shadow:none;border-radius:0}
    .headline .lit.told{background:none;box-shadow:none;text-decoration:underline 3px var(--f)}
    .event{font-weight:600;text-decoration:underline 2px var(--f);text-underline-offset:.18em}
    .n{text-decoration:underline dotted 1px var(--quiet);text-underline-offset:.2em}
    .n[role]{cursor:help}
    .n.site{text-decoration:underline solid 2px var(--ink);font-weight:600}
    .n.body{text-decoration-style:dashed}
    .n.unknown{text-decoration-style:wavy}
    .n[role]:hover,.n.lit{background:var(--ink);color:var(--paper);text-decoration-color:var(--paper);border-radius:2px}
    .badge{color:inherit;text-decoration:none;white-space:nowrap;scroll-margin:30vh}
    .text .badge,.headline .badge{font-size:.82em;margin-left:.18em}
    .badge.gone{display:none}
    .lit.told{background:color-mix(in srgb,var(--f) 30%,transparent);box-shadow:0 0 0 2px color-mix(in srgb,var(--f) 30%,transparent)}
    .key{font-size:.8125rem;color:var(--quiet);max-width:34rem;border-left:3px solid var(--rule);padding-left:.7rem;margin:.6rem 0 1.2rem}

    .timeline{margin-top:1.2rem;min-width:0}
    .timeline ol,.timeline ul{list-style:none;margin:0;padding:0}
    .timeline ol{border-left:2px solid var(--rule);margin-left:.4rem}
    .day{position:relative;display:grid;grid-template-columns:8.5rem 1fr;gap:0 .8rem;padding:.3rem 0 .3rem 1.1rem;font-size:.875rem}
    .day::before{content:"";position:absolute;left:-6px;top:.75rem;width:10px;height:10px;border-radius:50%;background:var(--ink)}
    .day>time,.day>span{padding-top:.2rem;font-variant-numeric:tabular-nums}
    .gap{padding:.1rem 0 .1rem 1.1rem;font-size:.75rem;color:var(--quiet)}
    .filtered .gap{display:none}
    .timeline ul li{border-radius:3px}
    .timeline ul a{display:flex;gap:.4rem;align-items:center;padding:.12rem .3rem;color:inherit;text-decoration:none}
    .timeline ul a:hover span{text-decoration:underline}
    .lit:is(li),tbody.lit{background:var(--wash);background:color-mix(in srgb,var(--f) 16%,transparent)}

    .incidents{margin-top:2rem;border-top:3px double var(--ink);padding-top:.9rem}
    table{border-collapse:collapse;width:100%;font-size:.875rem}
    thead th:nth-child(2){padding-left:.7rem!important}
    thead th{text-align:left;font-size:.8125rem;color:var(--quiet);font-weight:normal;padding:.2rem .9rem .4rem .3rem;border-bottom:1px solid var(--ink)}
    tbody{border-bottom:1px solid var(--rule);scroll-margin:20vh}
    tbody:target{box-shadow:inset 3px 0 0 var(--link)}
    tbody th,td{text-align:left;vertical-align:top;font-weight:normal;padding:.5rem .9rem .5rem .3rem}
    th .type{font-weight:bold}
    td small,th small,.proof small{display:block}
    tbody th{min-width:11rem}
    td:nth-child(2){min-width:11rem}
    td:nth-child(3){min-width:7rem}
    td:nth-child(2){padding-left:.7rem}
    .sure{font-variant-numeric:tabular-nums;white-space:nowrap}
    .proof{min-width:18rem;max-width:34rem}
    q{quotes:"“" "”";font-family:var(--serif);font-size:1rem}
    tr:not(.lead) .once{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    tr.lit td:nth-child(2){box-shadow:inset 3px 0 0 var(--ink)}
    .proof details{margin-top:.3rem}
    .proof summary{color:var(--link);font-size:.8125rem;display:inline-block;padding:.1rem 0}
    dl{display:grid;grid-template-columns:3.4rem 1fr;gap:.15rem .6rem;margin:.3rem 0 0;font-size:.8125rem}
    dt{color:var(--quiet)}
    dd{margin:0}

    .why{position:fixed;right:1.5rem;bottom:1.5rem;width:25rem;max-width:calc(100vw - 2rem);max-height:62vh;overflow:auto;background:var(--paper);border:1px solid var(--quiet);border-radius:4px;box-shadow:0 6px 30px rgb(0 0 0/.25);padding:.9rem 1.1rem;font-size:.875rem;z-index:5}
    .why h2{font:bold 1.2rem/1.2 var(--serif);margin:0 2rem .3rem 0}
    .why h3{font-size:.8125rem;color:var(--quiet);font-weight:normal;margin:.8rem 0 .2rem;border-top:1px solid var(--rule);padding-top:.6rem}
    .why p{margin:.2rem 0}
    .why ul{margin:0;padding:0;list-style:none}
    .why li{margin:.35rem 0}
    .why meter{width:100%;height:.5rem;display:block}
    .why .close{position:absolute;top:.5rem;right:.5rem;border:0;font-size:1.2rem;line-height:1;width:2rem;padding:0}
    footer{font-size:.8125rem;color:var(--quiet);border-top:1px solid var(--rule);margin-top:2rem;padding-top:.6rem}
    footer p{margin:.2rem 0;max-width:60rem}

    @media (min-width:40.01rem){.filterbox summary{display:none}}
    @media (min-width:62rem){
    .spread:not(.mapless){grid-template-columns:minmax(0,36rem) minmax(0,1fr)}
    .stories{grid-column:1;grid-row:1}
    .beside{grid-column:2;grid-row:1}
    }
    @media screen and (min-width:62rem){
    .beside{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);display:flex;flex-direction:column}
    .sheet{width:min(100%,calc(62vh*var(--ratio)))}
    .timeline{min-height:9rem;overflow:auto;flex:0 1 auto;scrollbar-width:thin}
    }
    @media (max-width:61.99rem){
    .beside{display:contents}
    .map{order:1}
    .stories{order:2}
    .timeline{order:3;margin:0}
    .headline,.text,.key{max-width:38rem}
    .scroller{overflow-x:auto}
    }
    @media screen and (max-width:40rem){
    body{padding:0 1rem 2rem}
    .map:not(.only) .wide{display:none}
    .narrow{display:block}
    .only .pan{overflow-x:auto}
    .only .wide{width:44rem}
    .map{margin:0 -1rem}
    .map figcaption{padding:0 1rem}
    .title,h1.headline{font-size:1.55rem}
    .text{font-size:1.0625rem;line-height:1.58}
    .tally{flex-basis:100%}
    .filters fieldset.types{flex-wrap:nowrap;overflow-x:auto;max-width:100%;padding:3px}
    .chip,button,.filters input[type=date]{min-height:2.5rem}
    .day{grid-template-columns:1fr}
    .scroller{overflow:visible}
    table,tbody,tr,tbody th,td{display:block}
    thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    tbody th,td,td:nth-child(2),td:nth-child(3),.proof{min-width:0;max-width:none;padding:.12rem 0}
    tr{padding:.5rem .3rem}
    td[data-label]::before{content:attr(data-label) " ";color:var(--quiet);font-size:.8125rem}
    td:empty,td:has(>.once:empty),tr:not(.lead) td:has(>.once){display:none}
    .proof::before{display:block}
    .why{left:0;right:0;bottom:0;width:auto;max-width:none;max-height:58vh;border-radius:.6rem .6rem 0 0}
    }
    @media (prefers-reduced-motion:reduce){*{transition:none!important;scroll-behavior:auto!important}}
    @media (forced-colors:active){.lit{outline:2px solid Highlight}.symbol{forced-color-adjust:none}}
    @media print{
    @page{margin:16mm}
    html{font-size:10pt}
    body{max-width:none;padding:0}
    .skip,.downloads,.filterbox,.why,.key,.proof details{display:none!important}
    .spread:not(.mapless){display:flex;flex-direction:column;gap:.4rem}
    .beside{display:contents}
    .map{order:1;max-width:15cm;margin:0 0 .8rem;break-inside:avoid}
    .headline,.text{max-width:none}
    .text{font-size:10.5pt;line-height:1.45}
    .text p{orphans:3;widows:3}
    article summary{list-style:none}
    details::details-content{content-visibility:visible;display:block}
    .day,tbody,tr{break-inside:avoid}
    h2{break-after:avoid}
    .stories{order:2}
    .timeline{order:3;margin:0;break-inside:auto}
    .timeline ol{columns:2;column-gap:2rem}
    .day{grid-template-columns:6.5rem 1fr}
    .incidents{break-before:page}
    table{table-layout:fixed}
    thead th:nth-child(1),thead th:nth-child(2){width:18%}
    thead th:nth-child(3){width:13%}
    thead th:nth-child(4){width:13%}
    thead th:nth-child(5){width:7%}
    tbody th,td,.proof,td:nth-child(2),td:nth-child(3){min-width:0}
    q{font-size:.875rem}
    .told,.symbol,.sheet{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    a.source::after{content:" <" attr(href) ">"}
    a{color:inherit}
    }

    """#
}
