/** Why something could not be read, and what to do, in words. */
import type { ReadFailure } from '../document/failure';
import type { Language } from '../rules/rule';

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '' : `${Math.round((bytes / 1048576) * 10) / 10} MB`;
}

const KINDS: Readonly<Record<string, { readonly 'zh-CN': string; readonly en: string }>> = {
  pdf: { 'zh-CN': ' PDF 文件', en: 'PDF file' },
  doc: { 'zh-CN': '旧版 Word（.doc）或 WPS 文件', en: 'old Word (.doc) or WPS file' },
  docx: { 'zh-CN': ' Word 文档', en: 'Word document' },
  xlsx: { 'zh-CN': ' Excel 工作簿', en: 'Excel workbook' },
  zip: { 'zh-CN': '压缩包', en: 'ZIP archive' },
  rtf: { 'zh-CN': ' RTF 文件', en: 'RTF file' },
  image: { 'zh-CN': '图片', en: 'picture' },
  mhtml: { 'zh-CN': ' MHTML 网页归档', en: 'MHTML archive' },
};

export function explainFailure(failure: ReadFailure, language: Language): string {
  const chinese = language === 'zh-CN';
  const kind = KINDS[failure.kind ?? '']?.[language] ?? failure.kind ?? '';
  switch (failure.code) {
    case 'empty':
      return chinese ? '内容是空的。请确认选对了文件。' : 'It is empty. Please make sure that it is the right file.';
    case 'binary':
      return chinese
        ? '不是网页、文本或 Word 文档，读不出文字。请换用网页（.html）、Word（.docx）文件，或复制正文后粘贴。'
        : 'This is no web page, text or Word document. Use an .html or .docx file, or copy the text and paste it.';
    case 'too-large':
      return chinese
        ? `大小 ${megabytes(failure.size)}，超过 ${megabytes(failure.limit)} 的上限。请只保存报告正文所在的网页，或复制正文后粘贴。`
        : `It has ${megabytes(failure.size)}, more than the limit of ${megabytes(failure.limit)}. Save only the page of the report, or copy its text and paste it.`;
    case 'unsupported':
      return chinese
        ? `这是${kind}，暂不能直接读取。请另存为 .docx 或网页（.html），或复制正文后粘贴。`
        : `This ${kind} cannot be read directly yet. Save it as .docx or .html, or copy the text and paste it.`;
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
