/** N1 to N5: requests received, carried over, decided. */
import type { Random } from '../../random';
import { type Numbers, type Pattern, slipped, type Wrong } from '../phrases';
import { type Truth, totalOf } from '../truth';

const UNITS = ['件', '份', '宗', '起', '条', '项', '例'];

export function flowOf(truth: Truth): Numbers {
  return {
    received: totalOf(truth, 'received'),
    carriedIn: totalOf(truth, 'carriedIn'),
    decided: totalOf(truth, 'decided'),
    carriedOut: totalOf(truth, 'carriedOut'),
  };
}

/** 答复 may leave out what was not handled any more; 办理 and 受理 may mean all that was at hand. */
function anyFlow(truth: Truth, flow: Numbers): number[] {
  const { received = 0, carriedIn = 0, decided = 0 } = flow;
  const unanswered = ['otherOutcome.*', 'notHandled.*'].map((row) => totalOf(truth, row));
  const answered = unanswered.reduce((left, row) => left - row, decided);
  return [received, received + carriedIn, decided, answered, ...unanswered.map((row) => decided - row)];
}

function wrongFlow(key: string) {
  return (numbers: Numbers, truth: Truth, random: Random): Wrong | null => {
    const value = numbers[key] ?? 0;
    const admitted = key === 'received' || key === 'decided' ? anyFlow(truth, flowOf(truth)) : [value];
    return { numbers: { ...numbers, [key]: slipped(value, admitted, random) }, key };
  };
}

export const RECEIVED: Pattern = {
  id: 'N1',
  units: UNITS,
  numbers: (truth) => ({ ...flowOf(truth), all: totalOf(truth, 'received') + totalOf(truth, 'carriedIn') }),
  templates: [
    '[{Y}年，||本年度，]{S}[共|]收到政府信息公开申请{received}',
    '{S}全年[共|]新收政府信息公开申请{received}',
    '[{Y}年，|]{S}全年[共|]收到依申请公开[事项|]{received}',
    '[{Y}年度，|]{S}受理政府信息公开申请{received}',
    '[全年，|]{S}共接到社会公众依申请公开{received}',
    '{S}[共|]收到{received}政府信息公开申请',
    '今年以来，{S}收到依申请公开件{received}',
    '[截至|截止]{Y}年12月31日，{S}共收到信息公开申请{received}',
    '{Y}年{S}收到公民、法人和其他组织提出的政府信息公开申请共计{received}',
    '本年新收政府信息公开申请{received}',
    '{Y}年度，{S}共接收政府信息公开申请{received}',
    '{S}共受理政府信息公开申请{all}（含上年结转{carriedIn}）',
    ({ received = 0 }) => (received > 0 ? '{Y}年，{S}收到政府信息公开申请共计{received}，均依法依规办理' : null),
  ],
  wrong: wrongFlow('received'),
};

/** 线上和线下分列: what was received is the sum of both. */
export const BY_WAY: Pattern = {
  id: 'N1 split',
  units: ['件'],
  numbers(truth, random) {
    const received = totalOf(truth, 'received');
    if (received < 2) return null;
    const online = random.int(1, received - 1);
    return { received, online, offline: received - online };
  },
  templates: [
    '{S}受理线上信息公开申请{online}，受理线下信息公开申请{offline}',
    '{S}收到线上政府信息公开申请{online}、收到线下政府信息公开申请{offline}',
  ],
};

export const CARRIED_IN: Pattern = {
  id: 'N2',
  units: UNITS.slice(0, 3),
  numbers: flowOf,
  templates: [
    '上年结转政府信息公开申请{carriedIn}',
    '上年度结转政府信息公开申请{carriedIn}',
    '上一年度结转申请{carriedIn}',
    '{Y-1}年结转的政府信息公开申请{carriedIn}',
    '上年转结政府信息公开申请{carriedIn}',
    '上年度遗留的政府信息公开申请{carriedIn}',
    '另有上年结转申请{carriedIn}',
    '[上年|上年度]结转办理{carriedIn}',
    '{Y-1}年度结转申请{carriedIn}',
  ],
  wrong: wrongFlow('carriedIn'),
};

export const DECIDED: Pattern = {
  id: 'N3',
  units: UNITS.slice(0, 4),
  numbers: flowOf,
  templates: [
    '[全年|年内|]共办结政府信息公开申请{decided}',
    '[{S}|]已答复政府信息公开申请{decided}',
    '{S}办结依申请公开件{decided}',
    '全年答复政府信息公开申请{decided}',
    '本年度办理完毕政府信息公开申请{decided}',
    '{S}按期办结政府信息公开申请{decided}',
    '[{S}|]依法办结{decided}政府信息公开申请',
    '办结申请{decided}',
    '处理完毕依申请公开事项{decided}',
    '答复申请人{decided}',
    ({ carriedIn = 0, carriedOut = 0 }) =>
      carriedIn > 0 && carriedOut === 0 ? '办结依申请公开件{decided}（含{Y-1}年结转的{carriedIn}）' : null,
    ({ carriedIn = 0, carriedOut = 0 }) =>
      carriedIn > 0 && carriedOut === 0 ? '完成答复{decided}，包括上年结转{carriedIn}' : null,
  ],
  wrong: wrongFlow('decided'),
};

export const CARRIED_OUT: Pattern = {
  id: 'N4',
  units: UNITS.slice(0, 3),
  numbers: flowOf,
  templates: [
    '结转下年度继续办理{carriedOut}',
    '结转至下一年度办理{carriedOut}',
    '结转下年度继续办理的政府信息公开申请{carriedOut}',
    '结转到{Y+1}年度继续办理{carriedOut}',
    '结转{Y+1}年继续办理的申请{carriedOut}',
    ({ carriedOut = 0 }) => (carriedOut > 0 ? '{carriedOut}结转到{Y+1}年度继续办理' : null),
    ({ carriedOut = 0 }) => (carriedOut > 0 ? '另有{carriedOut}结转下年度办理' : null),
    ({ carriedOut = 0 }) => (carriedOut > 0 ? '另有{carriedOut}顺延到下年度答复' : null),
    ({ carriedOut = 0 }) => (carriedOut > 0 ? '尚有{carriedOut}正在办理，结转下年度' : null),
    ({ carriedOut = 0 }) => (carriedOut > 0 ? '截至年底尚在办理期限内的申请{carriedOut}' : null),
    ({ carriedOut = 0 }) =>
      carriedOut > 0 ? '政府信息公开申请除{carriedOut}结转下年办理外，均依法依规答复，答复率100%' : null,
  ],
  wrong: wrongFlow('carriedOut'),
};

export const ALL_DONE: Pattern = {
  id: 'N5',
  denies: true,
  units: ['件'],
  numbers(truth) {
    const { received = 0, carriedOut = 0 } = flowOf(truth);
    return received > 0 && carriedOut === 0 ? { carriedOut } : null;
  },
  templates: [
    '收到的政府信息公开申请均已按时办结',
    '政府信息公开申请已全部依法办结',
    '{S}收到的政府信息公开申请全部办结',
    '所有政府信息公开申请全部按期办结',
    '政府信息公开申请均已依法依规办结',
    '{S}政府信息公开申请均在法定期限内办结',
    '依申请公开事项均已在规定时限内办结',
    '政府信息公开申请均已办结，按时答复率100%',
    '全部政府信息公开申请均按规定办结',
  ],
  wrong(_, truth) {
    const { carriedOut = 0 } = flowOf(truth);
    return carriedOut > 0 ? { numbers: { carriedOut: 0 }, key: '' } : null;
  },
};
