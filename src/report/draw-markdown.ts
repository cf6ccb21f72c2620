import type { Block } from './blocks.ts';
import { visible } from './visible.ts';

/** Blocks as Markdown of GitHub and GitLab. A picture has no Markdown and is left out. */
export function markdownOf(blocks: readonly Block[]): string {
  return blocks.map(markdown).join('\n');
}

function markdown(block: Block): string {
  if (block.kind === 'heading') return `\n### ${inert(block.text)}\n`;
  if (block.kind === 'line') return `${inert(block.text)}\n`;
  if (block.kind === 'picture') return '';
  const row = (cells: readonly string[]) => `| ${cells.map(inert).join(' | ')} |`;
  const rule = `|${' --- |'.repeat(block.head.length)}`;
  const rows = block.rows.map((cells) => row(cells.map(({ text }) => text)));
  return `${[row(block.head), rule, ...rows].join('\n')}\n`;
}

/**
 * Text that Markdown shows as it stands: every mark that could mean something has a backslash, so that no cell becomes a link, an
 * image, HTML, a table or a mention.
 */
function inert(text: string): string {
  return visible(text)
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .replaceAll('\\<', '&lt;')
    .replaceAll('\\&', '&amp;')
    .replaceAll('\\@', '&#64;')
    .replaceAll('\n', '<br>');
}
