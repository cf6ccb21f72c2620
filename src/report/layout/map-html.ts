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
<p>${escaped(MAP_WORDS.keys[locale])}</p>
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
  return `<li data-d="${index}" tabindex="0" role="button" aria-pressed="false"><b>${escaped(name)}</b> ${escaped(subdistrict)} ${households ?? ''}<br>${why}</li>\n`;
}

const STYLE = `
body{font:15px/1.5 sans-serif;margin:16px;color:#222}h1{font-size:20px;margin:0}
main{display:flex;gap:16px;align-items:flex-start}figure{flex:1;margin:0;min-width:0}figure>svg{width:100%;height:auto}
nav{width:340px;max-height:90vh;overflow:auto;position:sticky;top:8px}h2{font-size:16px;margin:0}ol{padding:0;list-style:none}
nav p{margin:4px 0 8px;color:#555;font-size:13px}li:focus-visible{outline:2px solid #1a5fb4;outline-offset:-2px}
li{padding:6px 8px;border-top:1px solid #ddd;cursor:pointer}path.on{stroke:#000;stroke-width:2;vector-effect:non-scaling-stroke}li.on{background:#fff3c4}
@media(max-width:1000px){main{display:block}nav{width:auto;position:static}}`;

/** A community is come near to from the list or the map, by mouse or keys; both maps always show the same piece. */
const SCRIPT = `
const all=[...document.querySelectorAll('[data-d]')],by=new Map;
for(const one of all){const d=one.dataset.d;by.has(d)?by.get(d).push(one):by.set(d,[one])}
const panels=['before','after'].map(id=>document.getElementById(id));
const lines=[...document.querySelectorAll('li')],whole=panels[0].getAttribute('viewBox').split(' ').map(Number);
let near=null,box=whole;
const view=next=>{box=next;for(const p of panels){p.setAttribute('viewBox',box.join(' '));
[...p.children].forEach((c,i)=>c.setAttribute('stroke-width',box[2]/(1200-600*i)))}};
const mark=d=>{near=d;for(const l of lines)l.setAttribute('aria-pressed',String(l.dataset.d===d))};
const back=()=>{mark(null);view(whole)};
const scale=(by,x=box[0]+box[2]/2,y=box[1]+box[3]/2)=>{const w=box[2]*by;
if(w>=whole[2]){back();return}if(w<whole[2]/60)return;
view([x-(x-box[0])*by,y-(y-box[1])*by,w,box[3]*by])};
const show=(d,on,follow)=>{for(const one of by.get(d)||[]){one.classList.toggle('on',on);
if(one.tagName==='LI'&&on&&follow)one.scrollIntoView({block:'nearest'})}};
const go=d=>{if(near===d){back();return}
const boxes=(by.get(d)||[]).filter(o=>o.tagName==='path').map(o=>o.getBBox()).filter(b=>b.width>0);
if(!boxes.length)return;
mark(d);
const x=Math.min(...boxes.map(b=>b.x)),y=Math.min(...boxes.map(b=>b.y));
const r=Math.max(...boxes.map(b=>b.x+b.width)),t=Math.max(...boxes.map(b=>b.y+b.height)),m=Math.max(r-x,t-y)*.6;
view([x-m,y-m,r-x+2*m,t-y+2*m])};
for(const one of all){const d=one.dataset.d,isLine=one.tagName==='LI';
one.addEventListener('mouseenter',()=>show(d,true,!isLine));
one.addEventListener('mouseleave',()=>show(d,false,false));
one.addEventListener('click',()=>go(d));
if(!isLine)continue;
one.addEventListener('focus',()=>show(d,true,false));
one.addEventListener('blur',()=>show(d,false,false))}
for(const p of panels)p.addEventListener('wheel',e=>{e.preventDefault();
const at=new DOMPoint(e.clientX,e.clientY).matrixTransform(p.getScreenCTM().inverse());
scale(e.deltaY>0?1.25:.8,at.x,at.y)},{passive:false});
document.addEventListener('keydown',e=>{const at=lines.indexOf(document.activeElement);
const step={ArrowDown:1,ArrowUp:-1}[e.key];
if(step&&lines.length){lines[Math.max(0,Math.min(lines.length-1,at+step))].focus();e.preventDefault()}
else if((e.key==='Enter'||e.key===' ')&&at>=0){go(lines[at].dataset.d);e.preventDefault()}
else if(e.key==='Escape'||e.key==='0')back();
else if(e.key==='+'||e.key==='=')scale(.8);
else if(e.key==='-')scale(1.25)});`;
