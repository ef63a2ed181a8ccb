import { describe, expect, it } from 'vitest';
import { inOrder, reviewOf } from '../../pwa/db/index';
import { opinion } from './sample';

describe('order of opinions', () => {
  it('goes by counter, then time, then author, whatever order they come in', () => {
    const late = opinion({ id: '1', counter: 2, at: '2020-01-01T00:00:00.000Z' });
    const early = opinion({ id: '2', counter: 1, at: '2026-01-01T00:00:00.000Z', author: '乙' });
    const same = opinion({ id: '3', counter: 1, at: '2026-01-01T00:00:00.000Z', author: '丙' });
    const first = opinion({ id: '4', counter: 1, at: '2025-01-01T00:00:00.000Z' });
    const expected = ['4', '3', '2', '1'];
    expect(inOrder([late, early, same, first]).map((each) => each.id)).toEqual(expected);
    expect(inOrder([first, same, early, late]).map((each) => each.id)).toEqual(expected);
  });
});

describe('review of a finding', () => {
  it('is open where nobody spoke', () => {
    expect(reviewOf([], 'v1')).toEqual({ status: 'open', reason: '', note: '', lapsed: false, opinions: [] });
  });

  it('takes the last word per field and keeps the words before it', () => {
    const review = reviewOf(
      [
        opinion({ id: '3', field: 'note', value: '已电话核对', counter: 3 }),
        opinion({ id: '2', value: 'fixed', author: '李', counter: 2 }),
        opinion({ id: '1', value: 'confirmed', counter: 1 }),
      ],
      'v1',
    );
    expect(review.status).toBe('fixed');
    expect(review.note).toBe('已电话核对');
    expect(review.opinions.map((each) => each.id)).toEqual(['1', '2', '3']);
  });

  it('lets a dismissal lapse when the values change, and only a dismissal', () => {
    const dismissed = [opinion({ value: 'dismissed' }), opinion({ id: 'b', field: 'reason', value: '口径不同' })];
    expect(reviewOf(dismissed, 'v1')).toMatchObject({ status: 'dismissed', lapsed: false });
    expect(reviewOf(dismissed, 'v2')).toMatchObject({ status: 'open', lapsed: true, reason: '口径不同' });
    expect(reviewOf([opinion({ value: 'confirmed' })], 'v2')).toMatchObject({ status: 'confirmed', lapsed: false });
  });

  it('does not lapse what a later word has replaced', () => {
    const words = [opinion({ value: 'dismissed', counter: 1 }), opinion({ id: 'b', value: 'deferred', counter: 2 })];
    expect(reviewOf(words, 'v2')).toMatchObject({ status: 'deferred', lapsed: false });
  });

  it('takes a status it does not know for none', () => {
    expect(reviewOf([opinion({ value: 'promoted' })], 'v1').status).toBe('open');
  });
});
