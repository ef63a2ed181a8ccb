import type { zhCn } from './zh-cn';

export const en: Readonly<Record<keyof typeof zhCn, string>> = {
  move: 'Next, previous finding (in the list: report)',
  status: 'Confirmed, verified as right, deferred, corrected, to verify',
  note: 'Write a note',
  undo: 'Undo what was just done',
  tab: 'Previous, next tab',
  report: 'Next, previous report',
  search: 'Filter',
  open: 'Choose files',
  paste: 'Paste and check (outside of fields)',
  tick: 'Tick in the list of reports, and on',
  list: 'List of reports',
  help: 'Show this',
  batch: 'Results',
};
