/** 合并 is a union: commutative, associative, idempotent, and nothing is lost, whatever histories the stores have. */
import { describe, expect, it } from 'vitest';
import { differencesOf, dissentOf } from '../../core/exchange/differences';
import { newWords, wordKey } from '../../core/exchange/merge';
import { inOrder, reviewOf } from '../../core/exchange/review';
import { opinionSchema } from '../../core/exchange/schema';
import { sharedChecklistsOf } from '../../core/exchange/shared-checklist';
import { opinion } from '../pwa/sample';
import { forged, histories, type Store, union, word } from '../support/histories';
import { seeded } from '../support/random';

const ROUNDS = 300;

/** What a store knows, whatever ids it had to keep words by. */
function known(store: Store): string[] {
  return store.map(wordKey).sort();
}

/** What people see: the word that stands, and the order of all words, finding by finding. */
function seen(store: Store): unknown {
  const findings = [...new Set(store.map(({ finding }) => finding))].sort();
  return findings.map((finding) => {
    const words = store.filter((each) => each.finding === finding);
    const { status, reason, note, lapsed } = reviewOf(words, 'v1');
    return [finding, status, reason, note, lapsed, inOrder(words).map(wordKey)];
  });
}

describe.each([
  ['honest', false],
  ['with forged words', true],
] as const)('over random histories, %s', (name, forge) => {
  it('is the same whichever way it goes, however it is put together and however often', () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const [a = [], b = [], c = []] = histories(seeded(`${name}/${seed}`), { forge });
      const ab = union(a, b);
      expect(known(ab), `seed ${seed}`).toEqual(known(union(b, a)));
      expect(seen(ab), `seed ${seed}`).toEqual(seen(union(b, a)));
      expect(known(union(ab, c)), `seed ${seed}`).toEqual(known(union(a, union(b, c))));
      expect(seen(union(ab, c)), `seed ${seed}`).toEqual(seen(union(a, union(b, c))));
      expect(union(ab, b), `seed ${seed}`).toEqual(ab);
      expect(union(ab, a), `seed ${seed}`).toEqual(ab);
    }
  });

  it('changes no word that was there and loses none that came', () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const [a = [], b = []] = histories(seeded(`${name}/kept/${seed}`), { forge });
      const both = union(a, b);
      expect(both.slice(0, a.length)).toEqual(a);
      expect(new Set(both.map(({ id }) => id)).size, `seed ${seed}`).toBe(both.length);
      expect(known(both)).toEqual(expect.arrayContaining(known(b)));
      for (const each of both) expect(opinionSchema.safeParse(each).success).toBe(true);
    }
  });
});

it('lets forged counters and clocks move nobody else’s words', () => {
  for (let seed = 0; seed < ROUNDS; seed++) {
    const random = seeded(`moved/${seed}`);
    const [a = []] = histories(random, { forge: false });
    const lies = Array.from({ length: 5 }, () => ({ ...forged(random, a), author: '伪' }));
    const honest = (store: Store): string[] =>
      inOrder(store)
        .filter(({ author }) => author !== '伪')
        .map(wordKey);
    expect(honest(union(a, lies)), `seed ${seed}`).toEqual(honest(a));
  }
});

describe('a word under the id of another', () => {
  const mine = opinion({ value: 'confirmed' });
  const theirs = opinion({ value: 'dismissed', author: '伪' });

  it('is kept beside it under a name of its own, and is known again', () => {
    const { fresh, known: count, disputed } = newWords([mine], new Set(['a']), [theirs, mine]);
    expect([fresh.length, count, disputed]).toEqual([1, 1, 1]);
    expect(fresh[0]?.id).toMatch(/^a~[0-9a-f]{32}$/);
    expect({ ...fresh[0], id: 'a' }).toEqual(theirs);
    expect(newWords([mine, ...fresh], new Set(['a']), [theirs, mine, ...fresh]).fresh).toEqual([]);
    expect(newWords([theirs], new Set(['a']), fresh).fresh).toEqual([]);
  });

  it('takes no second name that belongs to another', () => {
    const second = newWords([mine], new Set(['a']), [theirs]).fresh[0]?.id ?? '';
    const posing = { ...theirs, value: 'open', id: second };
    const { fresh } = newWords([mine], new Set(['a']), [posing, theirs]);
    expect(fresh.map(({ value }) => value)).toEqual(['open', 'dismissed']);
    expect(fresh.map(({ id }) => id)).toEqual([expect.stringMatching(`^${second}~`), second]);
  });

  it('does not take the place of a row that cannot be read', () => {
    expect(newWords([], new Set(['a']), [theirs]).fresh[0]?.id).toMatch(/^a~/);
  });
});

describe('where people differ', () => {
  const mine = opinion({ id: 'm', value: 'confirmed', counter: 3 });

  it('tells both words and which one stands', () => {
    const later = opinion({ id: 't', value: 'fixed', counter: 4, author: '李' });
    const earlier = { ...later, counter: 2 };
    expect(differencesOf([mine], [later])).toEqual([{ subject: 'f', here: mine, theirs: later, stands: 'theirs' }]);
    expect(differencesOf([mine], [earlier])[0]?.stands).toBe('here');
    expect(differencesOf([mine], [{ ...later, value: 'confirmed' }])).toEqual([]);
    expect(differencesOf([mine], [{ ...later, field: 'note' }])).toEqual([]);
  });

  it('keeps the last word of each person who says otherwise in sight', () => {
    const first = opinion({ id: '1', value: 'dismissed', author: '李', counter: 1 });
    const taken = opinion({ id: '2', value: 'fixed', author: '张', counter: 2 });
    expect(dissentOf([mine, first, taken]).map(({ author }) => author)).toEqual(['张', '李']);
    expect(dissentOf([mine, { ...first, value: 'confirmed' }])).toEqual([]);
    // Said of other values: not of what the report has now.
    expect(dissentOf([mine, { ...first, against: 'v0' }])).toEqual([]);
  });
});

describe('checklists', () => {
  const list = (name: string): string => JSON.stringify({ name, version: '1' });
  const edit = (id: string, name: string, against: string, counter: number, author = '王') =>
    opinion({
      id,
      finding: '["checklist","c"]',
      field: 'own',
      value: name === '' ? '' : list(name),
      against,
      counter,
      author,
    });

  it('shows one version after another, and both of two made side by side', () => {
    const first = edit('1', '初稿', '', 1);
    const mark = sharedChecklistsOf([first])[0]?.versions[0]?.mark ?? '';
    const mine = edit('2', '王稿', mark, 2);
    const theirs = edit('3', '李稿', mark, 2, '李');
    expect(names([first, mine])).toEqual([['王稿']]);
    expect(names([theirs, first, mine]).map((each) => [...each].sort())).toEqual([['李稿', '王稿'].sort()]);
    const [both] = sharedChecklistsOf([first, mine, theirs]);
    const settled = edit('4', '定稿', (both?.versions ?? []).map((each) => each.mark).join(' '), 3);
    expect(names([settled, first, mine, theirs])).toEqual([['定稿']]);
    // Withdrawn by one, changed by another meanwhile: the change stays.
    expect(names([first, mine, edit('5', '', mark, 9, '李')])).toEqual([['王稿']]);
    expect(names([first, edit('5', '', mark, 9, '李')])).toEqual([]);
  });

  it('shows the same in every store', () => {
    for (let seed = 0; seed < 100; seed++) {
      const random = seeded(`checklists/${seed}`);
      const words: Store = Array.from({ length: 8 }, (_, index) => {
        const { id, counter, at } = word(random, [], '王');
        return { ...edit(id, `第${index}稿`, '', counter, '王'), at };
      });
      expect(sharedChecklistsOf(random.shuffled(words))).toEqual(sharedChecklistsOf(words));
    }
  });

  function names(words: Store): string[][] {
    return sharedChecklistsOf(words).map(({ versions }) => versions.map(({ checklist }) => checklist.name));
  }
});
