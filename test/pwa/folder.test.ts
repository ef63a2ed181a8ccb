/** 共享文件夹: two people’s stores and what sync programs do to the files between them. Nothing is lost. */
import { beforeEach, describe, expect, it } from 'vitest';
import { folderHead, folderLines, readFolderFile } from '../../core/exchange/folder-file';
import { wordKey } from '../../core/exchange/merge';
import type { Opinion } from '../../core/exchange/schema';
import type { FolderEntry, SharedFolder } from '../../pwa/exchange/folder/shared-folder';
import {
  FOLDER_FILE_LIMIT,
  FOLDER_LIMIT,
  type FolderCache,
  lookInto,
  ownFile,
  type Seen,
  writeOwn,
} from '../../pwa/exchange/folder/sync';
import { forged, histories, type Store, union, word } from '../support/histories';
import { seeded } from '../support/random';
import { opinion } from './sample';

let files: Map<string, { text: string; modified: number }>;
let clock = 0;

beforeEach(() => {
  files = new Map();
});

function put(name: string, text: string): void {
  clock += 1;
  files.set(name, { text, modified: clock });
}

const folder: SharedFolder = {
  name: '共享',
  list: async () =>
    [...files].map(([name, { text, modified }]): FolderEntry => ({ name, size: text.length, modified })),
  read: async (name) => {
    const file = files.get(name);
    if (file === undefined) throw new DOMException('gone', 'NotFoundError');
    return file.text;
  },
  append: async (name, text) => put(name, (files.get(name)?.text ?? '') + text),
};

/** A person with a store and what it remembers of the folder. */
class Person {
  store: Store = [];
  seen: Readonly<Record<string, Seen>> = {};
  cache: FolderCache = new Map();
  constructor(
    readonly id: string,
    public name: string,
  ) {}

  async sync(): Promise<string[]> {
    const view = await lookInto(folder, this.id, this.seen, this.cache);
    this.store = union(
      this.store,
      view.files.flatMap(({ words }) => words),
    );
    const { seen } = await writeOwn(folder, this.id, this.name, view, this.store);
    this.seen = seen === null ? view.seen : { ...view.seen, [ownFile(this.id)]: seen };
    return view.notes.map(({ code, file }) => `${code} ${file}`);
  }

  say(over: Partial<Opinion>): void {
    this.store = union(this.store, [opinion(over)]);
  }

  get known(): string[] {
    return this.store.map(wordKey).sort();
  }
}

describe('two people', () => {
  it('who were both away for a week end with the same words, each in a file of their own', async () => {
    const wang = new Person('w'.repeat(32), '王');
    const li = new Person('l'.repeat(32), '李');
    wang.say({ id: '1' });
    await wang.sync();
    await li.sync();
    for (let day = 0; day < 7; day++) {
      wang.say({ id: `w${day}`, counter: 2 + day });
      li.say({ id: `l${day}`, counter: 2 + day, author: '李' });
    }
    await wang.sync();
    await li.sync();
    await wang.sync();
    expect(wang.known).toEqual(li.known);
    expect(wang.known).toHaveLength(15);
    expect([...files.keys()].sort()).toEqual([ownFile(li.id), ownFile(wang.id)]);
    expect(await wang.sync()).toEqual([]);
  });

  it('over random histories come to the same', async () => {
    for (let round = 0; round < 60; round++) {
      files = new Map();
      const random = seeded(`folder/${round}`);
      const [a = [], b = []] = histories(random, { forge: true });
      const wang = new Person('w'.repeat(32), '王');
      const li = new Person('l'.repeat(32), '李');
      wang.store = a;
      li.store = b;
      for (let step = 0; step < 6; step++) {
        const person = random.pick([wang, li]);
        if (random.chance(0.4)) person.store = union(person.store, [word(random, person.store, person.name)]);
        else if (random.chance(0.2)) person.store = union(person.store, [forged(random, person.store)]);
        await person.sync();
      }
      for (const person of [wang, li, wang]) await person.sync();
      expect(wang.known, `round ${round}`).toEqual(li.known);
    }
  });

  it('only ever makes its own file longer, and says a new name in it', async () => {
    const wang = new Person('w'.repeat(32), '王');
    wang.say({ id: '1' });
    await wang.sync();
    const before = files.get(ownFile(wang.id))?.text ?? '';
    wang.say({ id: '2', counter: 2 });
    wang.name = '王芳';
    await wang.sync();
    const after = files.get(ownFile(wang.id))?.text ?? '';
    expect(after.startsWith(before)).toBe(true);
    expect(readFolderFile(after)).toMatchObject({ name: '王芳', damaged: 0, partial: false });
    await wang.sync();
    expect(files.get(ownFile(wang.id))?.text).toBe(after);
  });
});

describe('what sync programs do', () => {
  const wang = () => new Person('w'.repeat(32), '王');
  const theirs = 'l'.repeat(32);
  const words = [opinion({ id: '1', author: '李' }), opinion({ id: '2', author: '李', counter: 2, value: 'fixed' })];
  const whole = folderHead(theirs, '李') + folderLines(words);

  it('a file that has come half: what is whole comes in, the rest when it is there', async () => {
    const me = wang();
    for (const [length, count] of [
      [0, 0],
      [12, 0],
      [folderHead(theirs, '李').length + 20, 0],
      [whole.length - 5, 1],
    ] as const) {
      put(ownFile(theirs), whole.slice(0, length));
      expect(await me.sync(), `${length}`).toEqual([`partial ${ownFile(theirs)}`]);
      expect(me.known).toHaveLength(count);
    }
    put(ownFile(theirs), '\0'.repeat(500));
    expect(await me.sync()).toEqual([`partial ${ownFile(theirs)}`]);
    put(ownFile(theirs), whole);
    expect(await me.sync()).toEqual([]);
    expect(me.known).toHaveLength(2);
    // A last line whose end alone is missing is whole.
    put(ownFile(theirs), whole.trimEnd());
    expect(readFolderFile(whole.trimEnd())).toMatchObject({ partial: false, words });
  });

  it('copies of a file: what they say comes in', async () => {
    const me = wang();
    put(`${theirs} (1).jsonl`, folderHead(theirs, '李') + folderLines(words.slice(0, 1)));
    put(`${theirs}-PC的冲突副本.jsonl`, folderHead(theirs, '李') + folderLines(words.slice(1)));
    expect(await me.sync()).toEqual([`copy ${theirs} (1).jsonl`, `copy ${theirs}-PC的冲突副本.jsonl`]);
    expect(me.known).toHaveLength(2);
  });

  it('foreign files are left alone, and those of the system are not spoken of', async () => {
    const me = wang();
    put('说明.docx', 'x');
    put('.DS_Store', 'x');
    put('Thumbs.db', 'x');
    put('log.jsonl', '{"level":"info"}\n');
    put('z.jsonl', '{"format":"gouji-folder","version":9}\n{"what":1}\n');
    expect((await me.sync()).sort()).toEqual(['foreign log.jsonl', 'foreign 说明.docx', 'newer z.jsonl']);
    expect(files.get('说明.docx')?.text).toBe('x');
    expect(files.size).toBe(6); // One's own, with its head alone, among them.
  });

  it('somebody’s file shortened or rewritten: what it said is written again by whoever knows', async () => {
    const me = wang();
    put(ownFile(theirs), whole);
    await me.sync();
    put(ownFile(theirs), folderHead(theirs, '李') + folderLines(words.slice(0, 1)));
    expect(await me.sync()).toEqual([`shortened ${ownFile(theirs)}`]);
    expect(readFolderFile(files.get(ownFile(me.id))?.text ?? '')).toMatchObject({ words: [words[1]] });
    expect(await me.sync()).toEqual([]);
    put(ownFile(theirs), folderHead(theirs, '李') + folderLines([{ ...words[0], value: 'open' } as Opinion]));
    expect(await me.sync()).toEqual([`shortened ${ownFile(theirs)}`]);
    expect(me.known).toHaveLength(3);
    const newcomer = new Person('n'.repeat(32), '张');
    await newcomer.sync();
    expect(newcomer.known).toEqual(me.known);
  });

  it('one’s own file shortened, rewritten or deleted elsewhere: said, and made whole', async () => {
    const me = wang();
    me.say({ id: '1' });
    me.say({ id: '2', counter: 2 });
    await me.sync();
    const own = files.get(ownFile(me.id))?.text ?? '';
    put(ownFile(me.id), own.slice(0, own.lastIndexOf('{')));
    expect(await me.sync()).toEqual([`rewritten ${ownFile(me.id)}`]);
    put(ownFile(me.id), folderHead(me.id, '王') + folderLines([opinion({ id: '9', author: '伪' })]));
    expect(await me.sync()).toEqual([`rewritten ${ownFile(me.id)}`]);
    expect(me.known).toHaveLength(3);
    files.delete(ownFile(me.id));
    expect(await me.sync()).toEqual([`rewritten ${ownFile(me.id)}`]);
    expect(readFolderFile(files.get(ownFile(me.id))?.text ?? '')).toMatchObject({ partial: false, damaged: 0 });
    const newcomer = new Person('n'.repeat(32), '张');
    await newcomer.sync();
    expect(newcomer.known).toEqual(me.known);
  });

  it('lines that make no sense are counted, a line that was cut is not gone on with', async () => {
    const me = wang();
    put(ownFile(theirs), `${whole}{"id":7}\n\u0000\u0000\n${folderLines([opinion({ id: '3', counter: 1e13 })])}`);
    expect(await me.sync()).toEqual([`damaged ${ownFile(theirs)}`]);
    expect(me.known).toHaveLength(2);
    put(ownFile(me.id), `${folderHead(me.id, '王')}{"id":"cut`);
    me.say({ id: '5', counter: 5 });
    await me.sync();
    expect(readFolderFile(files.get(ownFile(me.id))?.text ?? '')).toMatchObject({ damaged: 1, partial: false });
    expect(JSON.stringify(readFolderFile(files.get(ownFile(me.id))?.text ?? ''))).toContain('"id":"5"');
  });

  it('a file beyond the limit, or one that cannot be opened, is said and passed over', async () => {
    const me = wang();
    put(ownFile(theirs), whole);
    const list = folder.list;
    const large = {
      ...folder,
      list: async () => (await list()).map((each) => ({ ...each, size: FOLDER_FILE_LIMIT + 1 })),
    };
    const locked = { ...folder, read: () => Promise.reject(new DOMException('locked', 'NotReadableError')) };
    const notes = async (each: SharedFolder) =>
      (await lookInto(each, me.id, {}, new Map())).notes.map(({ code }) => code);
    expect(await notes(large)).toEqual(['tooLarge']);
    expect(await notes(locked)).toEqual(['unreadable']);
  });

  it('files that come to more than the limit: one’s own is read, and as many of the others as there is room for', async () => {
    const me = wang();
    for (const name of ['a', 'b', 'c'].map((letter) => ownFile(letter.repeat(32)))) put(name, whole);
    put(ownFile(me.id), folderHead(me.id, '王') + folderLines([opinion({ id: '9' })]));
    const list = folder.list;
    const heavy = {
      ...folder,
      list: async () => (await list()).map((each) => ({ ...each, size: FOLDER_LIMIT / 3 })),
    };
    const view = await lookInto(heavy, me.id, {}, me.cache);
    expect(view.files.map(({ file }) => file[0])).toEqual([me.id[0], 'a', 'b']);
    expect(view.notes.filter(({ code }) => code === 'tooMuch')).toEqual([
      { code: 'tooMuch', file: ownFile('c'.repeat(32)), limit: FOLDER_LIMIT / 1024 / 1024 },
    ]);
    expect(me.cache.size).toBe(3);
  });

  it('more words than any office has: the files with those beyond are said and left out', async () => {
    const me = wang();
    const words = ['1', '2', '3'].map((id) => opinion({ id }));
    for (const letter of ['a', 'b'])
      put(ownFile(letter.repeat(32)), folderHead(letter.repeat(32), '') + folderLines(words));
    const view = await lookInto(folder, me.id, {}, me.cache, 5);
    expect(view.files.map(({ file }) => file[0])).toEqual(['a']);
    expect(view.notes.filter(({ code }) => code === 'tooManyWords')).toHaveLength(1);
  });

  it('one’s own file that cannot be read is not written again and again', async () => {
    const me = wang();
    me.say({ id: '7' });
    const later = `{"format":"gouji-folder","version":99,"person":"${me.id}","name":""}\n`;
    put(ownFile(me.id), later);
    expect(await me.sync()).toEqual([`newer ${ownFile(me.id)}`]);
    await me.sync();
    expect(files.get(ownFile(me.id))?.text).toBe(later);
  });
});
