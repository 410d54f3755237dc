// The export as ActivityStreams 2.0: terms of its vocabulary, whole times, absolute addresses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { blocks, faults } from '../samples.mjs';

const terms = {
  Note: ['@context', 'type', 'id', 'url', 'attributedTo', 'summary', 'content', 'contentMap', 'source', 'published', 'updated', 'inReplyTo', 'tag', 'attachment', 'generator'],
  Person: ['type', 'id', 'name', 'preferredUsername', 'url'],
  Mention: ['type', 'name', 'href'],
  Hashtag: ['type', 'name'],
  Image: ['type', 'url', 'mediaType', 'name', 'width', 'height'],
  Video: ['type', 'url', 'mediaType', 'name', 'width', 'height', 'duration'],
  Audio: ['type', 'url', 'mediaType', 'name', 'duration'],
  Document: ['type', 'url', 'mediaType', 'name'],
  Application: ['type', 'name'],
};
const wholeTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/u;

function strangers(node) {
  const known = terms[node.type] ?? [];
  return [
    ...Object.keys(node).filter((name) => !known.includes(name)).map((name) => `${node.type}.${name}`),
    ...[node.attributedTo, node.generator, ...(node.tag ?? []), ...(node.attachment ?? [])].filter(Boolean).flatMap(strangers),
  ];
}

test('every note is of the vocabulary, with the words of its block', () => {
  assert.deepEqual(
    faults(blocks, ({ activity, block }) => {
      const note = JSON.parse(activity);
      if (note.type !== 'Note') return 'no Note';
      for (const time of [note.published, note.updated]) if (time && !wholeTime.test(time)) return `half a time: ${time}`;
      for (const address of [note.id, note.url, note.inReplyTo]) if (address && !/^https?:\/\//iu.test(address)) return `no address: ${address}`;
      const words = new JSDOM(note.content ?? '').window.document.body.textContent;
      if (words.trim() !== block.text.value.trim()) return 'other words';
      return strangers(note).join(', ');
    }),
    [],
  );
});
