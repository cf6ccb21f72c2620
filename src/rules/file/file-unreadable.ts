import { fileOrigin } from '../../model/origin.ts';
import { defineRule } from '../define.ts';

/** What each limit counts; `src/read/limits.ts` has the values. */
const LIMIT_NAMES = {
  'zh-CN':
    '{limit, select, file {文件大小} archive {压缩包大小} entries {压缩包内文件数} part {解压后部件大小} total {解压后总大小} sheets {工作表数} cells {一张表的单元格数} grid {一张表占用的格数} rows {行号} columns {列号} strings {文本条数} styles {样式数} merges {合并单元格数} text {一个单元格的字数} depth {XML 层数} tag {一个 XML 标签的长度} record {一行 CSV 的长度} seconds {读取秒数} memory {所用内存} other {{limit}}}',
  en: '{limit, select, file {File size} archive {Archive size} entries {Entries of the container} part {Size of an unpacked part} total {Size of all unpacked parts} sheets {Number of sheets} cells {Cells of a sheet} grid {Places of a sheet} rows {Row number} columns {Column number} strings {Number of texts} styles {Number of styles} merges {Merged areas} text {Characters of a cell} depth {Depth of XML} tag {Length of an XML tag} record {Length of a CSV record} seconds {Seconds for reading} memory {Memory used} other {{limit}}}',
} as const;

export const rule = defineRule({
  id: 'file-unreadable',
  scope: 'input',
  messages: {
    empty: { 'zh-CN': '文件是空的，没有内容。请重新导出后再报。', en: 'The file is empty. Export it again.' },
    encrypted: {
      'zh-CN': '文件设了密码，打不开。请在 WPS 或 Excel 中取消密码后另存。',
      en: 'The file is protected by a password. Remove it in WPS or Excel and save again.',
    },
    pdf: {
      'zh-CN': '这是 PDF，不是电子表格（看内容，不看扩展名）。请报送原来的电子表格。',
      en: 'This is a PDF, not a spreadsheet, whatever its name says. Send the spreadsheet it was made from.',
    },
    word: {
      'zh-CN': '这是文字文档（Word/WPS 文字），不是电子表格。请把表格另存为 .xlsx。',
      en: 'This is a text document, not a spreadsheet. Save its table as .xlsx.',
    },
    presentation: {
      'zh-CN': '这是演示文稿，不是电子表格。请报送 .xlsx。',
      en: 'This is a presentation, not a spreadsheet. Send an .xlsx.',
    },
    image: {
      'zh-CN': '这是图片，读不出表格。请报送电子表格，不要报截图或扫描件。',
      en: 'This is a picture. Send the spreadsheet instead of a screenshot or scan.',
    },
    archive: {
      'zh-CN': '这种压缩包打不开（.rar、.7z，或压缩包套了两层以上）。请解压，或改用 .zip。',
      en: 'An archive of this kind is not opened (.rar, .7z, or archives within archives). Unpack it, or use .zip.',
    },
    html: {
      'zh-CN': '这是网页，只是改了扩展名。请在 WPS 或 Excel 中打开后另存为 .xlsx。',
      en: 'This is a web page under another name. Open it in WPS or Excel and save it as .xlsx.',
    },
    mht: {
      'zh-CN': '这是网页存档（.mht），只是改了扩展名。请在 WPS 或 Excel 中打开后另存为 .xlsx。',
      en: 'This is an archived web page (.mht) under another name. Open it in WPS or Excel and save it as .xlsx.',
    },
    unsafe: {
      'zh-CN':
        '{what, select, glued {文件前面还接着另一个压缩文件或别的内容} leading {压缩文件的第一项之前还有内容} trailing {压缩文件之后还有内容} duplicate {文件内部有两个同名部件（{part}）} overlap {文件内部的部件互相重叠（{part}）} local {部件的两处登记不一致（{part}）} name {部件的名字指向文件之外（{part}）} method {部件的压缩方法不认得（{part}）} zip64 {文件用了 ZIP64 格式} doctype {XML 里有文档类型声明（{part}）} other {{what}（{part}）}}。不同的程序会从中读出不同的内容，所以没有读取。请在 WPS 或 Excel 中打开，核对无误后另存为新的 .xlsx。',
      en: '{what, select, glued {Another archive or something else stands before this file} leading {Something stands before the first entry of the file} trailing {Something stands behind the end of the file} duplicate {Two parts inside the file have one name ({part})} overlap {Parts inside the file overlap ({part})} local {A part is registered twice in different ways ({part})} name {The name of a part leads out of the file ({part})} method {A part is packed in a way that is not known ({part})} zip64 {The file uses the ZIP64 format} doctype {The XML declares a document type ({part})} other {{what} ({part})}}. Programs would read different contents out of it, so it was not read. Open it in WPS or Excel, look it over, and save it as a new .xlsx.',
    },
    damaged: {
      'zh-CN':
        '文件已损坏（{part, select, zipDirectory {压缩包的目录} oleDirectory {文件内部的目录} workbook {工作簿内容} zeros {后半截是空字节，像是没有保存完} other {{part}}}）。请在 WPS 或 Excel 中打开、修复后另存，或重新导出。',
      en: 'The file is damaged ({part, select, zipDirectory {directory of the archive} oleDirectory {directory inside the file} workbook {content of the workbook} zeros {its end is nothing but zeros, as when it was not saved to the end} other {{part}}}). Open and repair it in WPS or Excel, or export it again.',
    },
    'too-large': {
      'zh-CN': `${LIMIT_NAMES['zh-CN']}超过上限{where, select, none {} other {（{where}）}}：至少 {found}，上限 {allowed}。为防止占满内存，没有读取。请拆分后报送；确认文件可靠的，加 --limit {raise} 再检查。`,
      en: `${LIMIT_NAMES.en}{where, select, none {} other { ({where})}}: at least {found}, the limit is {allowed}. Not read, so that the memory does not fill up. Split the file; if you trust it, check again with --limit {raise}.`,
    },
    encoding: {
      'zh-CN':
        '第 {line} 行（第 {offset} 字节）不是 {encoding} 文字。请另存为“CSV UTF-8”；知道是哪种编码的，可加 --encoding 指定。',
      en: 'Line {line} (byte {offset}) is not {encoding} text. Save it as CSV UTF-8; if you know its encoding, name it with --encoding.',
    },
    'broken-quote': {
      'zh-CN': '第 {line} 行开始的引号没有配对，后面的内容会错位。请补上另一个引号，或删去这个。',
      en: 'The quotation mark opened on line {line} is never closed, so what follows would be misread. Close it, or delete it.',
    },
    unknown: {
      'zh-CN':
        '不认得这种文件（不是电子表格，也可能是 Visio、Outlook 邮件、Word 的 XML 等）。请找到原来的表格，在 WPS 或 Excel 中另存为 .xlsx。',
      en: 'The file is of a type that is not known: no spreadsheet, perhaps Visio, an Outlook message or XML of Word. Find the table it was made from and save that as .xlsx in WPS or Excel.',
    },
    'sheets-of-one-name': {
      'zh-CN': '有两张工作表都叫“{sheet}”，只能读到其中一张。请改名后另存再报。',
      en: 'Two sheets are called “{sheet}”, and only one of them can be read. Rename one, save and send again.',
    },
    'too-slow': {
      'zh-CN':
        '读了 {allowed} 秒还没读完，已停止，其他文件照常检查。请在 WPS 或 Excel 中打开，另存为 .xlsx 后重报；确认文件可靠的，加 --limit {raise} 再检查。',
      en: 'Reading was stopped after {allowed} seconds; other files are checked as usual. Open it in WPS or Excel, save it as .xlsx and send it again. If you trust it, check again with --limit {raise}.',
    },
    'too-much-memory': {
      'zh-CN':
        '读取需要的内存超过 {allowed}，已停止，其他文件照常检查。请在 WPS 或 Excel 中打开，删去空白行列，另存为 .xlsx 后重报；确认文件可靠的，加 --limit {raise} 再检查。',
      en: 'Reading needed more than {allowed} of memory and was stopped; other files are checked as usual. Open it in WPS or Excel, delete blank rows and columns, save it as .xlsx and send it again. If you trust it, check again with --limit {raise}.',
    },
    'reader-died': {
      'zh-CN':
        '读取时读表程序意外中止（{how}），其他文件照常检查。请在 WPS 或 Excel 中打开，另存为 .xlsx 后重报。',
      en: 'The reader ended while reading this file ({how}); other files are checked as usual. Open it in WPS or Excel, save it as .xlsx and send it again.',
    },
    'no-reader': {
      'zh-CN':
        '读这种文件的程序没能启动（原因见“故障”），所以没有读。请重新安装本工具后再检查；也可以另存为 .xlsx 后重报。',
      en: 'The program that reads files of this kind could not be started (see the faults), so it was not read. Install the tool again, or send the file as .xlsx.',
    },
    'not-a-file': {
      'zh-CN':
        '这不是文件，而是{kind, select, folder {文件夹} device {设备} pipe {管道} socket {套接字} other {别的东西}}，没有读取。请改为表格文件的路径。',
      en: 'This is not a file but {kind, select, folder {a folder} device {a device} pipe {a pipe} socket {a socket} other {something else}}, and was not read. Give the path of the spreadsheet.',
    },
    changed: {
      'zh-CN': '读取时文件正在被改写，读到的内容可能不全。请等它保存完或关闭正在使用它的程序，再检查一次。',
      en: 'The file was being changed while it was read. Wait until it is saved, or close the program that uses it, and check again.',
    },
    'no-access': {
      'zh-CN': '文件打不开（{code}）。请关闭正在使用它的程序，或检查权限。',
      en: 'The file cannot be opened ({code}). Close the program that uses it, or check its permissions.',
    },
  },
  check(input, { report }) {
    if (input.unreadable === null) return;
    const { reason, args } = input.unreadable;
    report({ message: reason, args, at: fileOrigin(input.path) });
  },
});
