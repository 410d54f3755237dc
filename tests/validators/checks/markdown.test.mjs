// Row 14: the reference implementation of CommonMark gives back the same paragraphs. (Markdig does so in the .NET tests.)
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlRenderer, Parser } from 'commonmark';
import { JSDOM } from 'jsdom';
import { blocks, faults } from '../samples.mjs';

const reader = new Parser();
const writer = new HtmlRenderer();
// Struck-out words have their marks in the two dialects that know them; the reference does not.
const plain = (text, flavour) => (flavour === 'markdown' ? text : text.replaceAll('~~', ''));
const inert = new Set(['blockquote', 'p', 'br', 'a', 'img', 'strong', 'em', 'code', 'ul', 'li']);

function quote(markdown) {
  return new JSDOM(writer.render(reader.parse(markdown))).window.document.body;
}

for (const flavour of ['markdown', 'hugo', 'obsidian']) {
  test(`${flavour}: the paragraphs of the text stand in the quotation, and nothing in it is active`, () => {
    assert.deepEqual(
      faults(blocks, (sample) => {
        const body = quote(sample[flavour].replace(/^---\n[\s\S]*?\n---\n/u, ''));
        const stranger = [...body.querySelectorAll('*')].find((element) => !inert.has(element.localName) || element.matches('a:not([href^="http" i]):not([href^="blobs/"]), img:not([src^="blobs/"])'));
        if (stranger) return `<${stranger.outerHTML.slice(0, 80)}>`;
        const paragraphs = sample.block.text.value.replace(/^\n+|\n+$/gu, '').split(/\n{2,}/u).filter(Boolean).map((text) => plain(text, flavour));
        const shown = [...body.querySelectorAll('blockquote > p')].map((p) => plain(p.textContent, flavour));
        const at = shown.indexOf(paragraphs[0]);
        return paragraphs.length > 0 && paragraphs.some((paragraph, i) => shown[at + i] !== paragraph) && `other paragraphs: ${JSON.stringify(shown).slice(0, 300)}`;
      }),
      [],
    );
  });
}
