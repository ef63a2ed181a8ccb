import { describe, expect, it } from 'vitest';
import { check } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { changesBetween } from '../../pwa/screens/report/cell-changes';
import { snapshotOf } from '../../pwa/screens/report/snapshot/snapshot-html';
import { sampleText } from './sample';

const hostile = `<!doctype html><html><head><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
<link rel="stylesheet" href="https://evil.example/a.css"><link rel="preconnect" href="https://evil.example"><script>alert(1)</script>
<style>td{color:red;background:url("https://evil.example/x.png")}@import "https://evil.example/b.css";</style></head>
<body onload="alert(2)"><form action="https://evil.example/"><input name="q" value="问"><button formaction="//evil.example">送</button></form>
<a href="javascript:alert(3)" ping="https://evil.example">链接</a><img src="https://evil.example/p.png" srcset="//evil.example/q.png 2x">
<svg><script>alert(4)</script><a xlink:href="https://evil.example">x</a></svg><iframe src="https://evil.example"></iframe>
<table background="https://evil.example/t.png"><tr><td style="width:3em;background:url(//evil.example/c)" onclick="alert(5)" colspan="2">12</td></tr></table>
<template><img src=x></template><noscript><img src="https://evil.example/n.png"></noscript><!-- https://evil.example --></body></html>`;

describe('the page as a snapshot', () => {
  const { html, sheets, styles, absent } = snapshotOf(hostile);

  it('has nothing that runs, loads, sends or leads elsewhere', () => {
    expect(html).not.toMatch(/evil\.example|script|alert|javascript|onload|onclick|href|src=|action|\sstyle=/i);
    expect([...sheets, ...styles].join()).not.toMatch(/evil\.example|url\(|@import/);
  });

  it('keeps the text, the table and the styles', () => {
    expect(html).toContain('<td colspan="2" data-style="0">12</td>');
    expect(html).toContain('链接');
    expect(sheets[0]).toContain('color:red');
    expect(styles).toEqual(['width:3em;background:none']);
    expect(absent).toBe(2);
  });

  it('shuts the network by a policy of its own, whatever gets through', () => {
    expect(html).toMatch(
      /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'">/,
    );
    expect(html.match(/http-equiv/g)?.length).toBe(1);
  });

  it('takes a page that nests deeper than a stack', () => {
    expect(snapshotOf(`浅${'<div>'.repeat(20_000)}深`).html).toContain('浅');
  });

  it('keeps every number of a real page', () => {
    const page = sampleText('planted-2024.html');
    const read = (text: string) =>
      Object.entries(check(readHtml(text)).facts).map(([cell, { raw, state }]) => [cell, raw, state]);
    expect(read(snapshotOf(page).html)).toEqual(read(page));
  });
});

describe('two reports cell by cell', () => {
  const outcomeOf = (change: (text: string) => string) => check(readHtml(change(sampleText('planted-2024.html'))));
  const before = outcomeOf((text) => text);

  it('says nothing of what is the same', () => {
    const kinds = changesBetween(before, before).flatMap(({ cells }) => cells.map(({ kind }) => kind));
    expect(kinds.length).toBe(200);
    expect(new Set(kinds)).toEqual(new Set(['same']));
  });

  it('tells more, less, words, and what is in one of them only', () => {
    const facts = { ...before.facts };
    const fact = (raw: string, value: number | null, state: 'number' | 'text' | 'missing' | 'blank') => ({
      raw,
      value,
      state,
      place: null,
    });
    const [a, b, c, d, e] = Object.keys(facts).filter((id) => facts[id]?.state === 'number');
    const was = {
      ...before,
      facts: {
        ...facts,
        [`${a}`]: fact('3', 3, 'number'),
        [`${b}`]: fact('5', 5, 'number'),
        [`${c}`]: fact('', null, 'blank'),
        [`${d}`]: fact('', null, 'missing'),
        [`${e}`]: fact('1.1', 1.1, 'number'),
      },
    };
    const now = {
      ...before,
      facts: {
        ...facts,
        [`${a}`]: fact('4', 4, 'number'),
        [`${b}`]: fact('无数', null, 'text'),
        [`${c}`]: fact('0', 0, 'number'),
        [`${d}`]: fact('7', 7, 'number'),
        [`${e}`]: fact('0.9', 0.9, 'number'),
      },
    };
    const changes = new Map(
      changesBetween(was, now).flatMap(({ cells }) => cells.map((each) => [each.cell, each] as const)),
    );
    const of = (cell: string | undefined) => [changes.get(cell ?? '')?.kind, changes.get(cell ?? '')?.difference];
    expect([a, b, c, d, e].map(of)).toEqual([
      ['more', 1],
      ['other', null],
      ['same', 0],
      ['only-now', null],
      ['less', -0.2],
    ]);
    expect(
      changesBetween(now, was)
        .flatMap(({ cells }) => cells)
        .find(({ cell }) => cell === d)?.kind,
    ).toBe('only-before');
  });
});
