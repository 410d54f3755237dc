// Rows 7 and 8 of the table in docs/rendering.md: the pages are valid HTML for two validators that do not know each other.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { pages } from '../samples.mjs';
import { has } from '../tools.mjs';

const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

// The policy allows pictures that lie beside the page; Nu, which knows of no server, takes them for foreign. The words of a post
// are printed as they were written, in whatever Unicode form that was.
const known = ['.*[Cc]ontent [Ss]ecurity [Pp]olicy.*', '.*Unicode Normalization Form C.*'];

// Control codes and noncharacters, which HTML has no valid way to write, nor XML; a block's words are not changed to please it. Only the
// samples of hostile words hold any.
const unwritable = '.*Forbidden code point U.[0-9a-f]{4}.*|.*not mappable to XML 1.0.*';

const holdsUnwritable = (page) => /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/.test(page.html);

function nu(of, filters) {
  const run = spawnSync('java', ['-jar', jar, '--Werror', '--filterpattern', `(?s)${filters.join('|')}`, ...of.map((page) => page.path)], { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr.slice(0, 4000));
}

test('Nu finds no error and no warning', { skip: !has('java', '-version') && 'no Java on this machine' }, () => {
  nu(pages.filter((page) => !holdsUnwritable(page)), known);
  nu(pages.filter(holdsUnwritable), [...known, unwritable]);
});

test('html-validate finds nothing against its recommended, standard and accessibility rules', async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y'],
    rules: {
      // The words of a post are printed as they are: its blanks, its typing of phone numbers, its long lines.
      'no-trailing-whitespace': 'off',
      'tel-non-breaking': 'off',
      'long-title': 'off',
    },
  }));
  const found = [];
  for (const page of pages) {
    const report = await validator.validateString(page.html, page.path);
    for (const result of report.results)
      for (const message of result.messages) found.push(`${page.name}:${message.line}: ${message.message} (${message.ruleId})`);
  }
  assert.deepEqual(found.slice(0, 10), []);
});
