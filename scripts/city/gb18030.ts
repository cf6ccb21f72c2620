/** Node decodes GB18030 but does not encode it; the table is the decoder turned round. */
function buildTable(): Map<string, Buffer> {
  const table = new Map<string, Buffer>();
  const decoder = new TextDecoder('gb18030');
  const add = (bytes: Buffer): void => {
    const text = decoder.decode(bytes);
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let one = 0x81; one <= 0xfe; one++) {
    for (let two = 0x40; two <= 0xfe; two++) if (two !== 0x7f) add(Buffer.from([one, two]));
  }
  return table;
}

let table: Map<string, Buffer> | null = null;

export function encodeGb18030(text: string): Buffer {
  table ??= buildTable();
  const parts: Buffer[] = [];
  for (const char of text) {
    const bytes = char.charCodeAt(0) < 0x80 ? Buffer.from(char) : table.get(char);
    if (!bytes) throw new Error(`no two-byte GB18030 code for ${char}`);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
