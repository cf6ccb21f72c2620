import type { Rng } from '../../scripts/city/prng.ts';

/** How people write the same duty otherwise, by rule: another frame, other marks, another order, a detail more or less. */

export function rewordedByRule(text: string, list: string, rng: Rng): string {
  const plain = text.replace(/。$/u, '');
  const ways = [framed, marked, reordered, detailed, narrowed].map((way) => () => way(plain, list, rng));
  const first = rng.pick(ways)();
  const second = rng.next() < 0.3 ? marked(first, list, rng) : first;
  return second === text ? framed(plain, list, rng) : second;
}

const ASSISTING = /^协助(?:做好|开展)(.+?)(?:等)?(?:工作)?$/u;

function framed(text: string, list: string, rng: Rng): string {
  const [, core] = ASSISTING.exec(text) ?? [];
  if (list === 'not-certify') return rng.pick([`出具${text}`, `开具${text}`, `${text}的出具`]);
  if (list === 'not-undertake')
    return rng.pick([`要求社区承担：${text}`, `${text}等事项`, `${text}有关工作`]);
  if (core !== undefined) {
    return rng.pick([
      `配合做好${core}`,
      `协助有关部门开展${core}相关工作`,
      `协助做好${core}等有关事项`,
      `参与${core}工作`,
      `依法协助开展${core}`,
    ]);
  }
  if (text.startsWith('协助')) return rng.pick(['配合', '协助有关部门', '依法协助']) + text.slice(2);
  return rng.pick([`依法${text}`, `${text}等工作`, `负责${text}`, `${text}有关工作`]);
}

function marked(text: string, _list: string, rng: Rng): string {
  const comma = text.lastIndexOf('、');
  const ways = [text.replaceAll('，', '、'), text.replace('的', ''), `${text}；`, ` ${text} `];
  if (comma !== -1) ways.push(`${text.slice(0, comma)}和${text.slice(comma + 1)}`);
  return rng.pick(ways);
}

function reordered(text: string, list: string, rng: Rng): string {
  const [first, second, third] = text.split('，');
  if (first !== undefined && second !== undefined && third === undefined) return `${second}，${first}`;
  return framed(text, list, rng);
}

function detailed(text: string, list: string, rng: Rng): string {
  if (list === 'not-certify') return rng.pick([`居民${text}`, `${text}（加盖公章）`]);
  if (list === 'not-undertake') return rng.pick([`${text}（经批准的除外）`, `上级部门${text}`]);
  return text + rng.pick(['，建立工作台账', '，及时上报情况', '（含入户走访）', '，做好记录']);
}

/** A list of three or more loses one of its members. */
function narrowed(text: string, list: string, rng: Rng): string {
  const members = text.split('、');
  if (members.length < 3) return framed(text, list, rng);
  const at = rng.int(1, members.length - 2);
  return members.filter((_, index) => index !== at).join('、');
}

/** As the item reads on the other list. */
export function movedText(text: string, list: string): readonly [list: string, text: string] {
  if (list === 'perform') return ['assist', `协助${text}`];
  return ['perform', text.replace(/^(?:配合|协助)(?:有关部门|公安机关|民政部门)?/u, '')];
}

export function joinedByRule(texts: readonly string[], rng: Rng): string {
  const cores = texts.map((text) => ASSISTING.exec(text)?.[1] ?? text.replace(/^协助/u, ''));
  const tail = commonTail(cores);
  const heads = tail === '' ? cores : cores.map((core) => core.slice(0, -tail.length));
  const [last = '', ...others] = [...heads].reverse();
  const enumeration = `${others.reverse().join('、')}${rng.pick(['、', '和', '及'])}${last}${tail}`;
  return rng.pick([`协助做好${enumeration}工作`, `协助开展${enumeration}`, `配合做好${enumeration}等工作`]);
}

/** 老年人权益保障 and 残疾人权益保障 share 权益保障, which is written once. */
function commonTail(texts: readonly string[]): string {
  const [first = ''] = texts;
  for (let length = first.length - 2; length >= 4; length--) {
    const tail = first.slice(-length);
    if (!/^[人民口]/u.test(tail) && texts.every((text) => text.endsWith(tail) && text.length > length + 1))
      return tail;
  }
  return '';
}
