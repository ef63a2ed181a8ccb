import { defineRule } from './rule';

type Data = {
  readonly form: string;
  readonly line: string;
  readonly total: string;
  readonly parts: string;
  readonly left: number;
  readonly right: number;
  readonly difference: number;
  /** Of the sum of the other direction that fails by the same amount; null where there is none. */
  readonly crossLine: string | null;
  readonly crossTotal: string | null;
  /** What the cell holds where both cross. */
  readonly value: string | null;
  /** Keys of the sums that fail, one or two, by which a later check tells whether it has read them. */
  readonly sums: string;
};

/** Its findings are made by core/findings/own-form, with the forms that a person keeps. */
export const rule = defineRule<Data>({
  id: 'own-form-sum',
  severity: 'warning',
  source: { document: '自定报表格式', clause: '使用者确认的合计关系' },
  summary: {
    'zh-CN': '与自定报表格式标签相同的表格，其确认过的合计关系应成立。',
    en: 'In tables with the labels of a form of one’s own the sums that were confirmed hold.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      `自定格式“${data.form}”：${data.line}的“${data.total}”填 ${data.left}，${data.parts}合计为 ${data.right}，相差 ${Math.abs(data.difference)}${
        data.crossLine === null
          ? ''
          : `；${data.crossLine}的“${data.crossTotal}”也差同样数额，疑似两式交叉处的 ${data.value} 有误`
      }。`,
    en: ({ data }) =>
      `Form of one’s own “${data.form}”: ${data.line}, “${data.total}” is ${data.left}; ${data.parts.replaceAll('＋', ' + ')} make ${data.right}, ${Math.abs(data.difference)} apart${
        data.crossLine === null
          ? ''
          : `; “${data.crossTotal}” of ${data.crossLine} is off by the same, so ${data.value}, where both cross, is probably wrong`
      }.`,
  },
  advice: {
    'zh-CN': '核对该合计及各项；关系不再适用的，修改或删去自定格式。',
    en: 'Check the total and its parts; where the relation no longer applies, change or delete the form.',
  },
  examples: [{ name: '没有自定格式时不作声', findings: 0 }],
});
