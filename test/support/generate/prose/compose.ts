/** Sentences put together into the paragraphs of six sections. */
import type { Random } from '../../random';
import { type Habits, type Pattern, type Spoken, speak } from '../phrases';
import { type Truth, totalOf } from '../truth';
import { DECISIONS, DOCUMENTS, FEE, POSTED } from './disclosed';
import { DISPUTES, UPHELD } from './disputed';
import { FOREWORD, GENERAL, LAST_WORDS, MANAGEMENT, MEASURES, PERIOD, PLATFORM, PROBLEMS, SUPERVISION } from './filler';
import { INFORMATION_FEE, NO_DISPUTES, NO_FEES, NO_REQUESTS, NONE_CARRIED_IN, NONE_CARRIED_OUT } from './none';
import { APPLICANTS, CHANNELS, OUTCOMES, SHARES, YEARLY } from './outcomes';
import { ALL_DONE, BY_WAY, CARRIED_IN, CARRIED_OUT, DECIDED, RECEIVED } from './requests';
import { TRAPS } from './traps';

export interface Paragraph {
  readonly head: string;
  /** Each with the mark that ends it. */
  readonly sentences: readonly (readonly [Spoken, string])[];
}

/** Paragraphs by section, 0 the foreword. */
export type Prose = readonly (readonly Paragraph[])[];

/** Where in the text a thing is said; each is said once. */
export type Slot =
  | 'received'
  | 'applicants'
  | 'carriedIn'
  | 'decided'
  | 'outcomes'
  | 'carriedOut'
  | 'posts'
  | 'documents'
  | 'decisions'
  | 'fee'
  | 'disputes'
  | 'informationFee';

/** What may be said there, and how often something is. */
export const SLOTS: Readonly<Record<Slot, readonly [patterns: readonly Pattern[], often: number]>> = {
  received: [[RECEIVED, RECEIVED, CHANNELS, YEARLY, BY_WAY, NO_REQUESTS], 0.9],
  applicants: [[APPLICANTS], 0.3],
  carriedIn: [[CARRIED_IN, CARRIED_IN, NONE_CARRIED_IN], 0.4],
  decided: [[DECIDED], 0.6],
  outcomes: [[OUTCOMES, OUTCOMES, SHARES], 0.55],
  carriedOut: [[CARRIED_OUT, CARRIED_OUT, ALL_DONE, NONE_CARRIED_OUT], 0.5],
  posts: [[POSTED], 0.7],
  documents: [[DOCUMENTS], 0.5],
  decisions: [[DECISIONS], 0.5],
  fee: [[FEE, FEE, NO_FEES], 0.35],
  disputes: [[DISPUTES, UPHELD, NO_DISPUTES, NO_DISPUTES], 0.6],
  informationFee: [[INFORMATION_FEE], 1],
};

/** One sentence that stands in its slot whatever chance would have put there. */
export interface Planted {
  readonly slot: Slot;
  readonly spoken: Spoken;
}

export function compose(truth: Truth, habits: Habits, random: Random, planted: Planted | null): Prose {
  const writer = new Writer(truth, habits, random, planted);
  const requests = writer.requests();
  const disclosed = ['posts', 'decisions', 'fee', 'documents'] as const;
  const elsewhere = random.fork('where');
  const inThree = elsewhere.chance(0.2);
  const disputes = writer.said(['disputes']);
  const inFour = elsewhere.chance(0.4);
  return [
    [writer.paragraph('', [FOREWORD, PERIOD])],
    [
      writer.paragraph('', [GENERAL]),
      { head: '（一）主动公开情况。', sentences: [...writer.said(disclosed), ...writer.traps('disclosed', 0.5)] },
      { head: '（二）依申请公开情况。', sentences: inThree ? writer.one(NOTHING_MORE) : requests },
      { head: '', sentences: writer.traps('requests', 0.35) },
      writer.paragraph('（三）政府信息管理情况。', [MANAGEMENT]),
      writer.paragraph('（四）政府信息公开平台建设情况。', [PLATFORM]),
      { head: '（五）监督保障情况。', sentences: [...writer.one(SUPERVISION), ...(inFour ? [] : disputes)] },
    ],
    [],
    inThree ? [{ head: '', sentences: requests }] : [],
    inFour ? [{ head: '', sentences: disputes }] : [],
    [writer.paragraph('', [PROBLEMS]), writer.paragraph('', [MEASURES])],
    [{ head: '', sentences: [...writer.said(['informationFee']), ...writer.one(LAST_WORDS)] }],
  ];
}

const NOTHING_MORE: Pattern = {
  id: 'filler',
  units: ['件'],
  numbers: () => ({}),
  templates: ['{S}畅通申请渠道，规范办理流程，依法依规做好答复工作', '完善依申请公开办理机制，强化会商研判'],
};

class Writer {
  constructor(
    private readonly truth: Truth,
    private readonly habits: Habits,
    private readonly random: Random,
    private readonly planted: Planted | null,
  ) {}

  /** In the order that reports tell it; outcomes are those of the number decided right before. */
  requests(): [Spoken, string][] {
    const outcomes = this.slot('outcomes');
    const decided = this.slot('decided', outcomes !== null);
    const received = this.planted?.slot === 'applicants' ? this.plain(RECEIVED) : this.slot('received', true);
    const order = [
      received,
      // Behind a number told in halves or by channel, 其中 would split the last of these only.
      received?.pattern === 'N1' || this.planted?.slot === 'applicants' ? this.slot('applicants') : null,
      this.slot('carriedIn'),
      decided,
      decided === null ? null : outcomes,
      this.slot('carriedOut'),
    ];
    const told = order.flatMap((each) => each ?? []);
    const mark = this.random.fork('mark').pick(['。', '。', '，', '；']);
    const ends = (spoken: Spoken, at: number): boolean => at === told.length - 1 || spoken.pattern === 'N1 split';
    return told.map((spoken, at) => [spoken, ends(spoken, at) ? '。' : mark]);
  }

  said(slots: readonly Slot[]): [Spoken, string][] {
    return slots.flatMap((slot) => this.slot(slot) ?? []).map((spoken) => [spoken, '。']);
  }

  traps(name: string, often: number): [Spoken, string][] {
    const random = this.random.fork(`traps of ${name}`);
    return random
      .shuffled(TRAPS)
      .filter(() => random.chance(often / 3))
      .flatMap((pattern) => this.speak(pattern, random) ?? [])
      .map((spoken) => [spoken, '。']);
  }

  paragraph(head: string, patterns: readonly Pattern[]): Paragraph {
    return { head, sentences: patterns.flatMap((pattern) => this.one(pattern)) };
  }

  one(pattern: Pattern): [Spoken, string][] {
    const spoken = this.speak(pattern, this.random.fork(pattern.templates.join()));
    return spoken === null ? [] : [[spoken, '。']];
  }

  private slot(slot: Slot, always = slot === 'informationFee' && mustTellFee(this.truth)): Spoken | null {
    if (this.planted?.slot === slot) return this.planted.spoken;
    const random = this.random.fork(slot);
    const [patterns, often] = SLOTS[slot];
    if (!random.chance(often) && !always) return null;
    for (const pattern of random.shuffled(patterns)) {
      const spoken = this.speak(pattern, random);
      if (spoken !== null) return spoken;
    }
    return null;
  }

  private plain(pattern: Pattern): Spoken | null {
    return this.speak(pattern, this.random.fork(`plain ${pattern.id}`));
  }

  private speak(pattern: Pattern, random: Random): Spoken | null {
    const numbers = pattern.numbers(this.truth, random);
    if (numbers === null) return null;
    for (const template of random.shuffled(pattern.templates)) {
      const spoken = speak(pattern, template, numbers, this.truth, this.habits, random);
      if (spoken !== null) return spoken;
    }
    return null;
  }
}

/** Who dropped requests for unpaid fees has to tell of notices. */
function mustTellFee(truth: Truth): boolean {
  return totalOf(truth, 'otherOutcome.feeUnpaid') > 0;
}

export function paragraphTexts(prose: Prose): string[][] {
  return prose.map((paragraphs) =>
    paragraphs.flatMap(({ head, sentences }) => {
      const text = head + sentences.map(([{ text: said }, mark]) => said + mark).join('');
      return sentences.length === 0 ? [] : [text];
    }),
  );
}
