import { defineRule } from './rule';
import { mismatches, type StatedData } from './stated';

export const rule = defineRule<StatedData>({
  id: 'text-norm',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二第二十条第（一）项与正文' },
  summary: {
    'zh-CN': '正文所称规章、规范性文件制发、废止、现行有效件数与表二一致；“规章制度”不是规章。',
    en: 'Normative documents made, repealed and in force agree with table 2; an organ’s internal rules are none.',
  },
  messages: {
    'zh-CN': ({ data }) => `正文称${data.words}“${data.stated}”，表二为 ${data.value}。`,
    en: ({ data }) => `The text says ${data.words} ${data.stated}; table 2 has ${data.value}.`,
  },
  advice: { 'zh-CN': '核对并统一正文与表格。', en: 'Check both and make text and table agree.' },
  examples: [
    {
      name: '一致',
      prose: { 1: ['本年度制发行政规范性文件2件，废止1件，现行有效9件。'] },
      cells: {
        'disclosure.normativeDocument.made': 2,
        'disclosure.normativeDocument.repealed': 1,
        'disclosure.normativeDocument.inForce': 9,
      },
      findings: 0,
    },
    {
      name: '制发与现行有效都不一致',
      organ: '示例县水务局',
      prose: { 1: ['我局共制定规范性文件0件，废止规范性文件0件，现行有效的规范性文件0件。'] },
      cells: { 'disclosure.normativeDocument.made': 4, 'disclosure.normativeDocument.inForce': 32 },
      findings: 2,
    },
  ],
  check: (report) => mismatches(report, 'normativeDocument'),
});
