import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { packModel } from '../../bot/policy/classifier/model.ts';
import { readExamples } from './policy/examples.ts';
import { trainOnMessages } from './policy/train-on-messages.ts';

/**
 * Trains the policy classifier on the messages in `bot/policy/classifier/messages` and writes `weights.ts`.
 * `npm run train:policy [-- --check]`; with `--check` nothing is written, and the command ends with 1 where the
 * committed weights are not those of the messages.
 */

const FILE = resolve(import.meta.dirname, '../../bot/policy/classifier/weights.ts');

const { check } = new Command('train:policy')
  .option('--check', 'compare with the committed weights')
  .parse()
  .opts<{ check?: boolean }>();

const examples = readExamples();
const model = trainOnMessages(examples);
const source = `/** Weights of the policy classifier, written by \`npm run train:policy\`; read with \`unpackModel\`. */\nexport const WEIGHTS =\n  '${packModel(model)}';\n`;

if (check !== true) {
  writeFileSync(FILE, source);
  process.stdout.write(`${examples.length} messages, ${source.length} bytes\n`);
} else if (readFileSync(FILE, 'utf8') === source) {
  process.stdout.write('The committed weights are those of the messages.\n');
} else {
  process.stderr.write('The committed weights are not those of the messages: run `npm run train:policy`.\n');
  process.exitCode = 1;
}
