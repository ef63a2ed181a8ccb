import type { zhCn } from './zh-cn';

export const en: Readonly<Record<keyof typeof zhCn, string>> = {
  none: 'No checklist',
  default: 'As for new reports',
  'group.own': 'Own',
  'group.ready': 'Ready made',
  gone: 'A checklist that was deleted',
  label: 'Checklist',
  'label.batch': 'Checklist of this batch',
  'label.new': 'Checklist of new reports',
  of: 'Checked with “{name}”, version {version}',
  without: 'Checked without a checklist',
  'recheck.shown': 'Check the {count} listed again with it',
  'recheck.running': 'Checking again, {done} of {total}',
  'recheck.done': 'Checked {count} again',
  'recheck.failed': 'Not all were checked again ({reason}); those that were stay. Please try once more.',
  'choice.kept': 'Remembered',
  edit: 'Checklists',
  manual: 'To be looked at by hand ({count})',
  'manual.who': 'by {who}',
  'manual.by': 'until {by}',
  'manual.joint': ', ',
};
