/** N12 and the upheld ones: reviews and lawsuits. */
import { type Numbers, type Pattern, slipped } from '../phrases';
import { cellOf, type Truth } from '../truth';

function disputesOf(truth: Truth): Numbers {
  const review = (result: string): number => cellOf(truth, `disputes.review.${result}`);
  const direct = (result: string): number => cellOf(truth, `disputes.lawsuit.direct.${result}`);
  const after = (result: string): number => cellOf(truth, `disputes.lawsuit.afterReview.${result}`);
  const lawsuit = (result: string): number => direct(result) + after(result);
  return {
    review: review('total'),
    reviewUpheld: review('upheld'),
    reviewCorrected: review('corrected'),
    reviewOther: review('otherResult'),
    reviewPending: review('pending'),
    lawsuit: lawsuit('total'),
    lawsuitUpheld: lawsuit('upheld'),
    lawsuitCorrected: lawsuit('corrected'),
    direct: direct('total'),
    after: after('total'),
  };
}

export const DISPUTES: Pattern = {
  id: 'N12',
  units: ['件', '起', '宗'],
  numbers: (truth) => disputesOf(truth),
  templates: [
    '{S}发生政府信息公开行政复议{review}，行政诉讼{lawsuit}',
    '因政府信息公开引发行政复议{review}、行政诉讼{lawsuit}',
    '因依申请公开引起行政复议{review}、行政诉讼{lawsuit}，其中行政复议纠错{reviewCorrected}',
    '政府信息公开类行政复议{review}，诉讼{lawsuit}',
    '涉及政府信息公开的行政复议案件{review}，行政诉讼案件{lawsuit}',
    '{Y}年，{S}政府信息公开行政复议案件{review}，其中结果维持{reviewUpheld}，结果纠正{reviewCorrected}，其他结果{reviewOther}，尚未审结{reviewPending}',
    '政府信息公开行政诉讼{lawsuit}，其中未经复议直接起诉{direct}，复议后起诉{after}',
    '全年因政府信息公开被提起行政诉讼{lawsuit}，结果维持{lawsuitUpheld}，结果纠正{lawsuitCorrected}',
    '本年度政府信息公开工作引发行政复议{review}',
    ({ review = 0, reviewUpheld = 0 }) =>
      review > 0 && review === reviewUpheld ? '政府信息公开类行政复议{review}，均获维持' : null,
  ],
  wrong(numbers, _, random) {
    const key = random.pick(Object.keys(numbers));
    const value = numbers[key] ?? 0;
    return { numbers: { ...numbers, [key]: slipped(value, [value], random) }, key };
  },
};

/** 均获维持 beside cases that were not upheld. */
export const UPHELD: Pattern = {
  id: 'N12',
  denies: true,
  units: ['件', '起'],
  numbers(truth) {
    const numbers = disputesOf(truth);
    const { review = 0, reviewUpheld = 0 } = numbers;
    return review > 0 && review === reviewUpheld ? { ...numbers, others: 0 } : null;
  },
  templates: [
    '政府信息公开类行政复议{review}，均获维持',
    '因政府信息公开引发的行政复议{review}，均维持',
    '政府信息公开行政复议{review}，结果均为维持',
    '涉及政府信息公开的行政复议{review}，全部维持',
  ],
  wrong(_, truth) {
    const numbers = disputesOf(truth);
    const { review = 0, reviewUpheld = 0 } = numbers;
    return review > reviewUpheld ? { numbers, key: '' } : null;
  },
};
