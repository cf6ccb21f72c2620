import type { Block, Cell } from '../blocks.ts';
import { escaped } from '../escaped.ts';
import { visible } from '../visible.ts';

/** Blocks as HTML; their headings are of the third rank. Pictures of whole sheets are for a terminal. */
export function blocksHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('\n');
}

/** Finished words with every character that could do harm or hide made visible. */
export function textHtml(text: string): string {
  return escaped(visible(text)).replaceAll('\n', '<br>');
}

/** A table that scrolls sideways by itself where the screen is narrow. */
export function tableHtml(name: string, head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const heads = head.map((text) => `<th scope="col">${textHtml(text)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('\n');
  return `<div class="wide" role="group" aria-label="${escaped(visible(name))}" tabindex="0"><table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function cellHtml({ text, tone }: Cell): string {
  return tone === 'plain' ? `<td>${textHtml(text)}</td>` : `<td class="tone ${tone}">${textHtml(text)}</td>`;
}

function blockHtml(block: Block, index: number, all: readonly Block[]): string {
  if (block.kind === 'picture') return '';
  if (block.kind === 'heading') return `<h3>${textHtml(block.text)}</h3>`;
  if (block.kind === 'line') return `<p class="tone ${block.tone}">${textHtml(block.text)}</p>`;
  const above = all.slice(0, index).findLast(({ kind }) => kind === 'heading');
  const name = above?.kind === 'heading' ? above.text : block.head.join(' ');
  return tableHtml(name, block.head, block.rows);
}
