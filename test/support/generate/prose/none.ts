/** N13 and N16: that there was none, and the fee for information. */
import type { Numbers, Pattern, Template } from '../phrases';
import { cellOf, type Truth, totalOf } from '../truth';

/** Says none of what `count` counts; wrong where there is some. */
function none(count: (truth: Truth) => number | null, templates: readonly Template[]): Pattern {
  return {
    id: 'N13',
    denies: true,
    units: ['件'],
    numbers: (truth) => (count(truth) === 0 ? { count: 0 } : null),
    templates,
    wrong: (_, truth) => ((count(truth) ?? 0) > 0 ? { numbers: { count: 0 }, key: '' } : null),
  };
}

export const NO_REQUESTS = none(
  (truth) => totalOf(truth, 'received'),
  [
    '{Y}年，{S}未收到政府信息公开申请',
    '{S}全年未受理依申请公开',
    '[本年度，|]{S}没有收到公民、法人或其他组织提出的政府信息公开申请',
    '{Y}年，{S}未收到依申请公开事项',
    '{Y}年度，{S}无依申请公开政府信息情况',
    '{S}未接到政府信息公开申请',
    '全年未收到社会公众提出的政府信息公开申请',
    '[本年度|{Y}年]{S}收到政府信息公开申请0件',
    '{Y}年，{S}没有收到依申请公开政府信息的申请',
    '收到政府信息公开申请零件',
  ],
);

export const NO_DISPUTES = none(
  (truth) =>
    cellOf(truth, 'disputes.review.total') +
    cellOf(truth, 'disputes.lawsuit.direct.total') +
    cellOf(truth, 'disputes.lawsuit.afterReview.total'),
  [
    '未发生因政府信息公开引起的行政复议、行政诉讼',
    '{Y}年，{S}未发生政府信息公开类行政复议、行政诉讼情况',
    '{S}无因政府信息公开申请引发的行政复议和行政诉讼',
    '全年没有发生政府信息公开行政复议、行政诉讼案件',
    '未产生因政府信息公开引发的行政复议及行政诉讼',
    '本年度无政府信息公开行政复议、行政诉讼',
    '{Y}年{S}因政府信息公开引起的行政复议0件，行政诉讼0件',
    '未因政府信息公开工作被申请行政复议、提起行政诉讼',
  ],
);

export const NO_FEES = none(
  (truth) => (truth.form.id === 'open-info-annual@2021' ? cellOf(truth, 'disclosure.fee.amount') : null),
  ['{S}无行政事业性收费', '本年度无行政事业性收费', '{Y}年没有行政事业性收费', '全年未收取行政事业性收费'],
);

export const NONE_CARRIED_OUT = none(
  (truth) => (totalOf(truth, 'received') > 0 ? totalOf(truth, 'carriedOut') : null),
  [
    '政府信息公开申请无结转下年度继续办理件',
    '申请办理完毕，无下年度结转',
    '无结转至下年度办理的政府信息公开申请',
    '没有结转下年度继续办理的申请',
    '依申请公开件已按期答复，无转结下年度继续办理件',
  ],
);

export const NONE_CARRIED_IN = none(
  (truth) => (totalOf(truth, 'received') > 0 ? totalOf(truth, 'carriedIn') : null),
  [
    '收到的申请均为本年新收，无上年结转',
    '政府信息公开申请无上年度结转',
    '无上年结转申请',
    '没有上年结转的政府信息公开申请',
  ],
);

function unpaid(truth: Truth): number {
  return truth.form.id === 'open-info-annual@2021' ? totalOf(truth, 'otherOutcome.feeUnpaid') : 0;
}

export const INFORMATION_FEE: Pattern = {
  id: 'N16',
  units: ['件'],
  numbers(truth, random) {
    const notices = unpaid(truth);
    return { notices, yuan: notices > 0 || random.chance(0.15) ? random.int(1, 90) * 10 : 0 };
  },
  templates: [
    paid('{Y}年，{S}收取信息处理费共计{yuan#}元'),
    paid('依据《政府信息公开信息处理费管理办法》规定，{Y}年实际收取信息处理费共计{yuan#}元'),
    paid('{Y}年有1件政府信息公开申请案件收取信息处理费{yuan#}元'),
    paid('本年度{S}收取信息处理费{yuan#}元，已全额缴入国库'),
    paid('{S}按照规定收取政府信息公开信息处理费{yuan#}元'),
    paid('全年信息处理费收取总额为{yuan#}元'),
    paid('本年度共收取信息处理费{yuan#}元'),
    paid('本行政机关{Y}年信息处理费收费金额{yuan#}元'),
    noticed('{Y}年，{S}发出收费通知{notices#}件，实际收取信息处理费0元'),
    free('本年度未收取信息处理费'),
    free('{Y}年，{S}未产生信息处理费'),
    free('{S}依申请提供政府信息未收取任何信息处理费'),
    free('{Y}年度未发出收费通知，收取信息处理费0元'),
    free('本年度未发生政府信息公开信息处理费收费情况'),
  ],
  wrong(numbers, truth, random) {
    const { notices = 0, yuan = 0 } = numbers;
    const said = Math.max(10, yuan) + random.int(1, 9);
    if (notices === 0 || random.chance(0.5)) return { numbers: { ...numbers, yuan: said, paid: 1 }, key: 'yuan' };
    // Dropped for unpaid fees, and no notice of a fee was ever sent.
    return unpaid(truth) > 0 ? { numbers: { notices: 0, yuan: 0, denied: 1 }, key: '' } : null;
  },
};

function paid(text: string) {
  return ({ yuan = 0 }: Numbers): string | null => (yuan > 0 ? text : null);
}

function noticed(text: string) {
  return ({ notices = 0, paid: wrong = 0 }: Numbers): string | null => (notices > 0 && wrong === 0 ? text : null);
}

function free(text: string) {
  return ({ yuan = 0, notices = 0, denied = 0 }: Numbers): string | null => {
    if (yuan > 0 || notices > 0) return null;
    // 未收取 leaves open that a notice was sent.
    return denied === 1 && /收取/.test(text) ? null : text;
  };
}
