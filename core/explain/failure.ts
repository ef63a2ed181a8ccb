/** Why something could not be read, and what to do, in words. */
import type { ReadFailure } from '../document/failure';
import type { Language } from '../rules/rule';

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '' : `${Math.round((bytes / 1048576) * 10) / 10} MB`;
}

const KINDS: Readonly<Record<string, { readonly 'zh-CN': string; readonly en: string }>> = {
  pdf: { 'zh-CN': ' PDF 文件', en: 'PDF file' },
  doc: { 'zh-CN': '旧版 Word（.doc）或 WPS 文件', en: 'old Word (.doc) or WPS file' },
  xls: { 'zh-CN': '旧版 Excel（.xls）工作簿', en: 'old Excel (.xls) workbook' },
  ole: { 'zh-CN': '其他程序的 OLE 文件', en: 'OLE file of another program' },
  docx: { 'zh-CN': ' Word 文档', en: 'Word document' },
  xlsx: { 'zh-CN': ' Excel 工作簿', en: 'Excel workbook' },
  word95: { 'zh-CN': ' Word 6.0/95 文档', en: 'Word 6.0/95 document' },
  excel95: { 'zh-CN': ' Excel 5.0/95 工作簿', en: 'Excel 5.0/95 workbook' },
  ofd: { 'zh-CN': ' OFD 版式文件', en: 'OFD document' },
  package: { 'zh-CN': '其他程序的文件', en: 'file of another program' },
  zip: { 'zh-CN': '压缩包', en: 'ZIP archive' },
  rtf: { 'zh-CN': ' RTF 文件', en: 'RTF file' },
  image: { 'zh-CN': '图片', en: 'picture' },
  html: { 'zh-CN': '网页', en: 'web page' },
  mhtml: { 'zh-CN': ' MHTML 网页归档', en: 'MHTML archive' },
};

const LIMITS: Readonly<Record<string, { readonly 'zh-CN': string; readonly en: string }>> = {
  entries: { 'zh-CN': '内含的文件数', en: 'number of files inside' },
  merges: { 'zh-CN': '合并单元格总数', en: 'number of merged cells' },
  directory: { 'zh-CN': '目录字节数', en: 'length of its directory' },
  sheets: { 'zh-CN': '工作表数', en: 'number of sheets' },
  elements: { 'zh-CN': '内容的元素数', en: 'number of elements' },
  depth: { 'zh-CN': '嵌套层数', en: 'depth of nesting' },
};

export function explainFailure(failure: ReadFailure, language: Language): string {
  const chinese = language === 'zh-CN';
  const kind = KINDS[failure.kind ?? '']?.[language] ?? failure.kind ?? '';
  switch (failure.code) {
    case 'empty':
      return chinese ? '内容是空的。请确认选对了文件。' : 'It is empty. Please make sure that it is the right file.';
    case 'binary':
      return chinese
        ? '不是网页、文本、Word、Excel 或 PDF 文件，读不出文字。请换用网页（.html）或 Word（.docx）文件，或复制正文后粘贴。'
        : 'This is no web page, text, Word, Excel or PDF file. Use an .html or .docx file, or copy the text and paste it.';
    case 'too-large':
      return chinese
        ? `大小 ${megabytes(failure.size)}，超过 ${megabytes(failure.limit)} 的上限。请只保存报告正文所在的网页，或复制正文后粘贴。`
        : `It has ${megabytes(failure.size)}, more than the limit of ${megabytes(failure.limit)}. Save only the page of the report, or copy its text and paste it.`;
    case 'too-many-pages':
      return chinese
        ? `共 ${failure.size} 页，超过 ${failure.limit} 页的上限。请只导出报告所在的页。`
        : `It has ${failure.size} pages, more than the limit of ${failure.limit}. Export only the pages of the report.`;
    case 'too-complex':
      return tooComplex(failure, language, kind);
    case 'encrypted':
      return chinese
        ? `这${kind === '' ? '个文件' : `是加密的${kind}`}，要密码才能打开。请去掉密码后另存，再试一次。`
        : `This ${kind || 'file'} is locked with a password. Save a copy without it and try again.`;
    case 'scan':
      return chinese
        ? `${failure.size ?? 1} 页都是图片，没有可读的文字，无法核对。请用有文字的原文件（Word 或网页），或复制表格后粘贴。`
        : `All ${failure.size ?? 1} page(s) are pictures without text, so nothing can be checked. Use the original (Word or web page), or copy the table and paste it.`;
    case 'unsupported':
      if (failure.kind === 'nested-zip')
        return chinese
          ? '这是压缩包里的压缩包，没有打开。请先解压外层，再核对里面的压缩包。'
          : 'This is an archive inside an archive; it was not opened. Unpack the outer one first.';
      return chinese
        ? `这是${kind}，不能直接读取。请另存为 .docx 或网页（.html），或复制正文后粘贴。`
        : `This ${kind} cannot be read directly. Save it as .docx or .html, or copy the text and paste it.`;
    case 'damaged':
      return chinese
        ? `文件已损坏或不完整，打不开${kind || '它'}。请重新下载或另存后再试。`
        : `The ${kind || 'file'} is damaged or incomplete. Download or save it again.`;
    case 'unreadable':
      return chinese
        ? `无法读取文件${failure.reason ? `（${failure.reason}）` : ''}。请检查路径和权限。`
        : `The file cannot be read${failure.reason ? ` (${failure.reason})` : ''}. Check its path and permissions.`;
  }
}

/** Stopped on the way: how much more it would have taken nobody knows. */
function stopped({ reason, limit = 0 }: ReadFailure, language: Language, kind: string): string {
  const isTime = reason === 'seconds';
  if (language === 'zh-CN') {
    const what = isTime ? `用时超过 ${limit} 秒` : `所用内存超过 ${megabytes(limit)}`;
    return `读取这个${kind || '文件'}${what}的上限，已停止；文件可能已损坏。请重新下载，或另存为 .docx 或网页后再试。`;
  }
  const what = isTime ? `after ${limit} seconds` : `at ${megabytes(limit)} of memory`;
  return `Reading this ${kind || 'file'} was stopped ${what}, the limit; it may be damaged. Download it again, or save it as .docx or a web page and try again.`;
}

function tooComplex(failure: ReadFailure, language: Language, kind: string): string {
  const { reason, size, limit } = failure;
  if (reason === 'seconds' || reason === 'memory') return stopped(failure, language, kind);
  const what = LIMITS[reason ?? '']?.[language];
  if (language === 'zh-CN') {
    return what === undefined
      ? `${kind || '文件'}的内部结构不像一份报告（${reason ?? '未说明'}），为安全起见没有打开。请另存为 .docx 或网页后再试。`
      : `${kind || '文件'}的${what}为 ${size}，超过 ${limit} 的上限，为安全起见没有打开。请另存为新文件后再试。`;
  }
  return what === undefined
    ? `The inside of this ${kind || 'file'} is not that of a report (${reason ?? 'unknown'}); it was not opened. Save it as .docx or a web page and try again.`
    : `The ${what} of this ${kind || 'file'} is ${size}, over the limit of ${limit}; it was not opened. Save it anew and try again.`;
}
