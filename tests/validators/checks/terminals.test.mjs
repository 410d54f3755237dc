// Row 10: browsers for terminals show words, author, date and state, in this order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocks, pages } from '../samples.mjs';
import { has, output } from '../tools.mjs';

const page = pages.find((each) => each.name === 'single-deleted-since');
const { block } = blocks.find((sample) => sample.name === 'deleted-since');
const browsers = {
  lynx: ['-dump', '-nolist', '-width=400', '-display_charset=utf-8', '-assume_charset=utf-8', page.path],
  w3m: ['-dump', '-cols', '400', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8', page.path],
};

for (const [name, args] of Object.entries(browsers)) {
  test(`${name} shows words, author, date and state in order`, { skip: !has(name, '-version') && `no ${name} on this machine` }, () => {
    const text = output(name, args);
    const marks = [block.text.value.split('\n').at(-1).slice(0, 20), block.author.name, '2 November 2019', 'the original was found deleted'];
    const places = marks.map((mark) => text.indexOf(mark));
    assert.ok(places.every((place) => place >= 0), `${JSON.stringify(marks)} ${places}\n${text}`);
    assert.deepEqual(places, places.toSorted((a, b) => a - b), text);
  });
}
