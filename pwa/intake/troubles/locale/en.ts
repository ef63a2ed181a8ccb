import type { zhCn } from './zh-cn';

export const en: Readonly<Record<keyof typeof zhCn, string>> = {
  notKept: 'Not saved.',
  crashed: 'The program failed on it ({reason}); the other files are not affected.',
  paste: 'Pasted content',
  more: 'Show {count} more',
  dismiss: 'Dismiss all ({count})',
  picture:
    'This is a picture or a scan: there is no text to read, and digits are not guessed from pixels. Use the original with text (Word, web page, PDF with text), or type it in: the picture beside an empty form, checked as you type.',
  enter: 'Assisted entry',
  'enter.named': 'Assisted entry of {name}',
  unrecognised:
    'No table of an open-information annual report was recognised; nothing was checked. Make sure that it is the right file and its tables are no pictures.',
  'unrecognised.doubts':
    'No table of an open-information annual report was recognised; its text gave {count} doubt(s). Make sure that it is the right file and its tables are no pictures.',
  timeout:
    'Reading did not end within {seconds} s; this file was given up, the others are not affected. Save it as .docx or .html and try again, or try it alone.',
  nested: 'An archive inside an archive was not opened. Unpack it first and drop the files in it.',
  archiveTotal:
    'The archive unpacks to more than {size} GB; this one was not opened. Split the archive, or unpack it and drop the folder.',
};
