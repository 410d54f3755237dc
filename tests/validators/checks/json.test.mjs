// Rows 6 and 15: the JSON is what the schema says, byte for byte what another writer of RFC 8785 makes of it, and changed JSON is refused.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import canonicalize from 'canonicalize';
import { blocks, faults, here } from '../samples.mjs';

const schema = JSON.parse(readFileSync(join(here, '../../src/Embeds/Quotes/quoteblock.schema.json'), 'utf8'));
const ajv = new Ajv({ strict: true, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);

test('schema accepts every block', () => {
  assert.deepEqual(faults(blocks.filter((sample) => sample.fitsSchema), ({ block }) => !validate(block) && ajv.errorsText(validate.errors)), []);
});

const mutants = {
  'a confidence with a fraction': (block) => { block.provenance[''].confidence = 99.5; },
  'a confidence above 100': (block) => { block.provenance[''].confidence = 101; },
  'a number for an id': (block) => { block.native_id = 1465000000000000123; },
  'a link that is a script': (block) => { block.url = 'javascript:alert(1)'; },
  'a handle with its @': (block) => { block.author.handle = '@ada'; },
  'a path out of the folder': (block) => { block.media = [{ type: 'image', sha256: 'a'.repeat(64), path: '../../etc/passwd' }]; },
  'a local time': (block) => { block.captured_at = '2026-05-04T09:30:00+02:00'; },
  'an unknown member': (block) => { block.mood = 'calm'; },
  'a pointer that is none': (block) => { block.provenance['author'] = { via: 'markup', confidence: 1 }; },
  'a state nobody knows': (block) => { block.status.state = 'asleep'; },
  'no key': (block) => { delete block.key; },
  'no provenance': (block) => { block.provenance = {}; },
  'a short seal': (block) => { block.integrity.sha256 = 'abc'; },
  'another version': (block) => { block.schema = 'quoteblock/2'; },
  'a facet before the text': (block) => { block.text.facets = [{ start: -1, end: 2, type: 'bold' }]; },
};

for (const [name, change] of Object.entries(mutants)) {
  test(`schema refuses ${name}`, () => {
    const sample = blocks.find((each) => each.name === 'full');
    const block = structuredClone(sample.block);
    change(block);
    assert.equal(validate(block), false);
  });
}

test('JSON is canonical for another implementation of RFC 8785', () => {
  assert.deepEqual(faults(blocks, ({ block, json }) => canonicalize(block) !== json && 'other bytes'), []);
});

test('seal is the hash of the canonical JSON without integrity and history', () => {
  assert.deepEqual(
    faults(blocks, ({ block }) => {
      const { integrity, history, ...content } = block;
      return createHash('sha256').update(canonicalize(content)).digest('hex') !== integrity.sha256 && 'another hash';
    }),
    [],
  );
});
