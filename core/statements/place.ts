/** Where a number stands: what the text, the paragraph and the sentence have spoken of by then. */
import type { disputeGroups } from './disputes';
import type { Setting } from './guards';
import type { Passage } from './passage';
import type { Sentence } from './sentence';
import type { Statement } from './statement';

/** What the text is about, carried on from one sentence to the next. */
export interface Topic {
  /** Requests for government information. */
  readonly requests: boolean;
  readonly disputes: ReturnType<typeof disputeGroups>;
}

export interface Place {
  readonly sentence: Sentence;
  readonly passage: Passage;
  readonly topic: Topic;
  readonly setting: Setting;
  readonly disputes: Topic['disputes'];
  /** 行政许可 …, as the sentence named it last. */
  readonly enforcement: string | null;
  readonly subject: Statement['subject'] | null;
  /** Which of the two the sentence named last. */
  readonly flow: 'received' | 'decided' | null;
  /** Online and offline are told apart: each number is a part only. */
  readonly partial?: boolean;
}
