import type { zhCn } from './zh-cn';

export const en: Readonly<Record<keyof typeof zhCn, string>> = {
  'status.said.wide': 'Noted as not a problem: {scope}',
  'scope.title': 'This reason holds for',
  'scope.finding': 'this finding only',
  'scope.cell': 'these cells of this report (while their values stay)',
  'scope.rule': 'this rule, in all reports',
  'scope.because': '{scope}: {reason}',
  'scope.takeBack': 'Take back',
  'scope.taken': 'Taken back',
};
