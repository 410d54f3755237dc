// Has .NET render everything that the checks look at. The corpus of real pages is used where it lies beside the repository.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const corpus = join(here, '../../../shared/corpus/pages');
const [command = 'samples', folder = '.samples'] = process.argv.slice(2);
if (command === 'articles' && !existsSync(corpus)) {
  console.error('The corpus of pages does not lie beside the repository: nothing to measure.');
  process.exit(2);
}

const run = spawnSync(
  'dotnet',
  ['run', '-c', 'Release', '--project', join(here, '../Embeds.Validation'), '--', command, join(here, folder), ...(existsSync(corpus) ? [corpus] : [])],
  { stdio: 'inherit' },
);
process.exit(run.status ?? 1);
