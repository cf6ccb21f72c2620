import { sentence } from '../../i18n/messages.ts';
import type { LayoutDecision } from '../../model/layout.ts';
import type { Locale } from '../../model/policy.ts';
import { escaped } from '../escaped.ts';
import type { MapSource } from './map-areas.ts';
import { planSvg } from './map-svg.ts';
import { REASONS } from './reasons.ts';
import { LAYOUT_WORDS, MAP_WORDS } from './words.ts';

/** One file with both maps and the list of communities; what the pointer is on lights up in all three. Nothing is fetched. */
export function planHtml(source: MapSource, locale: Locale): string {
  const { totals, decisions } = source.plan;
  const title = MAP_WORDS.title[locale];
  const { before, added, abolished, after } = totals;
  const share = ((100 * totals.householdsMoved) / Math.max(1, totals.households)).toFixed(1);
  const say = (
    text: (typeof LAYOUT_WORDS)[keyof typeof LAYOUT_WORDS],
    args: Record<string, number | string>,
  ) => escaped(sentence(text, args, locale, {}));
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${say(LAYOUT_WORDS.communitiesValue, { before, added, abolished, after })} · ${say(
    LAYOUT_WORDS.movedValue,
    {
      households: totals.householdsMoved,
      share,
      grids: totals.gridsMoved,
    },
  )}</p>
<main>
<figure>
${planSvg(source, locale)}</figure>
<nav>
<h2>${escaped(MAP_WORDS.list[locale])}</h2>
<ol>
${decisions.map((decision, index) => entry(decision, index, locale)).join('')}</ol>
</nav>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** Those that simply stay as they are would only hide the others. */
function entry(
  { name, subdistrict, households, action, class: size, reason }: LayoutDecision,
  index: number,
  locale: Locale,
): string {
  if (action === 'kept' && (size === 'standard' || size === 'watch')) return '';
  const why = escaped(sentence(REASONS[reason.id], reason.args, locale, {}));
  return `<li data-d="${index}"><b>${escaped(name)}</b> ${escaped(subdistrict)} ${households ?? ''}<br>${why}</li>\n`;
}

const STYLE = `
body{font:15px/1.5 sans-serif;margin:16px;color:#222}h1{font-size:20px;margin:0}
main{display:flex;gap:16px;align-items:flex-start}figure{flex:1;margin:0;min-width:0}figure>svg{width:100%;height:auto}
nav{width:340px;max-height:90vh;overflow:auto;position:sticky;top:8px}h2{font-size:16px;margin:0}ol{padding:0;list-style:none}
li{padding:6px 8px;border-top:1px solid #ddd;cursor:pointer}path.on{stroke:#000;stroke-width:2;vector-effect:non-scaling-stroke}li.on{background:#fff3c4}
@media(max-width:1000px){main{display:block}nav{width:auto;position:static}}`;

/** Click on a line of the list to come near, again to see the whole. */
const SCRIPT = `
const all=[...document.querySelectorAll('[data-d]')],by=new Map;
for(const one of all){const d=one.dataset.d;by.has(d)?by.get(d).push(one):by.set(d,[one])}
const panels=['before','after'].map(id=>document.getElementById(id)),whole=panels.map(p=>p.getAttribute('viewBox'));
let near=null;
const view=(p,box)=>{p.setAttribute('viewBox',box);
[...p.children].forEach((c,i)=>c.setAttribute('stroke-width',box.split(' ')[2]/(1200-600*i)))};
const show=(d,on,follow)=>{for(const one of by.get(d)||[]){one.classList.toggle('on',on);
if(one.tagName==='LI'&&on&&follow)one.scrollIntoView({block:'nearest'})}};
for(const one of all){const d=one.dataset.d;
one.addEventListener('mouseenter',()=>show(d,true,one.tagName!=='LI'));
one.addEventListener('mouseleave',()=>show(d,false,false))}
for(const line of document.querySelectorAll('li'))line.addEventListener('click',()=>{const d=line.dataset.d;
if(near===d){near=null;panels.forEach((p,i)=>view(p,whole[i]));return}
near=d;const boxes=(by.get(d)||[]).filter(o=>o.tagName==='path').map(o=>o.getBBox()).filter(b=>b.width>0);
if(!boxes.length)return;
const x=Math.min(...boxes.map(b=>b.x)),y=Math.min(...boxes.map(b=>b.y));
const r=Math.max(...boxes.map(b=>b.x+b.width)),t=Math.max(...boxes.map(b=>b.y+b.height)),m=Math.max(r-x,t-y)*.6;
panels.forEach(p=>view(p,[x-m,y-m,r-x+2*m,t-y+2*m].join(' ')))});`;
