import type { zhCn } from './zh-cn';

export const en: Readonly<Record<keyof typeof zhCn, string>> = {
  verdict: 'Verdict',
  'verdict.done': 'Recorded as “{status}”',
  'verdict.said': 'Verdict: {status}',
  lapsed: 'Lapsed, values changed',
  'lapsed.detail':
    'It was “verified as right” (reason: {reason}) against other values. The values have changed, the verdict lapsed: please verify again.',
  reason: 'Why is it right? (required, Enter confirms)',
  'reason.example': 'e.g. compared with the register, other scope',
  'reason.said': 'Reason: {reason}',
  'reason.withdrawn': 'Reason withdrawn',
  note: 'Note',
  'note.placeholder': 'Note, Enter saves (M)',
  'note.add': 'Add',
  'note.done': 'Note added',
  'note.withdrawn': 'Note withdrawn',
  'own.said': 'Own finding: {text}',
  'own.withdrawn': 'Own finding deleted',
  opinions: 'Opinions',
  dissent: 'Views differ',
  'dissent.word': '{author} says “{word}”',
  replaced: 'replaced by a later word',
};
