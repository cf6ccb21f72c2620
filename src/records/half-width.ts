const WIDE = /[\uff01-\uff5e\u3000\u2212\uffe5\uffe0\ufe63\uff65]|\p{Cf}/gu;

/**
 * Full-width signs as half-width ones, invisible characters gone. NFKC would do more than that: it turns ①
 * into 1, 10² into 102 and ㎡ into m2.
 */
export function halfWidth(text: string): string {
  return text.replace(WIDE, (character) => {
    const point = character.codePointAt(0) ?? 0;
    if (point >= 0xff01 && point <= 0xff5e) return String.fromCharCode(point - 0xfee0);
    if (point === 0x3000) return ' ';
    if (point === 0x2212 || point === 0xfe63) return '-';
    return point === 0xffe5 ? '¥' : '';
  });
}
