/** Light, dark and print. Fonts are those of the machine; colours keep a contrast of 4.5 to 1 on their ground. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1f2328;--soft:#59636e;--line:#d1d9e0;--raised:#f6f8fa;--link:#0550ae;--error:#b3261e;--warning:#8a5300;--info:#0b5cad;--good:#1a6b34;--hit:#ffd8d3;--also:#fff1c2}
@media(prefers-color-scheme:dark){:root{--ground:#15191e;--ink:#e6edf3;--soft:#a3adb8;--line:#3a434d;--raised:#1e242b;--link:#79b8ff;--error:#ff9a91;--warning:#f0b95a;--info:#8ec2ff;--good:#7fd39a;--hit:#6b1f1b;--also:#574409}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1080px;padding:0 20px 40px;background:var(--ground);color:var(--ink);font:15px/1.6 system-ui,"Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--ground);padding:6px 10px;z-index:2}
h1{font-size:24px;margin:20px 0 4px}h2{font-size:20px;margin:36px 0 8px;padding-top:8px;border-top:2px solid var(--line)}h3{font-size:16px;margin:20px 0 6px}
header nav ul{display:flex;flex-wrap:wrap;gap:4px 20px;list-style:none;margin:0;padding:0}
p{margin:6px 0}footer{margin-top:36px;color:var(--soft);border-top:1px solid var(--line)}
.tone.error,.number.error dd{color:var(--error)}.tone.warning,.number.warning dd{color:var(--warning)}.tone.info,.number.info dd{color:var(--info)}.tone.good{color:var(--good)}.tone.muted{color:var(--soft)}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(100px,1fr));gap:10px;margin:14px 0}
.number{background:var(--raised);border:1px solid var(--line);border-radius:8px;padding:8px 14px;display:flex;flex-direction:column-reverse}
.number dt{color:var(--soft)}.number dd{margin:0;font-size:28px;line-height:1.3;font-variant-numeric:tabular-nums}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(400px,100%),1fr));gap:20px}
figure{margin:12px 0}figcaption{font-weight:600;margin-bottom:6px}.chart{width:100%;max-width:640px;height:auto}
.chart text{fill:currentColor}
.wide,.cells{overflow-x:auto}table{border-collapse:collapse;font-size:14px}
.wide table{width:100%}.wide th,.wide td{text-align:left;vertical-align:top;padding:5px 10px 5px 0;border-bottom:1px solid var(--line)}
.wide th{color:var(--soft);font-weight:600}.wide td{min-width:64px}
details{margin:8px 0}summary{cursor:pointer;font-weight:600}details.tone td,details.tone th{color:var(--ink)}
form{display:flex;flex-wrap:wrap;gap:10px 18px;align-items:end;background:var(--raised);border:1px solid var(--line);border-radius:8px;padding:12px 14px}[hidden]{display:none!important}
.field{display:flex;flex-direction:column;flex:1 1 220px;min-width:0}.field label,legend{color:var(--soft);font-size:13px;padding:0}
input[type=search],select,button{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:6px;padding:5px 10px;width:100%;min-height:34px}
button{width:auto;cursor:pointer}button:disabled{color:var(--soft);border-color:var(--line);cursor:default}
fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:2px 14px}fieldset label{white-space:nowrap}
#shown{margin:14px 0 8px;font-weight:600}
#cards{list-style:none;margin:0;padding:0}#pages{display:flex;gap:14px;align-items:center;margin:14px 0}
.card{border:1px solid var(--line);border-left:5px solid var(--soft);border-radius:6px;padding:8px 14px 10px;margin:0 0 12px}
.card.error{border-left-color:var(--error)}.card.warning{border-left-color:var(--warning)}.card.info{border-left-color:var(--info)}
.card h3{margin:0 0 4px;font-size:15px;display:flex;flex-wrap:wrap;gap:2px 8px;align-items:baseline}
.tag{border:1px solid currentColor;border-radius:4px;padding:0 6px;font-size:13px}
.card.error .tag:not(.plain){color:var(--error)}.card.warning .tag:not(.plain){color:var(--warning)}.card.info .tag:not(.plain){color:var(--info)}
.tag.plain,.file{color:var(--soft);font-weight:400}
.cells{margin:8px 0}.cells table{font-size:13px;line-height:1.45}
.cells th,.cells td{border:1px solid var(--line);padding:2px 7px;text-align:left;vertical-align:top;max-width:260px}
.cells td{min-width:44px}.cells th{background:var(--raised);color:var(--soft);font-weight:400;text-align:center}
.cells .head td{font-weight:600;background:var(--raised)}.cells .gap>*{border-top:3px double var(--soft)}
.cells td.hit{background:var(--hit);box-shadow:inset 0 0 0 2px var(--error)}.cells td.also{background:var(--also)}mark{background:none;color:inherit}
.remedy{margin:3px 0}.basis,.rule,.none{margin:3px 0;font-size:14px;color:var(--soft)}blockquote{margin:4px 0 4px;padding-left:10px;border-left:3px solid var(--line);color:var(--ink)}
code{font-family:ui-monospace,Consolas,monospace;font-size:.93em}
@media print{:root{--ground:#fff;--ink:#000;--soft:#444;--line:#999;--raised:#fff;--error:#9b1c14;--warning:#704400;--info:#084c92;--good:#14542a;--hit:#fff;--also:#fff}
body{max-width:none;padding:0;font-size:10.5pt}form,.skip,header nav,#pages,noscript{display:none!important}.card,figure,tr{break-inside:avoid}h2,h3{break-after:avoid}.wide,.cells{overflow:visible}.cells td.hit{outline:2pt solid #9b1c14}.card{break-inside:avoid-page}}
`;
