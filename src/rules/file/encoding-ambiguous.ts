import { fileOrigin } from '../../model/origin.ts';
import { defineRule } from '../define.ts';

/** Bytes of a few characters may make sense in two encodings; which was taken is told, so that no one is misled. */
export const rule = defineRule({
  id: 'encoding-ambiguous',
  scope: 'input',
  messages: {
    both: {
      'zh-CN':
        '文件很短，按 {encoding} 读作“{taken}”，按 {other} 读作“{otherwise}”，都说得通；已按前者。读错了的，请加 --encoding {other} 再检查，或另存为“CSV UTF-8”。',
      en: 'So short a file makes sense twice: “{taken}” in {encoding}, which was taken, and “{otherwise}” in {other}. If it is wrong, check again with --encoding {other}, or save the file as CSV UTF-8.',
    },
  },
  check({ path, encoding, text }, { report, skip }) {
    if (text === null) {
      skip('nothing-to-check');
      return;
    }
    if (text.rival === null) return;
    const { encoding: other, taken, otherwise } = text.rival;
    report({
      message: 'both',
      args: { encoding: encoding ?? '', other, taken, otherwise },
      at: fileOrigin(path),
    });
  },
});
