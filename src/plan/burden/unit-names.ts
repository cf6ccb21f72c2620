import type { Dataset } from '../../model/dataset.ts';

/** 公主府社区 in 02海拉尔东路街道公主府社区居委会20240308（修改版2）. */
const UNIT = /([\p{Script=Han}]+?(?:社区|村|嘎查|居委会|居民委员会))/u;
const ABOVE =
  /^.*(?:街道|镇|乡)(?=(?!社区|村|嘎查|居委会)[\p{Script=Han}]+?(?:社区|村|嘎查|居委会|居民委员会))/u;
/** Not one community but all or any of them. */
const ANY =
  /^(?:年|农|乡|全|各|本|城市|农村|行政|市|区|县|旗|街道|乡镇|依法|不应|.*(?:省|市|区|县|旗|街道))(?:社区|村|嘎查|居委会|居民委员会)$/u;

/** Whose lists a file holds: by its name, else by the lines above its tables, else the name without dates and versions. */
export function unitOfFile({ file, tables }: Dataset): string {
  const stem = (file.split('/').at(-1) ?? file).replace(/\.[^.]+$/u, '').normalize('NFKC');
  const metas = tables.flatMap((table) => table.metas.map(({ text }) => text));
  const written = metas.flatMap(
    (text) => /(?:单位|社区|村)[^::]*[::]\s*([^\s:]+)/u.exec(text.normalize('NFKC'))?.[1] ?? [],
  );
  for (const text of [stem, ...written]) {
    const unit = unitIn(text);
    if (unit !== null) return unit;
  }
  return stem.replace(/\([^()]*\)|\d+[年月日]?|[-_.\s]|(?:事项)?清单$|(?:上报|汇总)?表$/gu, '') || stem;
}

function unitIn(text: string): string | null {
  const unit = UNIT.exec(
    `${text
      .replace(/\d+[年月日]?/gu, ' ')
      .replace(ABOVE, '')
      .trim()} `,
  )?.[1];
  return unit === undefined || ANY.test(unit) ? null : unit;
}
