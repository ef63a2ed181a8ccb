/** N6, N7, N8, N14, N17: what became of the requests, who made them, by which way, shares and changes. */
import { type Numbers, type Pattern, slipped } from '../phrases';
import { cellOf, ORGANISATIONS, type Truth, totalOf } from '../truth';

const UNITS = ['件', '份', '宗', '起', '条'];

const TOP: readonly (readonly [key: string, row: string, words: string])[] = [
  ['granted', 'granted', '予以公开'],
  ['partly', 'partlyGranted', '部分公开'],
  ['refused', 'refused.*', '不予公开'],
  ['unavailable', 'unavailable.*', '无法提供'],
  ['notHandled', 'notHandled.*', '不予处理'],
  ['other', 'otherOutcome.*', '其他处理'],
];

const REASONS: readonly (readonly [key: string, row: string, words: readonly string[]])[] = [
  ['notHeld', 'unavailable.notHeld', ['本机关不掌握相关政府信息', '信息不存在']],
  ['internal', 'refused.internalAffairs', ['属于三类内部事务信息']],
  ['deliberative', 'refused.deliberative', ['属于四类过程性信息', '属于过程性信息']],
  ['file', 'refused.enforcementFile', ['属于行政执法案卷', '属于行政执法案卷信息']],
  ['petition', 'notHandled.petition', ['信访举报投诉类申请']],
  ['repeated', 'notHandled.repeated', ['重复申请']],
  ['creation', 'unavailable.needsCreation', ['没有现成信息需要另行制作']],
  ['unclear', 'unavailable.stillUnclear', ['补正后申请内容仍不明确']],
];

export function outcomesOf(truth: Truth): Numbers {
  const top = Object.fromEntries(TOP.map(([key, row]) => [key, totalOf(truth, row)]));
  const reasons = Object.fromEntries(REASONS.map(([key, row]) => [key, totalOf(truth, row)]));
  const { granted = 0, partly = 0 } = top;
  return { ...top, ...reasons, both: granted + partly, decided: totalOf(truth, 'decided') };
}

function listOf(numbers: Numbers, all: boolean, say: (words: string, key: string) => string): string | null {
  const told = TOP.filter(([key]) => all || (numbers[key] ?? 0) > 0);
  return told.length < 2 ? null : told.map(([key, , words]) => say(words, key)).join('，');
}

export const OUTCOMES: Pattern = {
  id: 'N6',
  units: UNITS,
  numbers: (truth) => (totalOf(truth, 'decided') > 0 ? outcomesOf(truth) : null),
  templates: [
    (numbers) => listOf(numbers, true, (words, key) => `${words}{${key}}`),
    (numbers) => listOf(numbers, false, (words, key) => `${words}{${key}}`),
    (numbers) => listOf(numbers, false, (words, key) => `${words}的{${key}}`),
    (numbers) => listOf(numbers, false, (words, key) => `${words}的有{${key}}`),
    (numbers) => listOf(numbers, true, (words, key) => `${words}申请{${key}}`),
    (numbers) => {
      const list = listOf(numbers, false, (words, key) => `${words}{${key}}`);
      return list === null ? null : `办结的政府信息公开申请{decided}中，${list}`;
    },
    ({ partly = 0 }) => (partly > 0 ? '申请办理结果为：予以公开和部分公开{both}，无法提供{unavailable}' : null),
    ({ partly = 0 }) => (partly > 0 ? '其中，予以公开及部分公开的申请{both}，不予公开{refused}' : null),
    '其中，予以公开{granted}',
    '申请办理结果中，同意公开{granted}，不予公开{refused}',
    (numbers, random) => {
      const told = REASONS.filter(([key]) => (numbers[key] ?? 0) > 0);
      if (told.length === 0) return null;
      return `从答复情况看，${told.map(([key, , words]) => `${random.pick(words)}{${key}}`).join('，')}`;
    },
    (numbers, random) => {
      const told = REASONS.filter(([key]) => (numbers[key] ?? 0) > 0);
      return told.length === 0
        ? null
        : `其中，${told.map(([key, , words]) => `${random.pick(words)}的{${key}}`).join('、')}`;
    },
    ({ granted = 0, unavailable = 0 }) =>
      granted > 0 && unavailable > 0 ? '其中{granted}予以公开，{unavailable}无法提供' : null,
  ],
  wrong(numbers, truth, random) {
    const key = random.pick(Object.keys(numbers).filter((each) => each !== 'decided'));
    const value = numbers[key] ?? 0;
    // 公开 may be meant with or without what was partly disclosed, 不存在 with all that could not be provided.
    const { granted = 0, both = 0, unavailable = 0, notHeld = 0 } = outcomesOf(truth);
    const admitted = [
      value,
      ...(key === 'granted' ? [both] : key === 'both' ? [granted] : key === 'notHeld' ? [unavailable] : [notHeld]),
    ];
    return { numbers: { ...numbers, [key]: slipped(value, admitted, random) }, key };
  },
};

export const APPLICANTS: Pattern = {
  id: 'N7',
  units: ['件', '份', '宗'],
  numbers(truth) {
    const received = totalOf(truth, 'received');
    if (received === 0) return null;
    const of = (column: string): number => cellOf(truth, `applications.received.${column}`);
    const individual = of('individual');
    return { received, individual, company: of('company'), organisations: received - individual };
  },
  templates: [
    '申请人为自然人的{individual}，申请人为法人或其他组织的{organisations}',
    '其中，自然人申请{individual}，法人或其他组织申请{organisations}',
    '其中自然人申请的{individual}、法人或其他组织申请的{organisations}',
    '收到的申请中，自然人{individual}，商业企业{company}',
    '按申请人分，自然人申请{individual}，商业企业申请{company}',
    '新收申请中来自自然人的申请{individual}',
    ({ company = 0 }) => (company > 0 ? '其中商业企业申请{company}' : null),
    ({ individual = 0, company = 0, received = 0 }) =>
      company > 0 && individual + company === received ? '其中{individual}为自然人申请，{company}为商业企业申请' : null,
    ({ organisations = 0 }) => (organisations === 0 ? '[以上|上述]申请均为自然人申请' : null),
    ({ organisations = 0 }) => (organisations === 0 ? '收到的政府信息公开申请全部为自然人提出' : null),
  ],
  wrong(numbers, truth, random) {
    const all = (column: string): number[] => {
      const rows = ['received', 'carriedIn', 'decided'].map((row) => cellOf(truth, `applications.${row}.${column}`));
      return [...rows, (rows[0] ?? 0) + (rows[1] ?? 0)];
    };
    const key = random.pick(['individual', 'company', 'organisations']);
    const sums = ORGANISATIONS.map(all).reduce((left, right) => left.map((value, at) => value + (right[at] ?? 0)));
    const admitted = key === 'organisations' ? sums : all(key);
    // 0 of organisations where there are some is the sentence “all from individuals”.
    const value = numbers[key] ?? 0;
    return { numbers: { ...numbers, [key]: slipped(value, admitted, random) }, key };
  },
};

export const CHANNELS: Pattern = {
  id: 'N8',
  units: UNITS.slice(0, 3),
  numbers(truth, random) {
    const received = totalOf(truth, 'received');
    if (received < 2) return null;
    const online = random.int(0, received);
    const post = random.int(0, received - online);
    return { received, online, post, person: received - online - post };
  },
  templates: [
    '{S}收到政府信息公开申请{received}，其中网络申请{online}、信函申请{post}、当面申请{person}',
    '{S}收到依申请公开件{received}，其中，当面申请的{person}，来信申请的{post}，网上申请的{online}',
    '{S}全年新收政府信息公开申请{received}，其中：网上申请{online}，信函邮寄{post}，当面提交{person}',
    '{S}共收到申请公开政府信息{received}（其中网站在线申请{online}，邮寄申请{post}，现场申请{person}）',
    '{S}受理政府信息公开申请{received}，包括网上申请{online}、书面邮寄申请{post}、当面申请{person}',
    '{Y}年，{S}收到政府信息公开申请{received}。其中，网络{online}、信函{post}、当面{person}',
    '{S}收到政府信息公开申请{received}，其中，互联网申请{online}，信件申请{post}，窗口申请{person}',
    '{S}共收到政府信息公开申请{received}，其中通过网站申请{online}，通过邮寄申请{post}，通过窗口当面申请{person}',
  ],
  wrong(numbers, _, random) {
    const key = random.pick(['online', 'post', 'person']);
    const value = numbers[key] ?? 0;
    return { numbers: { ...numbers, [key]: slipped(value, [value], random) }, key };
  },
};

/** Rounded half up to `places` digits, as offices do by calculator. */
export function shareOf(part: number, whole: number, places: number): number {
  return Math.round((part * 100 * 10 ** places) / whole) / 10 ** places;
}

export const SHARES: Pattern = {
  id: 'N14',
  units: ['件'],
  numbers(truth, random) {
    const numbers = outcomesOf(truth);
    const { decided = 0 } = numbers;
    if (decided < 3) return null;
    const places = random.pick([0, 1, 2, 2]);
    const shares = ['granted', 'partly', 'refused', 'unavailable', 'notHandled', 'both'].map((key) => [
      `${key}Share`,
      shareOf(numbers[key] ?? 0, decided, places),
    ]);
    return { ...numbers, ...Object.fromEntries(shares), places };
  },
  templates: [
    '其中，予以公开{granted}，占{grantedShare%}',
    '其中予以公开{granted}，占{grantedShare%}；无法提供{unavailable}，占{unavailableShare%}',
    '予以公开{granted}，占比{grantedShare%}，不予公开{refused}，占比{refusedShare%}',
    '予以公开的有{granted}，占总数的{grantedShare%}',
    '办结的申请中，予以公开占{grantedShare%}、无法提供占{unavailableShare%}',
    '无法提供的有{unavailable}，占办结总数的{unavailableShare%}',
    '予以公开及部分公开的有{both}，占{bothShare%}',
    '不予处理{notHandled}（占{notHandledShare%}）',
    '其中予以公开{granted}（占{grantedShare%}），部分公开{partly}（占{partlyShare%}）',
  ],
  wrong(numbers, truth, random) {
    const key = random.pick(Object.keys(numbers).filter((each) => each.endsWith('Share')));
    const part = numbers[key.replace('Share', '')] ?? 0;
    const { received = 0, carriedIn = 0 } = {
      received: totalOf(truth, 'received'),
      carriedIn: totalOf(truth, 'carriedIn'),
    };
    const wholes = [numbers['decided'] ?? 1, received, received + carriedIn].filter((whole) => whole > 0);
    const near = wholes.map((whole) => (part * 100) / whole);
    const value = numbers[key] ?? 0;
    const step = 10 ** -(numbers['places'] ?? 0);
    const said = [value + random.int(2, 20), value - random.int(2, 20), value + 3 * step, value - 3 * step]
      .map((each) => Math.round(each / step) * step)
      .map((each) => Number(each.toFixed(2)))
      .find((each) => each >= 0 && each <= 100 && near.every((exact) => Math.abs(exact - each) > 1.5 * step));
    return said === undefined ? null : { numbers: { ...numbers, [key]: said }, key };
  },
};

export const YEARLY: Pattern = {
  id: 'N17',
  units: ['件'],
  numbers(truth, random) {
    const received = totalOf(truth, 'received');
    const before = truth.previous === null ? 0 : totalOf(truth.previous, 'received');
    if (received === 0 || before === 0 || received === before) return null;
    const change = Math.abs(received - before);
    return {
      received,
      before,
      change,
      up: received > before ? 1 : 0,
      rate: shareOf(change, before, random.pick([0, 1, 2])),
    };
  },
  templates: [
    moved('{S}共收到政府信息公开申请{received}，比{Y-1}年（{before}）', '增长{rate%}', '下降{rate%}'),
    moved('{S}收到政府信息公开申请{received}，同比', '增长{rate%}', '下降{rate%}'),
    moved('{Y}年，{S}新收政府信息公开申请{received}，较上年', '增加{change}', '减少{change}'),
    moved('{S}全年收到依申请公开{received}，与上年相比', '增加{change}', '减少{change}'),
    moved('{S}收到政府信息公开申请{received}，比上年', '上升{rate%}', '下降{rate%}'),
    moved('{S}受理政府信息公开申请{received}，比去年', '增加{change}', '减少{change}'),
    moved('{S}收到政府信息公开申请{received}，比{Y-1}年', '增加{change}', '减少{change}'),
    moved('{S}新收政府信息公开申请{received}，同比', '上升{rate%}', '降低{rate%}'),
    moved('{S}收到政府信息公开申请{received}，较{Y-1}年', '增长了{rate%}', '减少了{rate%}'),
  ],
  wrong(numbers, truth, random) {
    if (random.chance(0.3)) return { numbers: { ...numbers, up: 1 - (numbers['up'] ?? 0) }, key: '' };
    const key = random.pick(['rate', 'change']);
    const value = numbers[key] ?? 0;
    const { received = 0, before = 0 } = numbers;
    const carried = totalOf(truth, 'carriedIn');
    const carriedBefore = truth.previous === null ? 0 : totalOf(truth.previous, 'carriedIn');
    const pairs = [received, received + carried].flatMap((now) =>
      [before, before + carriedBefore].map((then) => [now, then] as const),
    );
    const admitted = pairs.map(([now, then]) =>
      key === 'change' ? Math.abs(now - then) : (Math.abs(now - then) * 100) / then,
    );
    const said = [slipped(Math.round(value), [], random), Math.round(value) + random.int(3, 30)].find((each) =>
      admitted.every((exact) => Math.abs(exact - each) > 1),
    );
    return said === undefined ? null : { numbers: { ...numbers, [key]: said }, key };
  },
};

function moved(text: string, up: string, down: string) {
  return (numbers: Numbers): string => `${text}${numbers['up'] === 1 ? up : down}`;
}
