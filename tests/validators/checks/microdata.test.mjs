// Row 13: every property in the microdata and in the JSON-LD is a term of schema.org and belongs to its type.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toJson } from 'microdata-node';
import { blocks, faults } from '../samples.mjs';
import { propertiesOf } from '../vocabulary.mjs';

const prefix = 'https://schema.org/';

function strangersInItem(item) {
  const types = item.type ?? [];
  if (types.length !== 1 || !types[0].startsWith(prefix)) return [`type ${types}`];
  const type = types[0].slice(prefix.length);
  const known = propertiesOf(type);
  return [
    ...(known ? [] : [`type ${type}`]),
    ...Object.keys(item.properties).filter((name) => !known?.has(name)).map((name) => `${type}.${name}`),
    ...Object.values(item.properties).flat().filter((value) => value.properties).flatMap(strangersInItem),
  ];
}

function strangersInNode(node) {
  const known = propertiesOf(node['@type']);
  return [
    ...(known ? [] : [`type ${node['@type']}`]),
    ...Object.keys(node).filter((name) => !name.startsWith('@') && !known?.has(name)).map((name) => `${node['@type']}.${name}`),
    ...Object.values(node).flat().filter((value) => value && typeof value === 'object').flatMap(strangersInNode),
  ];
}

test('vocabulary was read', () => {
  assert.ok(propertiesOf('SocialMediaPosting').has('sharedContent'));
  assert.ok(propertiesOf('SocialMediaPosting').has('author'));
  assert.ok(!propertiesOf('SocialMediaPosting').has('retweets'));
  assert.equal(propertiesOf('Tweet'), null);
});

test('microdata is one item of known properties', () => {
  assert.deepEqual(
    faults(blocks, ({ html }) => {
      const { items } = toJson(html);
      return (items.length !== 1 && `${items.length} items`) || strangersInItem(items[0]).join(', ');
    }),
    [],
  );
});

test('JSON-LD has known properties only, and can stand in a script element', () => {
  assert.deepEqual(
    faults(blocks, ({ jsonLd }) => (/[<>]/u.test(jsonLd) && 'a bracket') || strangersInNode(JSON.parse(jsonLd)).join(', ')),
    [],
  );
});
