// Row 12: a reader of microformats finds a citation with who, when, where and what.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mf2 } from 'microformats-parser';
import { blocks, faults } from '../samples.mjs';

const one = (values) => values?.[0];
const folded = (text) => text?.replace(/\s+/gu, '');
const isWeb = (url) => /^https?:\/\//i.test(url ?? '');

test('every figure is one h-cite that says what its block says', () => {
  assert.deepEqual(
    faults(blocks.filter((sample) => sample.fitsSchema), ({ html, block }) => {
      const { items } = mf2(html, { baseUrl: 'https://base.example/' });
      if (items.length !== 1 || one(items[0].type) !== 'h-cite') return `${items.length} items`;
      const { properties } = items[0];
      const known = block.author.name?.trim() || block.author.handle?.trim();
      if (Boolean(one(properties.author)) !== Boolean(known)) return 'an author too many or too few';
      if (block.url && isWeb(block.url) && !(properties.url?.length === 1 && properties.uid?.length === 1)) return 'no url';
      if (folded(one(properties.content)?.value ?? '') !== folded(block.text.value)) return `other content: ${one(properties.content)?.value}`;
      if (properties.name) return `a name that nobody gave: ${one(properties.name)}`;
      if (block.published.at && block.published.precision !== 'unknown' && !properties.published) return 'no date';
      if (Boolean(one(properties['quotation-of'])) !== Boolean(block.quoted)) return 'a quoted post too many or too few';
      return false;
    }),
    [],
  );
});
