// Rows 3 and 4: the figure carries its block through a DOM that knows nothing of it, and shows exactly its words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { blocks, faults } from '../samples.mjs';

const parse = (html) => new JSDOM(html).window.document;
const own = (document) => document.querySelector('figure > blockquote');

test('JSON comes back byte for byte from the DOM, and again after it was serialised', () => {
  assert.deepEqual(
    faults(blocks, ({ html, json }) => {
      const once = parse(html);
      const twice = parse(once.documentElement.outerHTML);
      return [once, twice].some((document) => document.querySelector('figure').getAttribute('data-qb-json') !== json) && 'other JSON';
    }),
    [],
  );
});

test('text content of the blockquote is the text', () => {
  assert.deepEqual(
    faults(blocks, ({ html, block }) => {
      const once = parse(html);
      const twice = parse(once.documentElement.outerHTML);
      return [once, twice].some((document) => (own(document)?.textContent ?? '') !== block.text.value) && 'other words';
    }),
    [],
  );
});
