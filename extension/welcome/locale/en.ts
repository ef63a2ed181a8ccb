import type { zhCn } from './zh-cn';

export const en: Readonly<Record<keyof typeof zhCn, string>> = {
  title: 'Gouji: an annual report checked in three steps',
  language: 'Chinese',
  lead: 'Gouji checks the numbers of Chinese open-government annual reports: sums of rows and columns, text against tables, last year against this one.',
  'mark.picture': 'A report on the web; numbers that disagree are boxed and underlined, with what they should be',
  'mark.title': 'Open a report, click the Gouji button',
  'mark.text':
    'The button is in the browser’s toolbar; {keys} does the same, and so does the menu of the page. Cells that disagree are marked on the spot, and the page itself is not changed. Pin the button to the toolbar.',
  'panel.picture': 'Findings in the side panel, each with its sum and the number it should be',
  'panel.title': 'Read the sum, decide',
  'panel.text':
    'Beside the page each finding says which numbers, how they add up, and what is likely right. Click a number and the page follows; note what is confirmed and what is right after all.',
  'app.picture': 'A report in the Gouji app: its tables drawn anew, with the findings',
  'app.title': 'Save, review, hand over',
  'app.text':
    'S saves the report and seals its evidence. Review offline in the app, export, hand over to colleagues; Word, PDF and other files can be dropped into it as well.',
  private: 'All of it happens on this machine; nothing is sent. Only pages on which you click the button are read.',
  'open.app': 'Open the Gouji app',
  'open.options': 'Options',
};
